import type { ActionContext } from '../../app/ports/actions.ts';
import type { Approval, VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import { parseBody } from '../look-up/parse-answer.ts';
import type { SystemAnswer } from '../transport/transport.ts';
import { findRefund } from './find-refund.ts';
import { moneyOfUnits } from './minor-units.ts';
import { readRefundAmount, targetOf, type RefundAmount } from './refundable-payment.ts';
import type { StripeApi } from './stripe-api.ts';
import { stripeSchemas, type StripeCharge, type StripeRefund } from './stripe-schemas.ts';
import { paymentUrl } from './stripe-urls.ts';

/**
 * Refunds exactly what was approved, once. The newest state of the payment is read right before; if anything differs from what was
 * approved, nothing is sent, unless the difference is this very refund.
 */
export async function executeRefund(
  api: StripeApi,
  { approval, key }: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const wanted = readRefundAmount(approval.parameters['amount']);
  if (wanted.is === 'impossible') return { is: 'failed', failure: wanted.failure };
  const id = approval.target.ids['charge'];
  if (id === undefined) return { is: 'failed', failure: { code: 'unclear-target', reason: 'The approval names no payment.' } };
  const charge = await api.charge(id, 'person');
  if (charge.is === 'failed') return { is: 'failed', failure: charge.failure };
  const difference = differenceOf(charge.body, approval, wanted.amount);
  if (difference !== undefined) return doneEarlier(api, { approval, key, difference });
  const form = refundForm({ charge: charge.body, amount: wanted.amount, approval, key, ticketId: context.ticket.id });
  return readResult(await api.createRefund(form, key), charge.body, wanted.amount);
}

/** What is different from what was approved, in words. */
function differenceOf(charge: StripeCharge, approval: Approval, wanted: RefundAmount): string | undefined {
  const now = targetOf(charge);
  const approved = approval.target.ids;
  if (now === undefined || charge.currency.toUpperCase() !== wanted.currency) {
    return `The payment is in ${charge.currency.toUpperCase()}, not in ${wanted.currency}.`;
  }
  if (now.ids['payment_intent'] !== approved['payment_intent'] || charge.status !== 'succeeded' || !charge.captured) {
    return 'The payment is not the one that was approved.';
  }
  if (now.ids['already_refunded'] !== approved['already_refunded']) {
    return `${now.ids['already_refunded']} of the payment was refunded already; it was ${approved['already_refunded']} when this was approved.`;
  }
  const left = charge.amount_captured - charge.amount_refunded;
  return wanted.units > left ? `Only ${moneyOfUnits(left, charge.currency)} of the payment is left to refund.` : undefined;
}

async function doneEarlier(
  api: StripeApi,
  { approval, key, difference }: { readonly approval: Approval; readonly key: string; readonly difference: string },
): Promise<ExecutionResult> {
  const search = await findRefund(api, approval, key);
  if (search.is === 'found') return resultOf(search.refund, approval.target.url);
  return { is: 'failed', failure: { code: 'stale', reason: difference } };
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
  const payment = charge.payment_intent == null ? { charge: charge.id } : { payment_intent: charge.payment_intent };
  return {
    ...payment,
    amount: String(amount.units),
    reason: 'requested_by_customer',
    'metadata[signoff]': key,
    'metadata[ticket]': ticketId,
    // Stripe keeps 500 characters of a value.
    'metadata[approved_by]': `${approval.by.name} (${approval.by.id})`.slice(0, 500),
  };
}

function readResult(answer: SystemAnswer, charge: StripeCharge, wanted: RefundAmount): ExecutionResult {
  switch (answer.is) {
    case 'answered': {
      const refund = parseBody(answer.body, stripeSchemas.refund, 'what Stripe did', answer.requestId);
      if (refund.is === 'failed') return { is: 'unknown', failure: refund.failure };
      return isTheRefund(refund.body, charge, wanted)
        ? resultOf(refund.body, paymentUrl(charge))
        : unknown(`Stripe answered with another refund, ${refund.body.id}.`);
    }
    case 'refused':
      // 409: another request with the same key is under way, and may succeed.
      return answer.status === 409
        ? { is: 'unknown', failure: answer.failure }
        : { is: 'failed', failure: withStripesReason(answer.body, { ...answer.failure, status: answer.status }) };
    case 'unavailable':
      return { is: 'failed', failure: answer.failure };
    case 'unknown':
      return { is: 'unknown', failure: answer.failure };
  }
}

function isTheRefund(refund: StripeRefund, charge: StripeCharge, wanted: RefundAmount): boolean {
  const isOfPayment = refund.charge == null || refund.charge === charge.id;
  return isOfPayment && refund.amount === wanted.units && refund.currency === charge.currency;
}

/** `pending` and `requires_action` are not done: the refund is on its way and can still fail. Source: https://docs.stripe.com/refunds#failed-refunds */
export function resultOf(refund: StripeRefund, url: string | undefined): ExecutionResult {
  const link = url === undefined ? {} : { url };
  switch (refund.status) {
    case 'succeeded':
      return { is: 'succeeded', reference: refund.id, ...link };
    case 'pending':
    case 'requires_action':
      return { is: 'succeeded', reference: refund.id, ...link, pending: true };
    case 'failed':
    case 'canceled':
      return {
        is: 'failed',
        failure: { code: 'refused', reason: `The refund ${refund.id} did not go through: ${failureWords(refund)}.` },
      };
    default:
      return unknown(`Stripe says “${refund.status ?? 'nothing'}” of the refund ${refund.id}.`);
  }
}

const failureWords = (refund: StripeRefund) => (refund.failure_reason ?? refund.status ?? 'no reason given').replaceAll('_', ' ');

function withStripesReason(body: unknown, failure: Failure): Failure {
  const parsed = stripeSchemas.error.safeParse(body);
  const message = parsed.success ? parsed.data.error.message : undefined;
  return message == null ? failure : { ...failure, reason: message };
}

const unknown = (reason: string): ExecutionResult => ({ is: 'unknown', failure: { code: 'unknown-outcome', reason } });
