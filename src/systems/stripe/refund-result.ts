import { failed, readWritten, unknown } from '../write/outcome.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import type { SystemAnswer } from '../transport/transport.ts';
import type { RefundAmount } from './refundable-payment.ts';
import { stripeSchemas, type StripeCharge, type StripeRefund } from './stripe-schemas.ts';
import { paymentUrl } from './stripe-urls.ts';

/** What the answer to a refund means. Whatever is not clear may have been carried out: `unknown`. */
export function readRefundAnswer(
  answer: SystemAnswer,
  charge: StripeCharge,
  wanted: RefundAmount,
): ExecutionResult {
  const written = readWritten(answer, { schema: stripeSchemas.refund, what: 'what Stripe did', by: 'keyed' });
  if (written.is !== 'written') return written;
  return isTheRefund(written.object, charge, wanted)
    ? resultOfRefund(written.object, paymentUrl(charge))
    : unknown(`Stripe answered with another refund, ${written.object.id}.`);
}

function isTheRefund(refund: StripeRefund, charge: StripeCharge, wanted: RefundAmount): boolean {
  const isOfPayment = refund.charge == null || refund.charge === charge.id;
  return isOfPayment && refund.amount === wanted.units && refund.currency === charge.currency;
}

/** `pending` and `requires_action` are not done: the refund is on its way and can still fail. Source: https://docs.stripe.com/refunds#failed-refunds */
export function resultOfRefund(refund: StripeRefund, url: string | undefined): ExecutionResult {
  const link = url === undefined ? {} : { url };
  switch (refund.status) {
    case 'succeeded':
      return { is: 'succeeded', reference: refund.id, ...link };
    case 'pending':
    case 'requires_action':
      return { is: 'succeeded', reference: refund.id, ...link, pending: true };
    case 'failed':
    case 'canceled':
      return failed('refused', `The refund ${refund.id} did not go through: ${failureWords(refund)}.`);
    default:
      return unknown(`Stripe says “${refund.status ?? 'nothing'}” of the refund ${refund.id}.`);
  }
}

const failureWords = (refund: StripeRefund) =>
  (refund.failure_reason ?? refund.status ?? 'no reason given').replaceAll('_', ' ');
