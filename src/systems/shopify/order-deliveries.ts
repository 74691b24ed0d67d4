import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { ShopifyFulfilment, ShopifyOrder } from './shopify-schemas.ts';
import { wordsOf } from './shopify-words.ts';

/** What never goes anywhere says nothing about the delivery. */
const notOnTheWay = new Set(['CANCELLED', 'ERROR', 'FAILURE']);

/** The parcels of an order: its fulfilments without those that were cancelled or went wrong. */
function parcelsOf(order: ShopifyOrder): readonly ShopifyFulfilment[] {
  return order.fulfillments.filter(({ status }) => !notOnTheWay.has(status));
}

/** The promised day: the earliest estimated delivery of its parcels. Shopify has no field for a promise of its own. */
export function promisedAt(order: ShopifyOrder, dateOf: DateOf): Reading {
  const [earliest] = instants(parcelsOf(order).map(({ estimatedDeliveryAt }) => estimatedDeliveryAt));
  return earliest === undefined ? { is: 'empty' } : { is: 'value', value: dateOf(earliest) };
}

/** The day on which the last parcel arrived; empty while one of them has not, and while a part of the order was not sent. */
export function deliveredAt(order: ShopifyOrder, dateOf: DateOf): Reading {
  const parcels = parcelsOf(order);
  const delivered = instants(parcels.map((parcel) => parcel.deliveredAt));
  const latest = delivered.at(-1);
  const isComplete = delivered.length === parcels.length && order.displayFulfillmentStatus === 'FULFILLED';
  return latest === undefined || !isComplete ? { is: 'empty' } : { is: 'value', value: dateOf(latest) };
}

/** How many parcels were sent. */
export const parcelCount = (order: ShopifyOrder): number => parcelsOf(order).length;

/** Whether something of the order was sent. */
export function isAnySent(order: ShopifyOrder): boolean {
  return parcelsOf(order).length > 0 || sentStatuses.has(order.displayFulfillmentStatus ?? '');
}

const sentStatuses = new Set(['FULFILLED', 'PARTIALLY_FULFILLED']);

/** How far the newest parcel is, in Shopify's words, such as `in transit`. */
export function newestParcelStatus(order: ShopifyOrder): Reading {
  const [newest] = parcelsOf(order).toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const status = wordsOf(newest?.displayStatus ?? null);
  return status === undefined ? { is: 'empty' } : { is: 'value', value: status };
}

/** The number of the one parcel, its carrier or its page; several different ones leave open which parcel is meant. */
export function trackingOf(order: ShopifyOrder, what: 'number' | 'company' | 'url'): Reading {
  const all = parcelsOf(order).flatMap(({ trackingInfo }) =>
    trackingInfo.map((tracking) => tracking[what]?.trim() ?? ''),
  );
  const [value, ...others] = [...new Set(all.filter((candidate) => candidate !== ''))];
  if (others.length > 0) return { is: 'none', because: 'several' };
  return value === undefined ? { is: 'empty' } : { is: 'value', value };
}

function instants(texts: readonly (string | null)[]): readonly string[] {
  return texts
    .filter((text) => text !== null)
    .filter((text) => !Number.isNaN(Date.parse(text)))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
}
