import {
  leftOf,
  type BalanceTransactionRecord,
  type ChargeRecord,
  type DisputeRecord,
  type RefundRecord,
  type StripeState,
  type SubscriptionRecord,
} from './state.ts';
import type { StripeAttemptSeed, StripeCustomerSeed } from './seed.ts';

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
    created: customer.created === undefined ? 1_600_000_000 : seconds(customer.created),
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

export function disputeJson(dispute: DisputeRecord, state: StripeState) {
  const charge = state.charges.find(({ id }) => id === dispute.charge);
  const { submissions = 0, evidence = {}, dueBy } = dispute;
  return {
    id: dispute.id,
    object: 'dispute',
    amount: charge?.amount ?? 0,
    balance_transactions: [],
    charge: dispute.charge,
    created: seconds(dispute.created ?? charge?.created ?? '2026-01-01T00:00:00Z'),
    currency: charge?.currency ?? 'usd',
    evidence,
    evidence_details: {
      due_by: dueBy === undefined ? null : seconds(dueBy),
      has_evidence: Object.keys(evidence).length > 0,
      past_due: false,
      submission_count: submissions,
    },
    is_charge_refundable: dispute.isChargeRefundable ?? false,
    livemode,
    metadata: dispute.metadata ?? {},
    payment_intent: charge?.paymentIntent ?? null,
    reason: dispute.reason,
    status: dispute.status,
  };
}

type Intent = Pick<StripeAttemptSeed, 'id' | 'amount' | 'currency' | 'created' | 'metadata'> & {
  readonly customer: string;
  readonly status: string;
  readonly received: number;
};

/** The intents of all charges, one for each, and the attempts that no charge came of. */
export function intentsOf(state: StripeState): readonly Intent[] {
  const ofCharges = state.charges.map((charge) => {
    const isTaken = (charge.status ?? 'succeeded') === 'succeeded';
    const isCaptured = charge.captured !== false;
    return {
      ...charge,
      id: charge.paymentIntent,
      status: !isTaken ? 'requires_payment_method' : isCaptured ? 'succeeded' : 'requires_capture',
      received: isTaken && isCaptured ? charge.amount : 0,
    };
  });
  return [...ofCharges, ...state.attempts.map((attempt) => ({ ...attempt, received: 0 }))];
}

export function intentJson({
  id,
  amount,
  currency,
  created,
  customer,
  metadata = {},
  status,
  received,
}: Intent) {
  return {
    id,
    object: 'payment_intent',
    amount,
    amount_capturable: status === 'requires_capture' ? amount : 0,
    amount_received: received,
    cancellation_reason: status === 'canceled' ? 'abandoned' : null,
    capture_method: 'automatic',
    confirmation_method: 'automatic',
    created: seconds(created),
    currency,
    customer,
    livemode,
    metadata,
    payment_method_types: ['card'],
    status,
  };
}

export function subscriptionJson(subscription: SubscriptionRecord) {
  const { id, customer, status, cancelAtPeriodEnd, items, metadata, startedAt, endedAt } = subscription;
  return {
    id,
    object: 'subscription',
    cancel_at_period_end: cancelAtPeriodEnd,
    cancel_at: cancelAtPeriodEnd && items[0] !== undefined ? seconds(items[0].periodEnds) : null,
    created: seconds(startedAt),
    currency: items[0]?.currency ?? 'usd',
    customer,
    ended_at: endedAt === undefined ? null : seconds(endedAt),
    items: {
      object: 'list',
      data: items.map((item, index) => ({
        id: `si_${id.slice('sub_'.length)}${index}`,
        object: 'subscription_item',
        current_period_end: seconds(item.periodEnds),
        quantity: item.quantity ?? 1,
        price: {
          id: `price_${id.slice('sub_'.length)}${index}`,
          object: 'price',
          currency: item.currency,
          nickname: item.plan,
          recurring: { interval: item.interval ?? 'month', interval_count: 1 },
          unit_amount: item.amount,
        },
      })),
      has_more: false,
    },
    livemode,
    metadata,
    start_date: seconds(startedAt),
    status,
  };
}

export function balanceTransactionJson(transaction: BalanceTransactionRecord) {
  const {
    id,
    amount,
    currency,
    customer,
    created,
    description = null,
    endingBalance,
    metadata,
  } = transaction;
  return {
    id,
    object: 'customer_balance_transaction',
    amount,
    created: seconds(created),
    currency,
    customer,
    description,
    ending_balance: endingBalance,
    invoice: null,
    livemode,
    metadata,
    type: 'adjustment',
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
