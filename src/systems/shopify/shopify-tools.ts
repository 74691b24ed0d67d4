import type { Clock } from '../../app/ports/clock.ts';
import type { ShopifyApi } from './shopify-api.ts';
import type { ShopifyRecords } from './shopify-records.ts';
import type { ShopifyOrder } from './shopify-schemas.ts';

/** What the actions of Shopify work with. */
export type ShopifyTools = {
  readonly api: ShopifyApi;
  readonly records: ShopifyRecords;
  readonly clock: Clock;
  readonly dateOf: (instant: string) => string;
  /** Where people see something: `orders/5001`. */
  readonly adminUrl: (path: string) => string;
};

/** Where people see an order. */
export function orderUrl(
  { adminUrl }: Pick<ShopifyTools, 'adminUrl'>,
  order: Pick<ShopifyOrder, 'legacyResourceId'>,
): string {
  return adminUrl(`orders/${order.legacyResourceId}`);
}
