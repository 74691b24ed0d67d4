import type { Clock } from '../../app/ports/clock.ts';
import type { Instant } from '../../domain/run/events.ts';
import { allFound, follow, type LookUp } from '../look-up/look-up.ts';
import type { Parsed } from '../look-up/parse-answer.ts';
import { shareLookUps, type Asker } from '../look-up/share-look-ups.ts';
import type { PaymentFilter, StripeApi } from './stripe-api.ts';
import type {
  StripeCharge,
  StripeCustomer,
  StripeDispute,
  StripeList,
  StripePaymentIntent,
  StripeRefund,
  StripeSubscription,
} from './stripe-schemas.ts';

/** More than these are not asked about one by one, to stay within the request budget of a ticket: then nothing can be told. */
const mostCustomers = 3;
const mostDisputedCharges = 4;

/** What is looked up in Stripe, each once per ticket. */
export type StripeRecords = {
  /** `key` is an address or the id of a customer. One address can stand for several customers; all are given. */
  customers(key: string, asker: Asker): Promise<LookUp<readonly StripeCustomer[]>>;
  /** All payments of these customers; `several` when there are more than a page holds, because a count would be wrong. */
  charges(customers: Owners, asker: Asker): Promise<LookUp<readonly StripeCharge[]>>;
  charge(id: string, asker: Asker): Promise<LookUp<StripeCharge>>;
  paymentIntents(customers: Owners, asker: Asker): Promise<LookUp<readonly StripePaymentIntent[]>>;
  paymentIntent(id: string, asker: Asker): Promise<LookUp<StripePaymentIntent>>;
  refunds(charge: StripeCharge, asker: Asker): Promise<LookUp<readonly StripeRefund[]>>;
  /** The disputes of those charges that are or were disputed. */
  disputes(charges: readonly StripeCharge[], asker: Asker): Promise<LookUp<readonly StripeDispute[]>>;
  dispute(id: string, asker: Asker): Promise<LookUp<StripeDispute>>;
  /** Ended ones too. */
  subscriptions(customers: Owners, asker: Asker): Promise<LookUp<readonly StripeSubscription[]>>;
  subscription(id: string, asker: Asker): Promise<LookUp<StripeSubscription>>;
};

type Owners = readonly Pick<StripeCustomer, 'id'>[];

/** Chains at most three answers: customers, charges, disputes. */
export function createStripeRecords(api: StripeApi, clock: Clock): StripeRecords {
  const now = () => clock.now();
  const one = <T>(ask: (id: string, priority: Priority) => Promise<Parsed<T>>) =>
    shareLookUps(async (id, asker) => single(await ask(id, priorityOf(asker)), now()));
  const all = <T>(ask: (key: string, priority: Priority) => Promise<Parsed<StripeList<T>>>) =>
    shareLookUps(async (key, asker) => wholePage(await ask(key, priorityOf(asker)), now()));
  const ofOwners =
    <T>(ofOne: (id: string, asker: Asker) => Promise<LookUp<readonly T[]>>) =>
    async (owners: Owners, asker: Asker): Promise<LookUp<readonly T[]>> =>
      owners.length > mostCustomers
        ? { is: 'none', because: 'several', observedAt: now() }
        : joined(await Promise.all(owners.map(({ id }) => ofOne(id, asker))), now());
  const disputesOfOne = all((id, priority) => api.disputesOf(id, priority));
  const refundsOfOne = all((id, priority) => api.refundsOf(paymentOf(id), priority));
  return {
    customers: shareLookUps((key, asker) => lookUpCustomers(api, key, asker, now)),
    charge: one((id, priority) => api.charge(id, priority)),
    charges: ofOwners(all((id, priority) => api.chargesOf(id, priority))),
    paymentIntent: one((id, priority) => api.paymentIntent(id, priority)),
    paymentIntents: ofOwners(all((id, priority) => api.paymentIntentsOf(id, priority))),
    refunds: (charge, asker) => refundsOfOne(charge.payment_intent ?? charge.id, asker),
    dispute: one((id, priority) => api.dispute(id, priority)),
    disputes: async (charges, asker) => {
      const disputed = charges.filter((candidate) => candidate.disputed);
      if (disputed.length > mostDisputedCharges) return { is: 'none', because: 'several', observedAt: now() };
      return joined(await Promise.all(disputed.map(({ id }) => disputesOfOne(id, asker))), now());
    },
    subscription: one((id, priority) => api.subscription(id, priority)),
    subscriptions: ofOwners(all((id, priority) => api.subscriptionsOf(id, priority))),
  };
}

type Priority = 'person' | 'background';

const paymentOf = (id: string): PaymentFilter =>
  id.startsWith('pi_') ? { payment_intent: id } : { charge: id };

const priorityOf = (asker: Asker) => (asker.freshness === 'newest' ? 'person' : 'background');

/** Stripe's filter is case-sensitive, so an address is asked for as it is written and in lower case. */
async function lookUpCustomers(
  api: StripeApi,
  key: string,
  asker: Asker,
  now: () => Instant,
): Promise<LookUp<readonly StripeCustomer[]>> {
  const priority = priorityOf(asker);
  if (key.startsWith('cus_')) {
    return follow(single(await api.customer(key, priority), now()), (record, observedAt) => ({
      is: 'found',
      record: [record],
      observedAt,
    }));
  }
  const spellings = [...new Set([key, key.toLowerCase()])];
  const pages = await Promise.all(
    spellings.map(async (email) => wholePage(await api.customersByEmail(email, priority), now())),
  );
  return follow(joined(pages, now()), (found, observedAt) => {
    const different = [...new Map(found.map((customer) => [customer.id, customer])).values()];
    return different.length === 0
      ? { is: 'none', because: 'not-found', observedAt }
      : { is: 'found', record: different, observedAt };
  });
}

/** A page that says that there is more is no answer: whatever is counted over it would be too little. */
function wholePage<T>(page: Parsed<StripeList<T>>, observedAt: Instant): LookUp<readonly T[]> {
  if (page.is === 'failed') return page;
  return page.body.has_more
    ? { is: 'none', because: 'several', observedAt }
    : { is: 'found', record: page.body.data, observedAt };
}

function single<T>(answer: Parsed<T>, observedAt: Instant): LookUp<T> {
  if (answer.is === 'parsed') return { is: 'found', record: answer.body, observedAt };
  return answer.failure.status === 404 ? { is: 'none', because: 'not-found', observedAt } : answer;
}

function joined<T>(pages: readonly LookUp<readonly T[]>[], now: Instant): LookUp<readonly T[]> {
  const all = allFound(pages, now);
  return all.is === 'found' ? { ...all, record: all.record.flat() } : all;
}
