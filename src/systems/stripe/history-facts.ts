import type { FactItemJson, FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { isPaid, orderOfCharge } from './find-charge.ts';
import { moneyOfUnits } from './minor-units.ts';
import { count, dayOf, list } from './record-fact.ts';
import type { StripeRecords } from './stripe-records.ts';
import type { StripeCharge, StripeCustomer, StripeDispute } from './stripe-schemas.ts';

type Surroundings = { readonly records: StripeRecords; readonly asker: Asker; readonly dateOf: DateOf };

/** A fact over everything that the customers of an address have paid. */
export type HistoryFact = {
  readonly type: FactType;
  readonly of: (customers: readonly StripeCustomer[], around: Surroundings) => Promise<LookUp<FactJson>>;
};

/** For counts and sums: added up over all customers of the address, unless the rep has said which one is meant. */
export const historyFacts: Readonly<Record<string, HistoryFact>> = {
  /** One item for each payment that went through: its amount. */
  payments: {
    type: list,
    of: overPaid(({ amount, currency }) => {
      const paid = moneyOfUnits(amount, currency);
      // An amount of which nobody knows the unit: it counts, and no sum is known.
      return paid === undefined ? null : { money: paid };
    }),
  },
  /** The day of each payment that went through. */
  payment_dates: { type: list, of: overPaid(({ created }, dateOf) => ({ date: dayOf(created, dateOf) })) },
  /** The orders that payments name, each once. */
  orders: {
    type: list,
    of: overCharges((charges) => [
      ...new Set(charges.filter(isPaid).flatMap((charge) => orderOfCharge(charge) ?? [])),
    ]),
  },
  /** How many payments are or ever were disputed, won and lost ones too. */
  dispute_count: { type: count, of: overCharges((charges) => charges.filter(isDisputed).length) },
  /** One item for each dispute, decided or not: the order number of its payment, or else the dispute's id. */
  disputes: { type: list, of: overDisputes(() => true) },
  /** The same for those that are not decided. */
  open_disputes: { type: list, of: overDisputes(isOpen) },
};

const isDisputed = ({ disputed }: StripeCharge) => disputed;

function overCharges(
  tell: (charges: readonly StripeCharge[], dateOf: DateOf) => FactJson,
): HistoryFact['of'] {
  return async (customers, { records, asker, dateOf }) =>
    follow(await records.charges(customers, asker), (charges, observedAt) => ({
      is: 'found',
      record: tell(charges, dateOf),
      observedAt,
    }));
}

function overPaid(tell: (charge: StripeCharge, dateOf: DateOf) => FactItemJson): HistoryFact['of'] {
  return overCharges((charges, dateOf) => charges.filter(isPaid).map((charge) => tell(charge, dateOf)));
}

function overDisputes(isMeant: (dispute: StripeDispute) => boolean): HistoryFact['of'] {
  return async (customers, { records, asker }) =>
    follow(await records.charges(customers, asker), async (charges) =>
      follow(await records.disputes(charges, asker), (disputes, observedAt) => ({
        is: 'found',
        record: disputes.filter(isMeant).map((dispute) => nameOfDispute(dispute, charges)),
        observedAt,
      })),
    );
}

/** Source: https://docs.stripe.com/api/disputes/object, `status`; `warning_closed`, `won` and `lost` are decided. */
const openStatuses = new Set([
  'needs_response',
  'under_review',
  'warning_needs_response',
  'warning_under_review',
]);

/** Whether the bank has not decided. */
export function isOpen({ status }: StripeDispute): boolean {
  return openStatuses.has(status);
}

function nameOfDispute(dispute: StripeDispute, charges: readonly StripeCharge[]): string {
  const charge = charges.find(({ id }) => id === dispute.charge);
  return (charge && orderOfCharge(charge)) ?? dispute.id;
}
