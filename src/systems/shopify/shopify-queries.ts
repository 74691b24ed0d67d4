import type { Parsed } from '../look-up/parse-answer.ts';
import { orderQuery, type OrderKey } from './order-key.ts';
import type { ShopifyApi } from './shopify-api.ts';
import { shopifyDocuments } from './shopify-documents.ts';
import {
  shopifySchemas,
  type ShopifyCreditHolder,
  type ShopifyCustomer,
  type ShopifyOrder,
  type ShopifyRefundState,
} from './shopify-schemas.ts';

type Priority = Parameters<ShopifyApi['query']>[1];

/** The orders that a key finds, and those that resemble them. */
export function askForOrders(api: ShopifyApi, key: OrderKey, priority: Priority) {
  const call = { document: shopifyDocuments.orders, variables: { query: orderQuery(key) } };
  return api.query({ ...call, what: 'the orders of Shopify', schema: shopifySchemas.orders }, priority);
}

/** One order by its id; null where it is not in the shop. */
export async function askForOrder(
  api: ShopifyApi,
  id: string,
  priority: Priority,
): Promise<Parsed<ShopifyOrder | null>> {
  const call = { document: shopifyDocuments.order, variables: { id } };
  const answer = await api.query(
    { ...call, what: 'the order of Shopify', schema: shopifySchemas.order },
    priority,
  );
  return sameOrder(
    part(answer, ({ order }) => order),
    id,
  );
}

export async function askForCustomer(
  api: ShopifyApi,
  email: string,
  priority: Priority,
): Promise<Parsed<ShopifyCustomer | null>> {
  const call = { document: shopifyDocuments.customer, variables: { email } };
  const answer = await api.query(
    { ...call, what: 'the customer of Shopify', schema: shopifySchemas.customer },
    priority,
  );
  return part(answer, ({ customerByIdentifier }) => customerByIdentifier);
}

/** What of an order can be given back, and what was. */
export async function askForRefundState(
  api: ShopifyApi,
  order: string,
  priority: Priority,
): Promise<Parsed<ShopifyRefundState | null>> {
  const call = { document: shopifyDocuments.refundState, variables: { order } };
  const answer = await api.query(
    { ...call, what: 'the refunds of Shopify', schema: shopifySchemas.refundState },
    priority,
  );
  return sameOrder(
    part(answer, (body) => body.order),
    order,
  );
}

/** A customer's store credit, by address or by id. */
export async function askForStoreCredit(
  api: ShopifyApi,
  identifier: { readonly emailAddress: string } | { readonly id: string },
  priority: Priority,
): Promise<Parsed<ShopifyCreditHolder | null>> {
  const call = { document: shopifyDocuments.storeCredit, variables: { identifier } };
  const answer = await api.query(
    { ...call, what: 'the store credit of Shopify', schema: shopifySchemas.storeCredit },
    priority,
  );
  return part(answer, ({ customerByIdentifier }) => customerByIdentifier);
}

function part<A, B>(answer: Parsed<A>, of: (body: A) => B): Parsed<B> {
  return answer.is === 'failed' ? answer : { is: 'parsed', body: of(answer.body) };
}

/** The order that was asked for and no other: whatever follows is done to the one that came back. */
function sameOrder<T extends { readonly id: string }>(
  answer: Parsed<T | null>,
  id: string,
): Parsed<T | null> {
  if (answer.is === 'failed' || answer.body === null || answer.body.id === id) return answer;
  const reason = 'Shopify answered with another order than the one that was asked for.';
  return { is: 'failed', failure: { code: 'unreadable', reason } };
}
