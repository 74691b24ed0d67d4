import { failed } from '../../write/outcome.ts';
import type { ActionContext } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { approvedTooLongAgo } from '../../look-up/approved-too-long-ago.ts';
import { readAmount } from '../read-amount.ts';
import { readPayload } from '../mutation-payload.ts';
import { shopifyMutations } from '../shopify-mutations.ts';
import { moneyText } from '../shopify-money.ts';
import { askForRefundState } from '../shopify-queries.ts';
import { shopifySchemas, type ShopifyRefundState } from '../shopify-schemas.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { findRefund } from './find-refund.ts';
import { refundInput } from './refund-input.ts';
import { resultOfRefund } from './refund-result.ts';
import { readRefund, type PossibleRefund } from './refundable-order.ts';

/**
 * Refunds exactly what was approved, once. The newest state of the order is read right before; a refund with our key that is there
 * already is the result, and if anything else differs from what was approved, nothing is sent. The key makes repetition safe for a
 * day, which is longer than an approval holds. Source: https://shopify.dev/docs/api/usage/implementing-idempotency
 */
export async function executeRefund(
  tools: ShopifyTools,
  verified: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const { approval, key } = verified;
  const { order } = approval.target.ids;
  if (order === undefined) return failed('unclear-target', 'The approval names no order.');
  const state = await askForRefundState(tools.api, order, 'person');
  if (state.is === 'failed') return { is: 'failed', failure: state.failure };
  if (state.body === null)
    return failed('stale', `Order ${approval.target.name} is not in the shop any more.`);
  const earlier = findEarlier(state.body, verified);
  if (earlier !== undefined) return earlier;
  const refund = readRefund(tools, state.body, approval.parameters);
  if (refund.is === 'impossible') return failed('stale', refund.failure.reason);
  const difference = differenceOf(refund, approval.target.ids);
  if (difference !== undefined) return failed('stale', difference);
  const late = approvedTooLongAgo(approval, tools.clock);
  if (late) return late;
  const input = refundInput({ refund, order, approval, key, ticketId: context.ticket.id });
  const call = { document: shopifyMutations.refund, variables: { input, key } };
  const mutated = await tools.api.mutate(
    { ...call, what: 'refund the order', schema: shopifySchemas.refund },
    'same-effect',
  );
  const made = readPayload(mutated, ({ refundCreate }) => ({
    record: refundCreate?.refund,
    objections: refundCreate?.userErrors,
  }));
  return made.is === 'record' ? resultOfRefund(made.record, refund.amount, refund.target.url) : made;
}

function findEarlier(
  state: ShopifyRefundState,
  { approval, key }: VerifiedApproval,
): ExecutionResult | undefined {
  const search = findRefund(state, key);
  switch (search.is) {
    case 'not-there':
      return undefined;
    case 'cannot-tell':
      return failed('unreadable', search.reason);
    case 'found':
      return earlierResult(search.refund, approval);
  }
}

function earlierResult(
  found: Parameters<typeof resultOfRefund>[0],
  { parameters, target }: VerifiedApproval['approval'],
): ExecutionResult {
  const amount = readAmount(parameters['amount']);
  if (amount.is === 'impossible') return { is: 'failed', failure: amount.failure };
  const result = resultOfRefund(found, amount.amount, target.url);
  return result.is === 'succeeded' ? { ...result, reconciled: 'It was refunded before.' } : result;
}

function differenceOf(
  { amount, left, target }: PossibleRefund,
  approved: Readonly<Record<string, string>>,
): string | undefined {
  const { already_refunded: refunded, goods } = target.ids;
  if (refunded !== approved['already_refunded'])
    return `${refunded} of order ${target.name} was refunded already; it was ${approved['already_refunded']} when this was approved.`;
  if (goods !== approved['goods']) return `The lines of order ${target.name} have changed.`;
  return amount.amount.gt(left.amount)
    ? `Only ${moneyText(left)} of order ${target.name} is left to refund.`
    : undefined;
}
