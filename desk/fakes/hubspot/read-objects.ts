import * as z from 'zod/mini';
import { jsonResponse, type FakeResponse } from '../fake.ts';
import { hubspotError, notFound, recordJson } from './answers.ts';
import { linkedIds, recordOf, type HubspotState, type HubspotType } from './state.ts';

/** `GET /crm/v3/objects/{type}/{id}`, by id or by address. */
export function readObject(state: HubspotState, type: HubspotType, id: string, url: URL): FakeResponse {
  const wanted = (url.searchParams.get('properties') ?? '').split(',').filter((name) => name !== '');
  const record =
    url.searchParams.get('idProperty') === 'email' ? contactOfAddress(state, id) : recordOf(state, type, id);
  return record === undefined
    ? notFound()
    : jsonResponse(200, recordJson(record, wanted, state.properties[type]));
}

/** An address belongs to one contact, whatever its capitals. */
function contactOfAddress(state: HubspotState, email: string) {
  return [...state.records.contacts.values()].find(
    ({ properties }) => properties['email']?.toLowerCase() === email.toLowerCase(),
  );
}

const batchCall = z.object({
  inputs: z.array(z.object({ id: z.string() })),
  properties: z.array(z.string()),
});

/** `POST …/batch/read`: what is not there is an error of its own, and the answer is 207. */
export function readBatch(state: HubspotState, type: HubspotType, body: unknown): FakeResponse {
  const call = batchCall.safeParse(body);
  if (!call.success) return hubspotError(400, 'VALIDATION_ERROR', 'Invalid input JSON');
  const { inputs, properties } = call.data;
  if (inputs.length > 100) return hubspotError(400, 'VALIDATION_ERROR', 'Batch size must be at most 100.');
  const records = inputs.map(({ id }) => recordOf(state, type, id));
  const results = records.flatMap((record) =>
    record === undefined ? [] : [recordJson(record, properties, state.properties[type])],
  );
  const missing = inputs.filter((_, index) => records[index] === undefined).map(({ id }) => id);
  const times = { startedAt: '2026-01-01T00:00:00.000Z', completedAt: '2026-01-01T00:00:00.000Z' };
  if (missing.length === 0) return jsonResponse(200, { status: 'COMPLETE', results, ...times });
  const error = {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${type.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids: missing },
  };
  return jsonResponse(207, { status: 'COMPLETE', results, numErrors: 1, errors: [error], ...times });
}

const searchCall = z.object({
  filterGroups: z.array(
    z.object({
      filters: z.array(z.object({ propertyName: z.string(), operator: z.literal('EQ'), value: z.string() })),
    }),
  ),
  properties: z.array(z.string()),
  limit: z.int(),
  after: z.string(),
  sorts: z.array(z.unknown()),
});

/** How long the index of the search stays behind. */
const indexLag = 60_000;

/** `POST …/search` over an index that lags behind: what was changed within the last minute is not in it. */
export function searchObjects(
  state: HubspotState,
  type: HubspotType,
  body: unknown,
  now: string,
): FakeResponse {
  const call = searchCall.safeParse(body);
  if (!call.success) return hubspotError(400, 'VALIDATION_ERROR', 'Invalid input JSON');
  const { filterGroups, properties, limit } = call.data;
  const filters = filterGroups.flatMap((group) => group.filters);
  const fits = [...state.records[type].values()].filter(
    (record) =>
      Date.parse(now) - Date.parse(record.updatedAt) >= indexLag &&
      filters.every(
        ({ propertyName, value }) => record.properties[propertyName]?.toLowerCase() === value.toLowerCase(),
      ),
  );
  const results = fits
    .slice(0, limit)
    .map((record) => recordJson(record, properties, state.properties[type]));
  return jsonResponse(200, { total: fits.length, results });
}

type Linked = { readonly from: HubspotType; readonly id: string; readonly to: HubspotType };

/** `GET /crm/v4/objects/{from}/{id}/associations/{to}`; the same record can stand there under several types. */
export function readAssociations(state: HubspotState, linked: Linked, url: URL): FakeResponse {
  if (recordOf(state, linked.from, linked.id) === undefined) return notFound();
  const ids = linkedIds(state, linked);
  const limit = Number(url.searchParams.get('limit') ?? '500');
  const results = ids.slice(0, limit).map((id) => ({
    toObjectId: Number(id),
    associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 1, label: null }],
  }));
  const paging = ids.length > limit ? { paging: { next: { after: String(limit) } } } : {};
  return jsonResponse(200, { results, ...paging });
}
