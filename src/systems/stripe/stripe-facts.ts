import type { FactField } from '../system.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { follow, type FieldReading, type LookUp } from '../look-up/look-up.ts';
import type { Asker } from '../look-up/share-look-ups.ts';
import { moneyOfUnits } from './minor-units.ts';
import { orderOfCharge } from './find-charge.ts';
import { customerUrl, paymentUrl } from './stripe-urls.ts';
import type { StripeRecords } from './stripe-records.ts';
import type { StripeCharge, StripeCustomer, StripeDispute } from './stripe-schemas.ts';

/** A fact about one customer. Where an address stands for several customers, these facts are not told. */
type CustomerFact = {
  readonly type: FactType;
  readonly of: (customer: StripeCustomer) => FactJson | undefined;
};

const text = { kind: 'text' } as const;
const money = { kind: 'money', currency: undefined } as const;

export const customerFacts: Readonly<Record<string, CustomerFact>> = {
  id: { type: text, of: ({ id }) => id },
  email: { type: text, of: ({ email }) => email ?? undefined },
  name: { type: text, of: ({ name }) => name ?? undefined },
  /** As Stripe counts it: negative is credit for the next invoice. */
  balance: {
    type: money,
    of: ({ balance, currency }) =>
      balance == null || currency == null ? undefined : moneyOfUnits(balance, currency),
  },
};

/** A fact about one payment. */
type ChargeFact = {
  readonly type: FactType;
  readonly of: (charge: StripeCharge, dateOf: DateOf) => FactJson | undefined;
};

export const chargeFacts: Readonly<Record<string, ChargeFact>> = {
  id: { type: text, of: ({ id }) => id },
  payment_intent: { type: text, of: ({ payment_intent }) => payment_intent ?? undefined },
  amount: { type: money, of: ({ amount, currency }) => moneyOfUnits(amount, currency) },
  amount_refunded: {
    type: money,
    of: ({ amount_refunded, currency }) => moneyOfUnits(amount_refunded, currency),
  },
  status: { type: text, of: ({ status }) => status },
  captured: { type: { kind: 'yes-no' }, of: ({ captured }) => captured },
  disputed: { type: { kind: 'yes-no' }, of: ({ disputed }) => disputed },
  card_brand: { type: text, of: (charge) => charge.payment_method_details?.card?.brand ?? undefined },
  card_last4: { type: text, of: (charge) => charge.payment_method_details?.card?.last4 ?? undefined },
  created: {
    type: { kind: 'date' },
    of: ({ created }, dateOf) => dateOf(new Date(created * 1000).toISOString()),
  },
};

/** A fact over everything that the customers of an address have paid. */
type HistoryFact = {
  readonly type: FactType;
  readonly of: (
    records: StripeRecords,
    customers: readonly StripeCustomer[],
    asker: Asker,
  ) => Promise<LookUp<FactJson>>;
};

export const historyFacts: Readonly<Record<string, HistoryFact>> = {
  /** How many payments are or ever were disputed, won and lost ones too; added up over all customers of the address. */
  dispute_count: {
    type: { kind: 'count' },
    of: async (records, customers, asker) =>
      follow(await records.charges(customers, asker), (charges, observedAt) => ({
        is: 'found',
        record: charges.filter(({ disputed }) => disputed).length,
        observedAt,
      })),
  },
  /** One item for each dispute that is not decided: the order number of its payment, or else the dispute's id. */
  open_disputes: {
    type: { kind: 'list' },
    of: async (records, customers, asker) =>
      follow(await records.charges(customers, asker), async (charges) =>
        follow(await records.disputes(charges, asker), (disputes, observedAt) => ({
          is: 'found',
          record: disputes.filter(isOpen).map((dispute) => nameOfDispute(dispute, charges)),
          observedAt,
        })),
      ),
  },
};

/** Source: https://docs.stripe.com/api/disputes/object, `status`; `warning_closed`, `won` and `lost` are decided. */
const openStatuses = new Set([
  'needs_response',
  'under_review',
  'warning_needs_response',
  'warning_under_review',
]);
const isOpen = ({ status }: StripeDispute) => openStatuses.has(status);

function nameOfDispute(dispute: StripeDispute, charges: readonly StripeCharge[]): string {
  const charge = charges.find(({ id }) => id === dispute.charge);
  return (charge && orderOfCharge(charge)) ?? dispute.id;
}

/** The catalogue by name, for the checker of SOPs. */
export const stripeFactFields: readonly FactField[] = [
  ...fieldsOf('customer', { ...customerFacts, ...historyFacts }),
  ...fieldsOf('charge', chargeFacts),
];

function fieldsOf(
  record: string,
  facts: Readonly<Record<string, { readonly type: FactType }>>,
): readonly FactField[] {
  return Object.entries(facts).map(([field, { type }]) => ({ record, field, type }));
}

function readingOf(value: FactJson | undefined): Reading {
  return value === undefined ? { is: 'empty' } : { is: 'value', value };
}

export function ofCustomer(fact: CustomerFact, customer: StripeCustomer): FieldReading {
  return { reading: readingOf(fact.of(customer)), url: customerUrl(customer) };
}

export function ofCharge(fact: ChargeFact, charge: StripeCharge, dateOf: DateOf): FieldReading {
  return { reading: readingOf(fact.of(charge, dateOf)), url: paymentUrl(charge) };
}
