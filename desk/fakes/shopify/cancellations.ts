import * as z from 'zod/mini';
import { paymentsOf, amountOf } from './payments.ts';
import { gid, orderOf, type JobRecord, type OrderRecord, type ShopifyState } from './state.ts';

const variablesSchema = z.strictObject({
  order: z.string(),
  reason: z.enum(['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF']),
  restock: z.boolean(),
  refundMethod: z.strictObject({ originalPaymentMethodsRefund: z.boolean() }),
  notify: z.boolean(),
  staffNote: z.string(),
});

/**
 * `orderCancel`: refused for an order that was cancelled, or of which something was sent; otherwise a job in the background does it.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/orderCancel
 */
export function cancelOrder(state: ShopifyState, variables: Readonly<Record<string, unknown>>, now: string) {
  const parsed = variablesSchema.safeParse(variables);
  if (!parsed.success) return undefined;
  const { order: id, restock, refundMethod, staffNote } = parsed.data;
  const order = orderOf(state, id);
  const refusal = refusalOf(state, order, staffNote);
  if (order === undefined || refusal !== undefined)
    return {
      job: null,
      orderCancelUserErrors: [{ field: ['orderId'], message: refusal ?? 'Order does not exist' }],
    };
  const job: JobRecord = {
    id: String(4001 + state.jobs.length),
    order: order.id,
    dueAt: new Date(Date.parse(now) + state.cancellingTakes).toISOString(),
    restock,
    refund: refundMethod.originalPaymentMethodsRefund,
    staffNote,
    isDone: false,
  };
  state.jobs.push(job);
  return { job: jobJson(job), orderCancelUserErrors: [] };
}

function refusalOf(
  state: ShopifyState,
  order: OrderRecord | undefined,
  staffNote: string,
): string | undefined {
  if (order === undefined) return 'Order does not exist';
  if (order.cancelledAt !== undefined) return 'Order has already been cancelled';
  if (state.jobs.some((job) => job.order === order.id && !job.isDone)) return 'Order is being cancelled';
  if (order.fulfilments.some(({ status = 'SUCCESS' }) => status !== 'CANCELLED'))
    return 'Order has fulfillments that cannot be cancelled';
  return staffNote.length > 255 ? 'Staff note is too long (maximum is 255 characters)' : undefined;
}

/** Does what is due by now. */
export function runJobs(state: ShopifyState, now: string): void {
  for (const job of state.jobs) {
    if (job.isDone || Date.parse(job.dueAt) > Date.parse(now)) continue;
    job.isDone = true;
    const order = orderOf(state, job.order);
    if (order !== undefined && !state.cancellingFails) carryOut(state, order, job);
  }
}

function carryOut(
  state: ShopifyState,
  order: OrderRecord,
  { dueAt, restock, refund, staffNote }: JobRecord,
): void {
  order.cancelledAt = dueAt;
  order.staffNote = staffNote;
  if (restock)
    for (const { variant: id, quantity } of order.lines) {
      const variant = state.variants.find((candidate) => candidate.id === id);
      if (variant !== undefined) variant.sellable += quantity;
    }
  if (!refund) return;
  const transactions = paymentsOf(order)
    .filter(({ left }) => left > 0)
    .map(({ id, gateway, left }) => ({
      id: `${id}9`,
      parent: id,
      gateway,
      amount: amountOf(left),
      status: 'SUCCESS',
    }));
  const made = { id: `${order.id}9`, note: undefined, createdAt: dueAt, lines: [], transactions };
  order.refunds = [...(order.refunds ?? []), made];
}

export const jobJson = ({ id, isDone }: JobRecord) => ({ id: gid('Job', id), done: isDone });
