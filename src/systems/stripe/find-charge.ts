import type { StripeCharge } from './stripe-schemas.ts';

export type FoundCharge =
  | { readonly is: 'one'; readonly charge: StripeCharge }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly charges: readonly StripeCharge[] };

/** Where a shop writes its order into the payment. `order_id` can be an id of another kind, so it counts only where no number stands beside it, and never excludes. */
const orderKeys = ['order_number', 'order', 'order_id'] as const;
const orderNumberKeys = ['order_number', 'order'] as const;

/** Whether money was taken: neither a reservation nor an attempt that failed. */
export function isPaid({ status, captured }: StripeCharge): boolean {
  return status === 'succeeded' && captured;
}

/** The order that a payment names, as it is written there. */
export function orderOfCharge({ metadata }: Pick<StripeCharge, 'metadata'>): string | undefined {
  for (const key of orderKeys) {
    const order = metadata[key];
    if (order !== undefined && order !== '') return order;
  }
  return undefined;
}

/** The payment that names this order. */
export function chargeOfOrder(charges: readonly StripeCharge[], order: string): FoundCharge {
  return only(charges.filter(({ metadata }) => namesOrder(metadata, order)));
}

/** Whether what a shop wrote into a payment is this order. An id that happens to be another order's number is not. */
export function namesOrder(metadata: StripeCharge['metadata'], order: string): boolean {
  const numbers = orderNumbers(metadata);
  return numbers.length > 0
    ? numbers.some((number) => isOrder(number, order))
    : isOrder(metadata['order_id'], order);
}

const orderNumbers = (metadata: StripeCharge['metadata']): readonly string[] =>
  orderNumberKeys.map((key) => metadata[key] ?? '').filter((number) => number !== '');

/** The payment of exactly this amount in minor units, among those that do not name another order. */
export function chargeOfAmount(
  charges: readonly StripeCharge[],
  wanted: { readonly units: string; readonly currency: string; readonly order: string | undefined },
): FoundCharge {
  return only(
    charges.filter(
      (charge) =>
        String(charge.amount) === wanted.units &&
        charge.currency === wanted.currency &&
        !namesAnotherOrder(charge, wanted.order),
    ),
  );
}

/** The only one of them. */
export function only(charges: readonly StripeCharge[]): FoundCharge {
  const [charge, ...others] = charges;
  if (charge === undefined) return { is: 'none' };
  return others.length === 0 ? { is: 'one', charge } : { is: 'several', charges };
}

function namesAnotherOrder(charge: StripeCharge, order: string | undefined): boolean {
  if (order === undefined) return false;
  const named = orderNumbers(charge.metadata);
  return named.length > 0 && !named.some((name) => isOrder(name, order));
}

/** `#1001` and `1001` are the same order. */
function isOrder(name: string | undefined, order: string): boolean {
  return name !== undefined && plainOrder(name) === plainOrder(order);
}

const plainOrder = (order: string) => order.trim().replace(/^#/, '').toLowerCase();
