import { mostSearchedRefunds } from '../shopify-documents.ts';
import type { ShopifyRefund, ShopifyRefundState } from '../shopify-schemas.ts';

export type RefundSearch =
  | { readonly is: 'found'; readonly refund: ShopifyRefund }
  | { readonly is: 'not-there' }
  | { readonly is: 'cannot-tell'; readonly reason: string };

/** Looks for our refund among those of the order, by our key in its note. */
export function findRefund({ name, refunds }: ShopifyRefundState, key: string): RefundSearch {
  const refund = refunds.find(({ note }) => note?.split(/\s+/).includes(key) === true);
  if (refund !== undefined) return { is: 'found', refund };
  return refunds.length < mostSearchedRefunds
    ? { is: 'not-there' }
    : { is: 'cannot-tell', reason: `Order ${name} has more refunds than one page holds.` };
}
