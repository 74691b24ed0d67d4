import { failed } from '../../write/outcome.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { approvedTooLongAgo } from '../../look-up/approved-too-long-ago.ts';
import { readPayload } from '../mutation-payload.ts';
import { shopifyMutations } from '../shopify-mutations.ts';
import { askForOrder } from '../shopify-queries.ts';
import { shopifySchemas } from '../shopify-schemas.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { readCancellable } from './cancellable-order.ts';
import { staffNote } from './staff-note.ts';
import { watchCancellation } from './watch-cancellation.ts';

/**
 * Cancels exactly the order that was approved. Its newest state is read right before; the request goes out once. Shopify cancels in
 * the background, so its job is watched until the order itself says that it is cancelled.
 */
export async function executeCancel(
  tools: ShopifyTools,
  verified: VerifiedApproval,
): Promise<ExecutionResult> {
  const { target, parameters } = verified.approval;
  const { order: id } = target.ids;
  if (id === undefined) return failed('unclear-target', 'The approval names no order.');
  const order = await askForOrder(tools.api, id, 'person');
  if (order.is === 'failed') return { is: 'failed', failure: order.failure };
  if (order.body === null) return failed('stale', `Order ${target.name} is not in the shop any more.`);
  const now = readCancellable(tools, order.body);
  if (now.is === 'impossible') return failed('stale', now.failure.reason);
  const difference = differenceOf(now.target.ids, verified.approval);
  if (difference !== undefined) return failed('stale', difference);
  const late = approvedTooLongAgo(verified.approval, tools.clock);
  if (late) return late;
  const { reason, refund, restock, notify } = parameters;
  const variables = {
    order: id,
    reason: typeof reason === 'string' ? reason.toUpperCase() : 'OTHER',
    // Said in so many words, so that no default of Shopify's moves money.
    refundMethod: { originalPaymentMethodsRefund: refund === true },
    restock: restock !== false,
    notify: notify === true,
    staffNote: staffNote(verified),
  };
  const mutated = await tools.api.mutate(
    { what: 'cancel the order', document: shopifyMutations.cancel, variables, schema: shopifySchemas.cancel },
    'never',
  );
  const job = readPayload(mutated, ({ orderCancel }) => ({
    record: orderCancel?.job,
    objections: orderCancel?.orderCancelUserErrors,
  }));
  return job.is === 'record' ? watchCancellation(tools, verified, job.record.id) : job;
}

function differenceOf(
  now: Readonly<Record<string, string>>,
  { target: { ids, name } }: VerifiedApproval['approval'],
): string | undefined {
  if (now['fulfilment'] !== ids['fulfilment'])
    return `Order ${name} is ${now['fulfilment']} now; it was ${ids['fulfilment']} when this was approved.`;
  return now['paid'] === ids['paid']
    ? undefined
    : `${now['paid']} of order ${name} is paid now; it was ${ids['paid']} when this was approved.`;
}
