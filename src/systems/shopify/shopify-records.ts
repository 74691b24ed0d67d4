import type { Clock } from '../../app/ports/clock.ts';
import type { LookUp } from '../look-up/look-up.ts';
import { shareLookUps, type Asker } from '../look-up/share-look-ups.ts';
import { isOrderOf, orderQuery, type OrderKey } from './order-key.ts';
import type { ShopifyApi } from './shopify-api.ts';
import { shopifyDocuments } from './shopify-documents.ts';
import { shopifySchemas, type ShopifyCustomer, type ShopifyOrder } from './shopify-schemas.ts';

/** What is looked up in Shopify, each once per ticket and with one request. */
export type ShopifyRecords = {
  /** `several` where more than one order fits; never the first of them. */
  order(key: OrderKey, asker: Asker): Promise<LookUp<ShopifyOrder>>;
  customer(email: string, asker: Asker): Promise<LookUp<ShopifyCustomer>>;
};

export function createShopifyRecords(api: ShopifyApi, clock: Clock): ShopifyRecords {
  const orderOf = async (key: OrderKey, asker: Asker): Promise<LookUp<ShopifyOrder>> => {
    const call = {
      what: 'the orders of Shopify',
      document: shopifyDocuments.orders,
      schema: shopifySchemas.orders,
    };
    const page = await api.query({ ...call, variables: { query: orderQuery(key) } }, priorityOf(asker));
    if (page.is === 'failed') return page;
    const observedAt = clock.now();
    const fitting = page.body.orders.nodes.filter((order) => isOrderOf(order, key));
    const [order, ...others] = fitting;
    if (others.length > 0) return { is: 'none', because: 'several', observedAt };
    if (order !== undefined) return { is: 'found', record: order, observedAt };
    // The one that is meant may stand behind those that merely resemble it.
    return {
      is: 'none',
      because: page.body.orders.pageInfo.hasNextPage ? 'several' : 'not-found',
      observedAt,
    };
  };
  const byName = shareLookUps((value, asker) => orderOf({ by: 'name', value }, asker));
  const byEmail = shareLookUps((value, asker) => orderOf({ by: 'email', value }, asker));
  const customer = shareLookUps<ShopifyCustomer>(async (email, asker) => {
    const call = {
      what: 'the customer of Shopify',
      document: shopifyDocuments.customer,
      schema: shopifySchemas.customer,
    };
    const answer = await api.query({ ...call, variables: { email } }, priorityOf(asker));
    if (answer.is === 'failed') return answer;
    const observedAt = clock.now();
    const found = answer.body.customerByIdentifier;
    return found === null
      ? { is: 'none', because: 'not-found', observedAt }
      : { is: 'found', record: found, observedAt };
  });
  return { customer, order: ({ by, value }, asker) => (by === 'name' ? byName : byEmail)(value, asker) };
}

const priorityOf = (asker: Asker) => (asker.freshness === 'newest' ? 'person' : 'background');
