import { jsonResponse, type Fake, type FakeRequest, type FakeResponse } from '../fake.ts';
import { runJobs } from './cancellations.ts';
import { readGraphqlCall, type GraphqlCall } from './graphql-call.ts';
import { operations, ShopifyError } from './operations.ts';
import { takePoints } from './query-cost.ts';
import type { ShopifySeed } from './seed.ts';
import { selectFields } from './select-fields.ts';
import { createShopifyState, type ShopifyState } from './state.ts';

export type ShopifyFake = Fake & { readonly state: ShopifyState };

/**
 * A stand-in for one shop's Admin API. It knows the documents that Signoff sends by the names of their operations and answers with the
 * fields that they ask for, in the form of the schema. Source of its rules: https://shopify.dev/docs/api/admin-graphql/2026-10
 * @param now the instant, ISO 8601
 */
export function createShopifyFake(seed: ShopifySeed, now: () => string): ShopifyFake {
  const state = createShopifyState(seed);
  return {
    system: 'shopify',
    state,
    answersFor: (host) => host === `${seed.shop}.myshopify.com`,
    handle: (request) => answer(state, request, now()),
  };
}

function answer(state: ShopifyState, request: FakeRequest, now: string): FakeResponse {
  if (request.headers['x-shopify-access-token'] !== state.token) {
    return jsonResponse(401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  }
  if (request.method !== 'POST' || !/^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(request.url.pathname)) {
    return jsonResponse(404, { errors: 'Not Found' });
  }
  runJobs(state, now);
  const call = readGraphqlCall(request.body);
  return call === undefined ? graphqlError('Parse error') : resolve(state, call, now);
}

function resolve(state: ShopifyState, call: GraphqlCall, now: string): FakeResponse {
  const { operation, document, variables } = call;
  const { isThrottled, cost } = takePoints(state, call.kind, now);
  if (isThrottled) return graphqlError('Throttled', 'THROTTLED', { cost });
  if (lacksKey(document))
    return graphqlError('The @idempotent directive is required for this mutation.', 'BAD_REQUEST');
  const data = operations[operation]?.(state, variables, now);
  if (data === undefined) return graphqlError(`Variables of ${operation} were provided invalid values`);
  if (data instanceof ShopifyError) return graphqlError(data.message, data.code);
  return jsonResponse(200, { data: selectFields(document, data), extensions: { cost } });
}

/** Demanded at run time only. Source: https://shopify.dev/changelog/making-idempotency-mandatory-for-inventory-adjustments-and-refund-mutations */
const lacksKey = (document: string): boolean =>
  document.includes('refundCreate(') && !/refundCreate\([^)]*\)\s*@idempotent\(key:\s*\$key\)/.test(document);

/** GraphQL says no with HTTP 200. */
function graphqlError(message: string, code?: string, extensions?: object): FakeResponse {
  const error = code === undefined ? { message } : { message, extensions: { code } };
  return jsonResponse(200, { errors: [error], ...(extensions === undefined ? {} : { extensions }) });
}
