import { jsonResponse, type FakeResponse } from '../fake.ts';
import { metadataOf, refuseUnknown } from './form.ts';
import { refundJson } from './json-of.ts';
import { stripeError } from './stripe-error.ts';
import { leftOf, type ChargeRecord, type RefundRecord, type StripeState } from './state.ts';

const parameters = new Set([
  'amount',
  'charge',
  'currency',
  'customer',
  'instructions_email',
  'origin',
  'payment_intent',
  'reason',
  'refund_application_fee',
  'reverse_transfer',
]);
const reasons = ['duplicate', 'fraudulent', 'requested_by_customer'];

/**
 * `POST /v1/refunds` by Stripe's rules: unknown parameters are refused, never more than what is left, never while the bank decides
 * about a dispute. Without an amount everything that is left is refunded.
 */
export function createRefund(state: StripeState, form: URLSearchParams, now: string): FakeResponse {
  const unknown = refuseUnknown(form, (name) => parameters.has(name));
  if (unknown !== undefined) return unknown;
  const reason = form.get('reason') ?? undefined;
  if (reason !== undefined && !reasons.includes(reason)) {
    return stripeError(400, `Invalid reason: must be one of ${reasons.join(', ')}`, { param: 'reason' });
  }
  const charge = chargeOf(state, form);
  if (charge === undefined)
    return stripeError(404, 'No such charge or payment_intent', { code: 'resource_missing' });
  const amount = form.has('amount') ? Number(form.get('amount')) : leftOf(charge);
  const refusal = refusalOf(state, charge, amount);
  if (refusal !== undefined) return refusal;
  return jsonResponse(200, refundJson(record(state, { charge, amount, reason, form, now }), state));
}

/** A payment that was tried again has several charges; the one that went through is meant. */
function chargeOf(state: StripeState, form: URLSearchParams): ChargeRecord | undefined {
  const [id, intent] = [form.get('charge'), form.get('payment_intent')];
  return state.charges.find(
    (charge) =>
      charge.id === id || (charge.paymentIntent === intent && (charge.status ?? 'succeeded') === 'succeeded'),
  );
}

function refusalOf(state: StripeState, charge: ChargeRecord, amount: number): FakeResponse | undefined {
  if (!Number.isSafeInteger(amount) || amount < 1) {
    return stripeError(400, 'Invalid integer: amount', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  }
  if ((charge.status ?? 'succeeded') !== 'succeeded' || charge.captured === false) {
    return stripeError(400, `Charge ${charge.id} was not captured and cannot be refunded.`);
  }
  const isBlocked = state.disputes.some(
    (dispute) => dispute.charge === charge.id && dispute.isChargeRefundable !== true,
  );
  if (isBlocked) {
    return stripeError(400, `Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  const left = leftOf(charge);
  if (left === 0) {
    return stripeError(400, `Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  return amount > left
    ? stripeError(400, `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
        param: 'amount',
      })
    : undefined;
}

function record(
  state: StripeState,
  given: {
    readonly charge: ChargeRecord;
    readonly amount: number;
    readonly reason: string | undefined;
    readonly form: URLSearchParams;
    readonly now: string;
  },
): RefundRecord {
  const { charge, amount, reason, form, now } = given;
  const refund: RefundRecord = {
    id: `re_desk${state.refunds.length + 1}`,
    charge: charge.id,
    amount,
    currency: charge.currency,
    created: now,
    metadata: metadataOf(form),
    reason,
    status: charge.refundsBecome ?? 'succeeded',
  };
  // What failed goes back to the balance and can be refunded again.
  if (refund.status !== 'failed') charge.refunded += amount;
  state.refunds.push(refund);
  return refund;
}
