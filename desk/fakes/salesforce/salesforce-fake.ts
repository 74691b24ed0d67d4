import type { Fake, FakeRequest, FakeResponse } from '../fake.ts';
import { notFound, salesforceError } from './answers.ts';
import { answerQuery, objectOf } from './query.ts';
import type { SalesforceSeed } from './seed.ts';
import { createSalesforceState, type SalesforceState } from './state.ts';
import { readByKey, updateRecord, upsertRecord } from './write-records.ts';

export type SalesforceFake = Fake & { readonly state: SalesforceState };

/** What an org may ask for in a day. */
const requestsPerDay = 100_000;

/**
 * A stand-in for one Salesforce org. Source of its rules: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/
 * @param now the instant, ISO 8601
 */
export function createSalesforceFake(seed: SalesforceSeed, now: () => string): SalesforceFake {
  const state = createSalesforceState(seed);
  return {
    system: 'salesforce',
    state,
    answersFor: (host) => host === state.host,
    handle: (request) => {
      if (request.headers['authorization'] !== `Bearer ${state.token}`)
        return salesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
      if (state.requestsLeft <= 0)
        return salesforceError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
      state.requestsLeft -= 1;
      const answer = answerOf(state, request, now());
      const used = `api-usage=${requestsPerDay - state.requestsLeft}/${requestsPerDay}`;
      return { ...answer, headers: { ...answer.headers, 'sforce-limit-info': used } };
    },
  };
}

const base = '/services/data/v68.0/';

function answerOf(state: SalesforceState, { method, url, body }: FakeRequest, now: string): FakeResponse {
  if (!url.pathname.startsWith(base)) return notFound();
  const parts = url.pathname.slice(base.length).split('/').map(decodeURIComponent);
  const [folder, name = '', first = '', key] = parts;
  if (folder === 'query' && method === 'GET') return answerQuery(state, url);
  const object = folder === 'sobjects' ? objectOf(name) : undefined;
  if (object === undefined) return notFound();
  const call = { object, body: jsonOf(body), now };
  if (key === undefined) return method === 'PATCH' ? updateRecord(state, first, call) : notFound();
  const keyed = { field: first, key };
  if (method === 'GET') return readByKey(state, object, keyed);
  return method === 'PATCH' ? upsertRecord(state, keyed, call) : notFound();
}

function jsonOf(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
