import type * as z from 'zod/mini';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import { stripeGet, stripePost, type StripeGet } from './stripe-request.ts';
import {
  stripeSchemas,
  type StripeBalanceTransaction,
  type StripeCharge,
  type StripeCustomer,
  type StripeDispute,
  type StripeList,
  type StripePaymentIntent,
  type StripeRefund,
  type StripeSubscription,
} from './stripe-schemas.ts';

type Priority = SystemRequest['priority'];
type Form = Readonly<Record<string, string>>;
type Page<T> = Promise<Parsed<StripeList<T>>>;
/** Exactly one of the two: a charge of old has no payment intent. */
export type PaymentFilter = { readonly payment_intent: string } | { readonly charge: string };

/**
 * Every request that Signoff makes of Stripe. None throws. Lists hold the newest 100. Writes give the raw answer: what a failed one
 * means is decided where it is sent.
 */
export type StripeApi = {
  /** The filter is case-sensitive. */
  customersByEmail(email: string, priority: Priority): Page<StripeCustomer>;
  customer(id: string, priority: Priority): Promise<Parsed<StripeCustomer>>;
  chargesOf(customer: string, priority: Priority): Page<StripeCharge>;
  charge(id: string, priority: Priority): Promise<Parsed<StripeCharge>>;
  paymentIntentsOf(customer: string, priority: Priority): Page<StripePaymentIntent>;
  paymentIntent(id: string, priority: Priority): Promise<Parsed<StripePaymentIntent>>;
  refundsOf(payment: PaymentFilter, priority: Priority): Page<StripeRefund>;
  disputesOf(charge: string, priority: Priority): Page<StripeDispute>;
  dispute(id: string, priority: Priority): Promise<Parsed<StripeDispute>>;
  /** Ended ones too. */
  subscriptionsOf(customer: string, priority: Priority): Page<StripeSubscription>;
  subscription(id: string, priority: Priority): Promise<Parsed<StripeSubscription>>;
  balanceTransactionsOf(customer: string): Page<StripeBalanceTransaction>;
  createRefund(form: Form, key: string): Promise<SystemAnswer>;
  updateDispute(id: string, form: Form, key: string): Promise<SystemAnswer>;
  updateSubscription(id: string, form: Form, key: string): Promise<SystemAnswer>;
  createBalanceTransaction(customer: string, form: Form, key: string): Promise<SystemAnswer>;
};

/** Stripe behind the one transport. The key is filled in by Zendesk's proxy. */
export function createStripeApi(transport: Transport): StripeApi {
  const read = async <T>(schema: z.ZodMiniType<T>, get: StripeGet): Promise<Parsed<T>> =>
    parseAnswer(await transport.send(stripeGet(get)), schema, get.what);
  const one =
    <T extends { readonly id: string }>(schema: z.ZodMiniType<T>, what: string, folder: string) =>
    async (id: string, priority: Priority) =>
      sameRecord(await read(schema, { what, path: `${folder}/${encodeURIComponent(id)}`, priority }), id);
  const all =
    <T, Given>(
      schema: z.ZodMiniType<StripeList<T>>,
      what: string,
      { path, query }: { readonly path: string; readonly query: (given: Given) => Form },
    ) =>
    (given: Given, priority: Priority): Page<T> =>
      read(schema, { what, path, query: { ...query(given), limit: '100' }, priority });
  const write = (operation: string, path: string, { form, key }: { form: Form; key: string }) =>
    transport.send(stripePost({ operation, path, form, key }));
  const schemas = stripeSchemas;
  return {
    customersByEmail: all(schemas.customers, 'the customers', {
      path: '/v1/customers',
      query: (email: string) => ({ email }),
    }),
    customer: one(schemas.customer, 'the customer', '/v1/customers'),
    chargesOf: all(schemas.charges, 'the payments', { path: '/v1/charges', query: ofCustomer }),
    charge: one(schemas.charge, 'the payment', '/v1/charges'),
    paymentIntentsOf: all(schemas.paymentIntents, 'the payment intents', {
      path: '/v1/payment_intents',
      query: ofCustomer,
    }),
    paymentIntent: one(schemas.paymentIntent, 'the payment intent', '/v1/payment_intents'),
    refundsOf: all(schemas.refunds, 'the refunds', {
      path: '/v1/refunds',
      query: (payment: PaymentFilter): Form => ({ ...payment }),
    }),
    disputesOf: all(schemas.disputes, 'the disputes', {
      path: '/v1/disputes',
      query: (charge: string) => ({ charge }),
    }),
    dispute: one(schemas.dispute, 'the dispute', '/v1/disputes'),
    subscriptionsOf: all(schemas.subscriptions, 'the subscriptions', {
      path: '/v1/subscriptions',
      query: (customer: string) => ({ customer, status: 'all' }),
    }),
    subscription: one(schemas.subscription, 'the subscription', '/v1/subscriptions'),
    balanceTransactionsOf: (customer) =>
      read(schemas.balanceTransactions, {
        what: 'the credits of the customer',
        path: ledgerOf(customer),
        query: { limit: '100' },
        priority: 'person',
      }),
    createRefund: (form, key) => write('refund', '/v1/refunds', { form, key }),
    updateDispute: (id, form, key) =>
      write('submit evidence', `/v1/disputes/${encodeURIComponent(id)}`, { form, key }),
    updateSubscription: (id, form, key) =>
      write('change the subscription', `/v1/subscriptions/${encodeURIComponent(id)}`, { form, key }),
    createBalanceTransaction: (customer, form, key) =>
      write('credit the customer', ledgerOf(customer), { form, key }),
  };
}

/** The record that was asked for and no other: whatever follows is done to the one that came back. */
function sameRecord<T extends { readonly id: string }>(answer: Parsed<T>, id: string): Parsed<T> {
  if (answer.is === 'failed' || answer.body.id === id) return answer;
  const reason = 'Stripe answered with another record than the one that was asked for.';
  return { is: 'failed', failure: { code: 'unreadable', reason } };
}

const ofCustomer = (customer: string) => ({ customer });

const ledgerOf = (customer: string) => `/v1/customers/${encodeURIComponent(customer)}/balance_transactions`;
