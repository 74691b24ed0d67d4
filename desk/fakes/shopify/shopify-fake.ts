import { jsonResponse, type Fake, type FakeRequest, type FakeResponse } from '../fake.ts';
import { completeDraft, createDraft, readDraftInput } from './draft-orders.ts';
import { readGraphqlCall } from './graphql-call.ts';
import { customerJson, draftJson, orderJson } from './json-of.ts';
import { searchOrders } from './search-orders.ts';
import type { ShopifySeed } from './seed.ts';
import { createShopifyState, plainId, type ShopifyState } from './state.ts';

export type ShopifyFake = Fake & { readonly state: ShopifyState };

/**
 * A stand-in for one shop's Admin API. It knows the documents that Signoff sends by the names of their operations and answers in the form
 * of the schema. Source of its rules: https://shopify.dev/docs/api/admin-graphql/2026-10
 * @param now the instant, ISO 8601
 */
export function createShopifyFake(seed: ShopifySeed, now: () => string): ShopifyFake {
  const state = createShopifyState(seed);
  return {
    system: 'shopify',
    state,
    answersFor: (host) => host === `${seed.shop}.myshopify.com`,
    handle: (request) => answer(state, request, now),
  };
}

function answer(state: ShopifyState, request: FakeRequest, now: () => string): FakeResponse {
  if (request.headers['x-shopify-access-token'] !== state.token) {
    return jsonResponse(401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  }
  if (request.method !== 'POST' || !/^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(request.url.pathname)) {
    return jsonResponse(404, { errors: 'Not Found' });
  }
  const call = readGraphqlCall(request.body);
  const resolve = call === undefined ? undefined : operations[call.operation];
  if (call === undefined || resolve === undefined)
    return graphqlError('The stand-in does not know this document.');
  const data = resolve(state, call.variables, now);
  if (data === undefined) return graphqlError('Variable of type was provided invalid value');
  return jsonResponse(200, { data, extensions: { cost } });
}

type Resolve = (
  state: ShopifyState,
  variables: Readonly<Record<string, unknown>>,
  now: () => string,
) => Readonly<Record<string, unknown>> | undefined;

/** By operation; undefined where the variables have another form than the schema says. */
const operations: Readonly<Record<string, Resolve>> = {
  SignoffOrders: (state, { query }) => {
    const found = typeof query === 'string' ? searchOrders(state, query) : undefined;
    return (
      found && {
        orders: page(
          found.map((order) => orderJson(order, state)),
          3,
        ),
      }
    );
  },
  SignoffCustomer: (state, { email }) => {
    if (typeof email !== 'string') return undefined;
    const customer = state.customers.find(
      (candidate) => candidate.email.toLowerCase() === email.toLowerCase(),
    );
    return { customerByIdentifier: customer === undefined ? null : customerJson(customer, state) };
  },
  SignoffReshipState: (state, { order: id }) => {
    if (typeof id !== 'string') return undefined;
    const order = state.orders.find((candidate) => candidate.id === plainId(id));
    const drafts = state.drafts.toReversed().map((draft) => draftJson(draft, state));
    return { order: order === undefined ? null : orderJson(order, state), draftOrders: page(drafts, 50) };
  },
  SignoffCreateDraft: (state, { input }, now) => {
    const draft = readDraftInput(input);
    return draft && { draftOrderCreate: createDraft(state, draft, now()) };
  },
  SignoffCompleteDraft: (state, { id }, now) =>
    typeof id === 'string' ? { draftOrderComplete: completeDraft(state, id, now()) } : undefined,
};

function page<T>(nodes: readonly T[], first: number) {
  return { nodes: nodes.slice(0, first), pageInfo: { hasNextPage: nodes.length > first } };
}

const cost = {
  requestedQueryCost: 12,
  actualQueryCost: 12,
  throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1988, restoreRate: 100 },
};

/** GraphQL says no with HTTP 200. */
function graphqlError(message: string): FakeResponse {
  return jsonResponse(200, { errors: [{ message }] });
}
