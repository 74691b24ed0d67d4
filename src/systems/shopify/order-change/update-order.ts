import { readPayload, type PayloadReading } from '../mutation-payload.ts';
import type { ShopifyApi } from '../shopify-api.ts';
import { shopifyMutations } from '../shopify-mutations.ts';
import { shopifySchemas, type ShopifyOrder } from '../shopify-schemas.ts';

/** `OrderInput` of the schema, as far as we fill it in. */
type OrderInput = {
  readonly id: string;
  readonly note?: string;
  readonly shippingAddress?: Readonly<Record<string, string | null>>;
};

/** Changes fields of an order to given values; the answer is the changed order. */
export async function updateOrder(api: ShopifyApi, input: OrderInput): Promise<PayloadReading<ShopifyOrder>> {
  const call = { what: 'update the order', document: shopifyMutations.updateOrder, variables: { input } };
  const updated = await api.mutate({ ...call, schema: shopifySchemas.updateOrder }, 'same-values');
  return readPayload(updated, ({ orderUpdate }) => ({
    record: orderUpdate?.order,
    objections: orderUpdate?.userErrors,
  }));
}
