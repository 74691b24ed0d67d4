import { leftOf, type ChargeRecord, type RefundRecord, type StripeState } from './state.ts';
import type { StripeCustomerSeed, StripeDisputeSeed } from './seed.ts';

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
const livemode = false;

export function customerJson(customer: StripeCustomerSeed) {
  const { id, email, name, balance = 0, currency = null } = customer;
  return {
    id,
    object: 'customer',
    email,
    name,
    balance,
    currency,
    created: 1_600_000_000,
    livemode,
    metadata: {},
  };
}

export function chargeJson(charge: ChargeRecord, state: StripeState) {
  const { id, amount, currency, refunded, card, customer } = charge;
  const isCaptured = charge.captured !== false;
  const status = charge.status ?? 'succeeded';
  return {
    id,
    object: 'charge',
    amount,
    amount_captured: isCaptured && status === 'succeeded' ? amount : 0,
    amount_refunded: refunded,
    billing_details: { address: null, email: null, name: null, phone: null },
    captured: isCaptured,
    created: seconds(charge.created),
    currency,
    customer,
    disputed: state.disputes.some((dispute) => dispute.charge === id),
    livemode,
    metadata: charge.metadata ?? {},
    paid: status === 'succeeded',
    payment_intent: charge.paymentIntent,
    payment_method_details: {
      type: 'card',
      card: { brand: card.brand, last4: card.last4, exp_month: 12, exp_year: 2030 },
    },
    refunded: isCaptured && leftOf(charge) === 0,
    status,
  };
}

export function disputeJson(dispute: StripeDisputeSeed, state: StripeState) {
  const charge = state.charges.find(({ id }) => id === dispute.charge);
  return {
    id: dispute.id,
    object: 'dispute',
    amount: charge?.amount ?? 0,
    balance_transactions: [],
    charge: dispute.charge,
    created: seconds(charge?.created ?? '2026-01-01T00:00:00Z'),
    currency: charge?.currency ?? 'usd',
    evidence: {},
    evidence_details: { due_by: null, has_evidence: false, past_due: false, submission_count: 0 },
    is_charge_refundable: dispute.isChargeRefundable ?? false,
    livemode,
    metadata: {},
    payment_intent: charge?.paymentIntent ?? null,
    reason: dispute.reason,
    status: dispute.status,
  };
}

export function refundJson(refund: RefundRecord, state: StripeState) {
  const { id, amount, charge, currency, metadata, reason = null, status } = refund;
  return {
    id,
    object: 'refund',
    amount,
    charge,
    created: seconds(refund.created),
    currency,
    metadata,
    payment_intent: state.charges.find((candidate) => candidate.id === charge)?.paymentIntent ?? null,
    reason,
    status,
    ...(status === 'failed' ? { failure_reason: 'lost_or_stolen_card' } : {}),
  };
}
