import type { OrderRecord } from './state.ts';

/** A payment of an order, and what of it was not given back. Amounts are whole cents. */
export type Payment = { readonly id: string; readonly gateway: string; readonly left: number };

const unpaid = new Set(['PENDING', 'AUTHORIZED', 'EXPIRED', 'VOIDED']);

export const cents = (amount: string): number => Math.round(Number(amount) * 100);
export const amountOf = (inCents: number): string => (inCents / 100).toFixed(2);

export function paymentsOf(order: OrderRecord): readonly Payment[] {
  return seedsOf(order).map(({ gateway, amount }, index) => {
    const id = `${order.id}0${index + 1}`;
    const earlier = index === 0 ? cents(order.refunded ?? '0') : 0;
    const refunded = transactionsOf(order).filter(({ parent }) => parent === id);
    return { id, gateway, left: cents(amount) - earlier - sum(refunded) };
  });
}

export const receivedOf = (order: OrderRecord): number =>
  seedsOf(order).reduce((total, { amount }) => total + cents(amount), 0);

export const refundedOf = (order: OrderRecord): number =>
  cents(order.refunded ?? '0') + sum(transactionsOf(order));

/** What failed went nowhere. */
const transactionsOf = ({ refunds = [] }: OrderRecord) =>
  refunds
    .flatMap(({ transactions }) => transactions)
    .filter(({ status }) => status !== 'FAILURE' && status !== 'ERROR');

const sum = (transactions: readonly { readonly amount: string }[]) =>
  transactions.reduce((total, { amount }) => total + cents(amount), 0);

function seedsOf({ payments, financialStatus, total }: OrderRecord) {
  if (payments !== undefined) return payments;
  const isPaid = !unpaid.has(financialStatus ?? 'PAID') && cents(total) > 0;
  return isPaid ? [{ gateway: 'shopify_payments', amount: total }] : [];
}
