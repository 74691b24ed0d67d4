import type { ReadRequest } from '../../app/ports/records.ts';
import { follow, type FieldReading, type LookUp } from '../look-up/look-up.ts';
import { chargeFacts } from './charge-facts.ts';
import { customerFacts } from './customer-facts.ts';
import { disputeFacts } from './dispute-facts.ts';
import { comparedFacts } from './double-payments.ts';
import { findCustomer, findCustomers } from './find-customers.ts';
import { findDispute } from './find-dispute.ts';
import { findPayment, findPaymentIntent, findRequesterPayments } from './find-payment.ts';
import { findSubscription } from './find-subscription.ts';
import { none, type Finder } from './finder.ts';
import { historyFacts, type HistoryFact } from './history-facts.ts';
import { askerOf, occasionOfRead, type Occasion } from './occasion.ts';
import { paymentIntentFacts } from './payment-intent-facts.ts';
import { readingOf, type RecordFacts } from './record-fact.ts';
import { refundFacts } from './refund-facts.ts';
import { customerUrl, disputeUrl, paymentUrl, subscriptionUrl } from './stripe-urls.ts';
import { subscriptionFacts } from './subscription-facts.ts';

type Reading = Promise<LookUp<FieldReading>>;

/** Looks up the one fact that is asked for, by the SOP's own record declaration or by what the ticket tells. */
export async function readStripeFact(finder: Finder, request: ReadRequest): Reading {
  const { record, field } = request.source;
  const occasion = occasionOfRead(request);
  const fields = readers[record];
  if (fields === undefined) return none('not-offered', finder.now());
  return fields(finder, occasion, field);
}

type Read = (finder: Finder, occasion: Occasion, field: string) => Reading;

/** How each record is found, and where people see it. */
const readers: Readonly<Record<string, Read>> = {
  customer: async (finder, occasion, field) => {
    const history = historyFacts[field];
    return history === undefined
      ? readField(finder, customerFacts[field], {
          found: () => findCustomer(finder, occasion),
          url: customerUrl,
        })
      : readHistory(finder, occasion, history);
  },
  charge: async (finder, occasion, field) => {
    const compared = comparedFacts[field];
    if (compared === undefined)
      return readField(finder, chargeFacts[field], {
        found: () => findPayment(finder, occasion),
        url: paymentUrl,
      });
    return follow(await findPayment(finder, occasion), async (charge) =>
      follow(await findRequesterPayments(finder, occasion), (all, observedAt) => ({
        is: 'found',
        record: { reading: compared.of(charge, all, finder.dateOf), url: paymentUrl(charge) },
        observedAt,
      })),
    );
  },
  payment_intent: (finder, occasion, field) =>
    readField(finder, paymentIntentFacts[field], {
      found: () => findPaymentIntent(finder, occasion),
      url: ({ id, livemode }) => paymentUrl({ id, payment_intent: id, livemode }),
    }),
  refund: (finder, occasion, field) =>
    readField(finder, refundFacts[field], {
      found: async () =>
        follow(await findPayment(finder, occasion), async (charge) =>
          follow(await finder.records.refunds(charge, askerOf(occasion)), (refunds, observedAt) => ({
            is: 'found',
            record: { charge, refunds },
            observedAt,
          })),
        ),
      url: ({ charge }) => paymentUrl(charge),
    }),
  dispute: (finder, occasion, field) =>
    readField(finder, disputeFacts[field], { found: () => findDispute(finder, occasion), url: disputeUrl }),
  subscription: (finder, occasion, field) =>
    readField(finder, subscriptionFacts[field], {
      found: () => findSubscription(finder, occasion),
      url: subscriptionUrl,
    }),
};

/** A field that nobody offers is not looked for. */
async function readField<T>(
  { dateOf, now }: Finder,
  fact: RecordFacts<T>[string] | undefined,
  { found, url }: { readonly found: () => Promise<LookUp<T>>; readonly url: (record: T) => string },
): Reading {
  if (fact === undefined) return none('no-such-field', now());
  return follow(await found(), (record, observedAt) => ({
    is: 'found',
    record: { reading: readingOf(fact.of(record, dateOf)), url: url(record) },
    observedAt,
  }));
}

async function readHistory(finder: Finder, occasion: Occasion, fact: HistoryFact): Reading {
  const { records, dateOf } = finder;
  return follow(await findCustomers(finder, occasion), async (customers) => {
    const [customer] = customers;
    const url = customers.length === 1 && customer !== undefined ? customerUrl(customer) : undefined;
    const around = { records, asker: askerOf(occasion), dateOf };
    return follow(await fact.of(customers, around), (value, observedAt) => ({
      is: 'found',
      record: { reading: { is: 'value', value }, url },
      observedAt,
    }));
  });
}
