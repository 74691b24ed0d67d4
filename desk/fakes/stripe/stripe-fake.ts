import type { Fake, FakeRequest, FakeResponse } from '../fake.ts';
import { createRefund } from './create-refund.ts';
import { readObjects } from './list-objects.ts';
import type { StripeSeed } from './seed.ts';
import { createStripeState, type StripeState } from './state.ts';
import { stripeError } from './stripe-error.ts';

export type StripeFake = Fake & { readonly state: StripeState };

/**
 * A stand-in for Stripe: customers, charges, disputes and refunds. Source of its rules: https://docs.stripe.com/api
 * @param now the instant, ISO 8601
 */
export function createStripeFake(seed: StripeSeed, now: () => string): StripeFake {
  const state = createStripeState(seed);
  return {
    system: 'stripe',
    state,
    answersFor: (host) => host === 'api.stripe.com',
    handle: (request) => {
      if (request.headers['authorization'] !== `Bearer ${state.key}`) {
        return stripeError(401, 'Invalid API Key provided');
      }
      if (request.method === 'GET') return readObjects(state, request.url);
      if (request.method === 'POST' && request.url.pathname === '/v1/refunds') {
        return once(state, request, (form) => createRefund(state, form, now()));
      }
      return stripeError(404, `Unrecognized request URL (${request.method}: ${request.url.pathname}).`);
    },
  };
}

/** A known key gets its first result again, errors too; the same key with other parameters is refused. Source: https://docs.stripe.com/api/idempotent_requests */
function once(
  state: StripeState,
  request: FakeRequest,
  act: (form: URLSearchParams) => FakeResponse,
): FakeResponse {
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') !== true) {
    return stripeError(400, 'Bodies are sent as application/x-www-form-urlencoded.');
  }
  const key = request.headers['idempotency-key'];
  const asked = request.body ?? '';
  if (key === undefined) return act(new URLSearchParams(asked));
  if (key.length > 255) return stripeError(400, 'The idempotency key is longer than 255 characters.');
  const earlier = state.results.get(key);
  if (earlier === undefined) {
    const response = act(new URLSearchParams(asked));
    state.results.set(key, { asked, response });
    return response;
  }
  if (earlier.asked !== asked) {
    return stripeError(
      400,
      'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      {
        type: 'idempotency_error',
      },
    );
  }
  return { ...earlier.response, headers: { ...earlier.response.headers, 'idempotent-replayed': 'true' } };
}
