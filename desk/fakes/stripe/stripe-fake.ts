import type { Fake, FakeRequest, FakeResponse } from '../fake.ts';
import { createBalanceTransaction } from './create-balance-transaction.ts';
import { createRefund } from './create-refund.ts';
import { readObjects } from './list-objects.ts';
import type { StripeSeed } from './seed.ts';
import { createStripeState, type StripeState } from './state.ts';
import { stripeError } from './stripe-error.ts';
import { updateDispute } from './update-dispute.ts';
import { updateSubscription } from './update-subscription.ts';

export type StripeFake = Fake & { readonly state: StripeState };

/**
 * A stand-in for Stripe: customers with their credit, charges, disputes, refunds and subscriptions. Source of its rules: https://docs.stripe.com/api
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
      const write = request.method === 'POST' ? writeOf(request.url.pathname) : undefined;
      if (write !== undefined) return once(state, request, (form) => write(state, form, now()));
      return stripeError(404, `Unrecognized request URL (${request.method}: ${request.url.pathname}).`);
    },
  };
}

type Write = (state: StripeState, form: URLSearchParams, now: string) => FakeResponse;

function writeOf(path: string): Write | undefined {
  if (path === '/v1/refunds') return createRefund;
  const [, folder, id, list] = /^\/v1\/([a-z]+)\/([^/]+)(?:\/([a-z_]+))?$/.exec(path) ?? [];
  if (folder === undefined || id === undefined) return undefined;
  switch (`${folder}/${list ?? ''}`) {
    case 'disputes/':
      return (state, form, now) => updateDispute(state, { id, form, now });
    case 'subscriptions/':
      return (state, form) => updateSubscription(state, id, form);
    case 'customers/balance_transactions':
      return (state, form, now) => createBalanceTransaction(state, { customer: id, form, now });
    default:
      return undefined;
  }
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
  if (key === undefined) return breaking(state, () => act(new URLSearchParams(asked)));
  if (key.length > 255) return stripeError(400, 'The idempotency key is longer than 255 characters.');
  const earlier = state.results.get(key);
  if (earlier === undefined) {
    const response = breaking(state, () => act(new URLSearchParams(asked)));
    state.results.set(key, { path: request.url.pathname, asked, response });
    return response;
  }
  if (earlier.asked !== asked || earlier.path !== request.url.pathname) {
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

/** A 500 is a result like any other: the key gives it again. */
function breaking(state: StripeState, act: () => FakeResponse): FakeResponse {
  const { nextWriteBreaks: when } = state;
  if (when === undefined) return act();
  state.nextWriteBreaks = undefined;
  if (when === 'after') act();
  return stripeError(500, 'An unexpected error occurred.', { type: 'api_error' });
}
