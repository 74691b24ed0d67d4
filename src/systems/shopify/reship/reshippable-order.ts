import { impossible } from '../../write/outcome.ts';
import type { Preparation, Target } from '../../../domain/decisions/proposal.ts';
import { type Impossible } from '../action-result.ts';
import { ownerLines } from '../order-owner.ts';
import { inStock, wantedLines, type Wanted } from '../order-stock.ts';
import { addressLine } from '../shipping-address.ts';
import type { ShopifyAddress, ShopifyOrder } from '../shopify-schemas.ts';

export type Reshipment = {
  readonly lines: readonly Wanted[];
  readonly address: ShopifyAddress;
  readonly target: Target;
};

export type ReshipmentReading = { readonly is: 'possible'; readonly reshipment: Reshipment } | Impossible;

/**
 * What would be sent, and where. Goods and address are part of what is approved: when either changes, the approval no longer fits.
 */
export function readReshipment(order: ShopifyOrder, url: string): ReshipmentReading {
  const { name, shippingAddress: address } = order;
  const lines = wantedLines(order);
  if (order.cancelledAt !== null) return impossible('not-allowed', `Order ${name} was cancelled.`);
  if (address === null) return impossible('not-allowed', `Order ${name} has no shipping address.`);
  if (lines === undefined)
    return impossible('not-allowed', `Order ${name} has goods that are no longer in the shop.`);
  if (lines.length === 0) return impossible('not-allowed', `Nothing of order ${name} is left to send.`);
  const stock = inStock(order);
  if (stock.is !== 'value' || stock.value !== true)
    return impossible('not-allowed', `Not everything of order ${name} is in stock.`);
  const goods = lines.map(({ variant, quantity }) => `${quantity} × ${variant.split('/').at(-1)}`).join(', ');
  const target = { ids: { order: order.id, goods, address: addressLine(address) }, name, url };
  return { is: 'possible', reshipment: { lines, address, target } };
}

/** What the rep sees before approving; an order that belongs to another address, or to nobody known, is said so. */
export function prepareReshipment(
  order: ShopifyOrder,
  url: string,
  requester: string | undefined,
): Preparation {
  const reading = readReshipment(order, url);
  if (reading.is === 'impossible') return reading;
  const { lines, address, target } = reading.reshipment;
  return {
    is: 'ready',
    target,
    preview: [
      { label: 'goods', value: lines.map(({ title, quantity }) => `${quantity} × ${title}`) },
      { label: 'ship_to', value: addressLine(address) },
      ...ownerLines(order, requester),
    ],
    atMost: {},
  };
}
