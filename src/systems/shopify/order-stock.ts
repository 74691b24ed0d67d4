import type { Reading } from '../../domain/run/events.ts';
import type { ShopifyLine, ShopifyOrder } from './shopify-schemas.ts';

export type Wanted = { readonly variant: string; readonly title: string; readonly quantity: number };

/** What the order still holds, without what was refunded or removed; undefined where a product is no longer in the shop. */
export type WantedLines = readonly Wanted[] | undefined;

export function wantedLines(order: ShopifyOrder): WantedLines {
  if (order.lineItems.pageInfo.hasNextPage) return undefined;
  const wanted: Wanted[] = [];
  for (const { title, currentQuantity, variant } of present(order)) {
    if (variant === null) return undefined;
    wanted.push({ variant: variant.id, title, quantity: currentQuantity });
  }
  return wanted;
}

/**
 * Whether every line of the order could be sold again now. `no` as soon as one could not; unknown where a product is no longer in the shop
 * or the order has more lines than were read. What the shop does not track can always be sold.
 */
export function inStock(order: ShopifyOrder): Reading {
  const lines = present(order);
  if (lines.some((line) => isShort(line, lines))) return { is: 'value', value: false };
  const isReadable = wantedLines(order) !== undefined && lines.length > 0;
  return isReadable ? { is: 'value', value: true } : { is: 'none', because: 'not-found' };
}

const present = (order: ShopifyOrder) =>
  order.lineItems.nodes.filter(({ currentQuantity }) => currentQuantity > 0);

/** The same product can stand in several lines. */
function isShort({ variant }: ShopifyLine, lines: readonly ShopifyLine[]): boolean {
  if (variant === null || !variant.inventoryItem.tracked) return false;
  const needed = lines
    .filter((line) => line.variant?.id === variant.id)
    .reduce((sum, { currentQuantity }) => sum + currentQuantity, 0);
  return variant.sellableOnlineQuantity < needed;
}
