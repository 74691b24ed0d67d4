import type * as z from 'zod/mini';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import {
  stripeSchemas,
  type StripeCharge,
  type StripeCustomer,
  type StripeDispute,
  type StripeList,
  type StripeRefund,
} from './stripe-schemas.ts';

/** Stripe's API version; answers have the form of this day, whatever the account's default is. */
export const stripeVersion = '2026-10-28.endive';

type Priority = SystemRequest['priority'];
/** Exactly one of the two: a charge of old has no payment intent. */
export type PaymentFilter = { readonly payment_intent: string } | { readonly charge: string };

/** Every request that Signoff makes of Stripe. None throws. */
export type StripeApi = {
  /** The filter is case-sensitive. */
  customersByEmail(email: string, priority: Priority): Promise<Parsed<StripeList<StripeCustomer>>>;
  customer(id: string, priority: Priority): Promise<Parsed<StripeCustomer>>;
  /** The newest 100. */
  chargesOf(customer: string, priority: Priority): Promise<Parsed<StripeList<StripeCharge>>>;
  charge(id: string, priority: Priority): Promise<Parsed<StripeCharge>>;
  disputesOf(charge: string, priority: Priority): Promise<Parsed<StripeList<StripeDispute>>>;
  refundsOf(payment: PaymentFilter): Promise<Parsed<StripeList<StripeRefund>>>;
  /** The raw answer: what a failed write means is decided where it is sent. */
  createRefund(form: Readonly<Record<string, string>>, key: string): Promise<SystemAnswer>;
};

/** Stripe behind the one transport. The key is filled in by Zendesk's proxy. */
export function createStripeApi(transport: Transport): StripeApi {
  const read = async <T>(get: Get<T>): Promise<Parsed<T>> =>
    parseAnswer(await transport.send(getRequest(get)), get.schema, get.what);
  return {
    customersByEmail: (email, priority) =>
      read({
        what: 'the customers',
        path: '/v1/customers',
        query: { email, limit: '10' },
        schema: stripeSchemas.customers,
        priority,
      }),
    customer: (id, priority) =>
      read({
        what: 'the customer',
        path: `/v1/customers/${encodeURIComponent(id)}`,
        schema: stripeSchemas.customer,
        priority,
      }),
    chargesOf: (customer, priority) =>
      read({
        what: 'the payments',
        path: '/v1/charges',
        query: { customer, limit: '100' },
        schema: stripeSchemas.charges,
        priority,
      }),
    charge: (id, priority) =>
      read({
        what: 'the payment',
        path: `/v1/charges/${encodeURIComponent(id)}`,
        schema: stripeSchemas.charge,
        priority,
      }),
    disputesOf: (charge, priority) =>
      read({
        what: 'the disputes',
        path: '/v1/disputes',
        query: { charge, limit: '10' },
        schema: stripeSchemas.disputes,
        priority,
      }),
    refundsOf: (payment) =>
      read({
        what: 'the refunds',
        path: '/v1/refunds',
        query: { ...payment, limit: '100' },
        schema: stripeSchemas.refunds,
        priority: 'person',
      }),
    createRefund: (form, key) => transport.send(refundRequest(form, key)),
  };
}

type Get<T> = {
  readonly what: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly schema: z.ZodMiniType<T>;
  readonly priority: Priority;
};

export const stripeSecrets = { Authorization: 'Bearer {{setting.stripe_key}}' };

function getRequest<T>({ what, path, query, priority }: Get<T>): SystemRequest {
  return {
    system: 'stripe',
    operation: `read ${what}`,
    method: 'GET',
    path,
    ...(query === undefined ? {} : { query }),
    headers: { 'Stripe-Version': stripeVersion },
    secrets: stripeSecrets,
    repeat: 'read',
    priority,
  };
}

/** The key makes repetition safe: Stripe answers a known key with the first result. Source: https://docs.stripe.com/api/idempotent_requests */
function refundRequest(form: Readonly<Record<string, string>>, key: string): SystemRequest {
  return {
    system: 'stripe',
    operation: 'refund',
    method: 'POST',
    path: '/v1/refunds',
    body: { form },
    headers: { 'Stripe-Version': stripeVersion, 'Idempotency-Key': key },
    secrets: stripeSecrets,
    repeat: 'same-key',
    priority: 'person',
  };
}
