import type { SystemRequest } from '../transport/transport.ts';

/** Stripe's API version; answers have the form of this day, whatever the account's default is. */
export const stripeVersion = '2026-10-28.endive';

export const stripeSecrets = { Authorization: 'Bearer {{setting.stripe_key}}' };

type Form = Readonly<Record<string, string>>;

export type StripeGet = {
  /** In words that an error can use: `the payments`. */
  readonly what: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly priority: SystemRequest['priority'];
};

export function stripeGet({ what, path, query, priority }: StripeGet): SystemRequest {
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

export type StripePost = {
  /** What is attempted, in words that an error can use: `refund`. */
  readonly operation: string;
  readonly path: string;
  readonly form: Form;
  readonly key: string;
};

/**
 * The key makes repetition safe: Stripe answers a known key with the first result, a 500 included, so nothing is repeated after one.
 * Source: https://docs.stripe.com/api/idempotent_requests
 */
export function stripePost({ operation, path, form, key }: StripePost): SystemRequest {
  return {
    system: 'stripe',
    operation,
    method: 'POST',
    path,
    body: { form },
    headers: { 'Stripe-Version': stripeVersion, 'Idempotency-Key': key },
    secrets: stripeSecrets,
    repeat: 'same-key',
    priority: 'person',
  };
}
