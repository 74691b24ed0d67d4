import { failed } from '../write/outcome.ts';
import type { ActionContext } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Approval, VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import { approvedTooLongAgo } from '../look-up/approved-too-long-ago.ts';
import { findRefund } from './find-refund.ts';
import { moneyOfUnits } from './minor-units.ts';
import { readRefundAnswer, resultOfRefund } from './refund-result.ts';
import { readRefundAmount, targetOf, type RefundAmount } from './refundable-payment.ts';
import type { StripeApi } from './stripe-api.ts';
import type { StripeCharge } from './stripe-schemas.ts';
import { ourMetadata } from './our-metadata.ts';

/**
 * Refunds exactly what was approved, once. The newest state of the payment is read right before; if anything differs from what was
 * approved, nothing is sent, unless the difference is this very refund.
 */
export async function executeRefund(
  { api, clock }: { readonly api: StripeApi; readonly clock: Clock },
  { approval, key }: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const wanted = readRefundAmount(approval.parameters['amount']);
  if (wanted.is === 'impossible') return { is: 'failed', failure: wanted.failure };
  const id = approval.target.ids['charge'];
  if (id === undefined) return failed('unclear-target', 'The approval names no payment.');
  const charge = await api.charge(id, 'person');
  if (charge.is === 'failed') return { is: 'failed', failure: charge.failure };
  const difference = differenceOf(charge.body, approval, wanted.amount);
  if (difference !== undefined) return doneEarlier(api, { approval, key, difference });
  const late = approvedTooLongAgo(approval, clock);
  if (late) return late;
  const form = refundForm({
    charge: charge.body,
    amount: wanted.amount,
    approval,
    key,
    ticketId: context.ticket.id,
  });
  return readRefundAnswer(await api.createRefund(form, key), charge.body, wanted.amount);
}

/** What is different from what was approved, in words. */
function differenceOf(charge: StripeCharge, approval: Approval, wanted: RefundAmount): string | undefined {
  const now = targetOf(charge);
  const approved = approval.target.ids;
  if (now === undefined || charge.currency.toUpperCase() !== wanted.currency) {
    return `The payment is in ${charge.currency.toUpperCase()}, not in ${wanted.currency}.`;
  }
  if (
    now.ids['payment_intent'] !== approved['payment_intent'] ||
    charge.status !== 'succeeded' ||
    !charge.captured
  ) {
    return 'The payment is not the one that was approved.';
  }
  if (now.ids['already_refunded'] !== approved['already_refunded']) {
    return `${now.ids['already_refunded']} of the payment was refunded already; it was ${approved['already_refunded']} when this was approved.`;
  }
  const left = charge.amount_captured - charge.amount_refunded;
  return wanted.units > left
    ? `Only ${moneyOfUnits(left, charge.currency)} of the payment is left to refund.`
    : undefined;
}

async function doneEarlier(
  api: StripeApi,
  {
    approval,
    key,
    difference,
  }: { readonly approval: Approval; readonly key: string; readonly difference: string },
): Promise<ExecutionResult> {
  const search = await findRefund(api, approval, key);
  if (search.is === 'found') return resultOfRefund(search.refund, approval.target.url);
  return failed('stale', difference);
}

/** Always with an amount: without one Stripe refunds everything that is left. */
function refundForm({
  charge,
  amount,
  approval,
  key,
  ticketId,
}: {
  readonly charge: StripeCharge;
  readonly amount: RefundAmount;
  readonly approval: Approval;
  readonly key: string;
  readonly ticketId: string;
}): Readonly<Record<string, string>> {
  const payment =
    charge.payment_intent == null ? { charge: charge.id } : { payment_intent: charge.payment_intent };
  return {
    ...payment,
    amount: String(amount.units),
    reason: 'requested_by_customer',
    ...ourMetadata(approval, key, ticketId),
  };
}
