import type { FactType } from '../../domain/facts/value.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { isPaid, orderOfCharge } from './find-charge.ts';
import { dayOf, list, text } from './record-fact.ts';
import type { StripeCharge } from './stripe-schemas.ts';

/** A fact about a payment among all payments of its customer. */
type ComparedFact = {
  readonly type: FactType;
  readonly of: (charge: StripeCharge, all: readonly StripeCharge[], dateOf: DateOf) => Reading;
};

/** What a checkout that was pressed twice leaves behind, told apart from what a customer pays every month. */
export const comparedFacts: Readonly<Record<string, ComparedFact>> = {
  /** The days of all other payments of exactly this amount. */
  same_amount_payments: {
    type: list,
    of: (charge, all, dateOf) => {
      const same = othersOfSameAmount(charge, all);
      return { is: 'value', value: same.map(({ created }) => ({ date: dayOf(created, dateOf) })) };
    },
  },
  /** The ids of the payments that look as if this one had been taken twice. */
  double_payments: {
    type: list,
    of: (charge, all) => ({ is: 'value', value: doublesOf(charge, all).map(({ id }) => id) }),
  },
  /** The id of the only one of them: what a refund can name as its payment. */
  double_payment: {
    type: text,
    of: (charge, all) => {
      const [double, ...others] = doublesOf(charge, all);
      if (double === undefined) return { is: 'empty' };
      return others.length > 0 ? { is: 'none', because: 'several' } : { is: 'value', value: double.id };
    },
  },
};

const threeDays = 3 * 24 * 60 * 60;

/** The same amount from the same card within three days, for no other order, and not given back yet. */
function doublesOf(charge: StripeCharge, all: readonly StripeCharge[]): readonly StripeCharge[] {
  return othersOfSameAmount(charge, all).filter(
    (other) =>
      Math.abs(other.created - charge.created) <= threeDays &&
      cardOf(other) === cardOf(charge) &&
      other.amount_refunded < other.amount_captured &&
      isOfNoOtherOrder(other, charge),
  );
}

function othersOfSameAmount(charge: StripeCharge, all: readonly StripeCharge[]): readonly StripeCharge[] {
  return all.filter(
    (other) =>
      other.id !== charge.id &&
      isPaid(other) &&
      other.amount === charge.amount &&
      other.currency === charge.currency,
  );
}

function cardOf({ payment_method_details: details }: StripeCharge): string {
  return JSON.stringify([details?.card?.brand ?? null, details?.card?.last4 ?? null]);
}

function isOfNoOtherOrder(other: StripeCharge, charge: StripeCharge): boolean {
  const order = orderOfCharge(other);
  return order === undefined || orderOfCharge(charge) === undefined || order === orderOfCharge(charge);
}
