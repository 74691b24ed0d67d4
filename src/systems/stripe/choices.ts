import type { PreviewLine, RecordCandidate, RecordChoice } from '../../domain/decisions/proposal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { cardName } from './card-name.ts';
import { customerFacts } from './customer-facts.ts';
import { orderOfCharge } from './find-charge.ts';
import { moneyOfUnits } from './minor-units.ts';
import { dayOf, words } from './record-fact.ts';
import type {
  StripeCharge,
  StripeCustomer,
  StripeDispute,
  StripePaymentIntent,
  StripeSubscription,
} from './stripe-schemas.ts';
import { customerUrl, disputeUrl, paymentUrl, subscriptionUrl } from './stripe-urls.ts';
import { amountOf, periodEnds, planOf } from './subscription-facts.ts';

/** Which payment: with what tells the two of an ordinary double charge apart. */
export function chargeChoice(charges: readonly StripeCharge[], dateOf: DateOf): RecordChoice {
  return choiceOf('charge', charges, (charge) => ({
    id: charge.id,
    name: cardName(charge),
    details: lines({
      amount: moneyOfUnits(charge.amount, charge.currency),
      paid_on: dayOf(charge.created, dateOf),
      paid_at: timeOf(charge.created),
      order: orderOfCharge(charge),
      status: charge.captured ? words(charge.status) : 'not captured',
      refunded:
        charge.amount_refunded === 0 ? undefined : moneyOfUnits(charge.amount_refunded, charge.currency),
      disputed: charge.disputed ? true : undefined,
    }),
    url: paymentUrl(charge),
  }));
}

/** Which customer of an address: guests leave one behind with each order. */
export function customerChoice(customers: readonly StripeCustomer[], dateOf: DateOf): RecordChoice {
  return choiceOf('customer', customers, (customer) => ({
    id: customer.id,
    name: customer.name ?? customer.id,
    details: lines({
      since: dayOf(customer.created, dateOf),
      balance: customerFacts['balance']?.of(customer, dateOf),
      customer_id: customer.id,
    }),
    url: customerUrl(customer),
  }));
}

export function paymentIntentChoice(intents: readonly StripePaymentIntent[], dateOf: DateOf): RecordChoice {
  return choiceOf('payment_intent', intents, (intent) => ({
    id: intent.id,
    name: intent.id,
    details: lines({
      amount: moneyOfUnits(intent.amount, intent.currency),
      paid_on: dayOf(intent.created, dateOf),
      status: words(intent.status),
    }),
    url: paymentUrl({ id: intent.id, payment_intent: intent.id, livemode: intent.livemode }),
  }));
}

export function disputeChoice(disputes: readonly StripeDispute[], dateOf: DateOf): RecordChoice {
  return choiceOf('dispute', disputes, (dispute) => ({
    id: dispute.id,
    name: dispute.id,
    details: lines({
      amount: moneyOfUnits(dispute.amount, dispute.currency),
      reason: words(dispute.reason),
      status: words(dispute.status),
      since: dayOf(dispute.created, dateOf),
    }),
    url: disputeUrl(dispute),
  }));
}

export function subscriptionChoice(
  subscriptions: readonly StripeSubscription[],
  dateOf: DateOf,
): RecordChoice {
  return choiceOf('subscription', subscriptions, (subscription) => {
    const [end] = periodEnds(subscription);
    return {
      id: subscription.id,
      name: planOf(subscription) ?? subscription.id,
      details: lines({
        amount: amountOf(subscription),
        status: words(subscription.status),
        since: dayOf(subscription.start_date, dateOf),
        period_ends: end === undefined ? undefined : dayOf(end, dateOf),
      }),
      url: subscriptionUrl(subscription),
    };
  });
}

function choiceOf<T>(
  record: string,
  records: readonly T[],
  candidate: (of: T) => RecordCandidate,
): RecordChoice {
  return { system: 'stripe', record, candidates: records.map(candidate) };
}

/** What is not there is no line. */
function lines(values: Readonly<Record<string, FactJson | undefined>>): readonly PreviewLine[] {
  return Object.entries(values).flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

/** The minute in UTC: two payments of one day differ in nothing else. */
const timeOf = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(11, 16)} UTC`;
