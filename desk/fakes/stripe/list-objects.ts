import { jsonResponse, type FakeResponse } from '../fake.ts';
import { stripeError } from './stripe-error.ts';
import {
  balanceTransactionJson,
  chargeJson,
  customerJson,
  disputeJson,
  intentJson,
  intentsOf,
  refundJson,
  subscriptionJson,
} from './json-of.ts';
import type { StripeState } from './state.ts';

type List = {
  /** Filters that the list takes, besides those for paging. */
  readonly filters: readonly string[];
  readonly objects: (
    state: StripeState,
    filter: (name: string) => string | undefined,
  ) => readonly { readonly id: string }[];
};

/** An absent filter lets everything through. */
const fits = (wanted: string | undefined, actual: string | null) => wanted === undefined || wanted === actual;

/** Newest first, as Stripe lists them. */
const lists: Readonly<Record<string, List>> = {
  '/v1/customers': {
    filters: ['email'],
    objects: (state, filter) =>
      state.customers.filter(({ email }) => fits(filter('email'), email)).map(customerJson),
  },
  '/v1/charges': {
    filters: ['customer', 'payment_intent'],
    objects: (state, filter) =>
      state.charges
        .map((charge) => chargeJson(charge, state))
        .filter(
          (charge) =>
            fits(filter('customer'), charge.customer) &&
            fits(filter('payment_intent'), charge.payment_intent),
        )
        .toSorted((a, b) => b.created - a.created),
  },
  '/v1/payment_intents': {
    filters: ['customer'],
    objects: (state, filter) =>
      intentsOf(state)
        .filter(({ customer }) => fits(filter('customer'), customer))
        .map(intentJson)
        .toSorted((a, b) => b.created - a.created),
  },
  '/v1/subscriptions': {
    filters: ['customer', 'status'],
    objects: (state, filter) =>
      state.subscriptions
        .filter(
          ({ customer, status }) => fits(filter('customer'), customer) && isListed(status, filter('status')),
        )
        .map(subscriptionJson)
        .toSorted((a, b) => b.created - a.created),
  },
  '/v1/disputes': {
    filters: ['charge', 'payment_intent'],
    objects: (state, filter) =>
      state.disputes
        .map((dispute) => disputeJson(dispute, state))
        .filter(
          (dispute) =>
            fits(filter('charge'), dispute.charge) && fits(filter('payment_intent'), dispute.payment_intent),
        ),
  },
  '/v1/refunds': {
    filters: ['charge', 'payment_intent'],
    objects: (state, filter) =>
      state.refunds
        .map((refund) => refundJson(refund, state))
        .filter(
          (refund) =>
            fits(filter('charge'), refund.charge) && fits(filter('payment_intent'), refund.payment_intent),
        )
        .toReversed(),
  },
};

/** Without a status those that have not been cancelled; `all` has those too. */
const isListed = (status: string, wanted: string | undefined) =>
  wanted === undefined ? status !== 'canceled' : wanted === 'all' || wanted === status;

/** One object by its id, by the path before it. */
const objects: Readonly<
  Record<string, (state: StripeState, id: string) => { readonly id: string } | undefined>
> = {
  '/v1/customers': (state, id) => state.customers.map(customerJson).find((customer) => customer.id === id),
  '/v1/charges': (state, id) =>
    state.charges.map((charge) => chargeJson(charge, state)).find((charge) => charge.id === id),
  '/v1/payment_intents': (state, id) =>
    intentsOf(state)
      .map(intentJson)
      .find((intent) => intent.id === id),
  '/v1/subscriptions': (state, id) =>
    state.subscriptions.map(subscriptionJson).find((subscription) => subscription.id === id),
  '/v1/disputes': (state, id) =>
    state.disputes.map((dispute) => disputeJson(dispute, state)).find((dispute) => dispute.id === id),
  '/v1/refunds': (state, id) =>
    state.refunds.map((refund) => refundJson(refund, state)).find((refund) => refund.id === id),
};

const paging = ['limit', 'starting_after'];

/** Answers a GET: a page of a list, or one object. */
export function readObjects(state: StripeState, url: URL): FakeResponse {
  const list = lists[url.pathname] ?? creditsOf(url.pathname);
  if (list !== undefined) return listPage(state, list, url);
  const slash = url.pathname.lastIndexOf('/');
  const [folder, id] = [url.pathname.slice(0, slash), decodeURIComponent(url.pathname.slice(slash + 1))];
  const find = objects[folder];
  if (find === undefined) return stripeError(404, `Unrecognized request URL (GET: ${url.pathname}).`);
  const found = find(state, id);
  if (found !== undefined) return jsonResponse(200, found);
  return stripeError(404, `No such ${folder.slice('/v1/'.length, -1)}: '${id}'`, {
    code: 'resource_missing',
    param: 'id',
  });
}

/** The credits of one customer, newest first. */
function creditsOf(path: string): List | undefined {
  const customer = /^\/v1\/customers\/([^/]+)\/balance_transactions$/.exec(path)?.[1];
  if (customer === undefined) return undefined;
  return {
    filters: [],
    objects: (state) =>
      state.balanceTransactions
        .filter((transaction) => transaction.customer === customer)
        .map(balanceTransactionJson)
        .toReversed(),
  };
}

function listPage(state: StripeState, { filters, objects: objectsOf }: List, url: URL): FakeResponse {
  const unknown = [...url.searchParams.keys()].find((name) => ![...filters, ...paging].includes(name));
  if (unknown !== undefined) {
    return stripeError(400, `Received unknown parameter: ${unknown}`, {
      code: 'parameter_unknown',
      param: unknown,
    });
  }
  const limit = Number(url.searchParams.get('limit') ?? '10');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    return stripeError(400, 'Limit must be between 1 and 100.', {
      code: 'parameter_invalid_integer',
      param: 'limit',
    });
  }
  const all = objectsOf(state, (name) => url.searchParams.get(name) ?? undefined);
  const after = url.searchParams.get('starting_after');
  const rest = after === null ? all : all.slice(all.findIndex(({ id }) => id === after) + 1);
  const data = rest.slice(0, limit);
  return jsonResponse(200, { object: 'list', data, has_more: rest.length > limit, url: url.pathname });
}
