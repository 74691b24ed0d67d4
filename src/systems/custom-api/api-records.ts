import type { Clock } from '../../app/ports/clock.ts';
import type { ApiDocument, ApiField, ApiLookUp, JsonPath } from '../../domain/custom-api/api-document.ts';
import type { Values } from '../../domain/custom-api/fill-request.ts';
import { jsonAt, scalarText } from '../../domain/custom-api/json-at.ts';
import { passesPath } from '../../domain/custom-api/passes.ts';
import { readApiValue } from '../../domain/custom-api/read-api-value.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { RecordCandidate } from '../../domain/decisions/proposal.ts';
import type { Failure } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { follow, type LookUp } from '../look-up/look-up.ts';
import { shareLookUps, type Asker } from '../look-up/share-look-ups.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import { buildRequest, type ApiCall } from './api-transport.ts';

/** A record of a described system: what it is called, and the answer that it stands in. */
export type ApiRecord = { readonly id: string; readonly name: string; readonly json: unknown };

/** All records of an answer; `isWhole` is false where the answer says that there are more. */
type ApiRecords = { readonly records: readonly ApiRecord[]; readonly isWhole: boolean };

export type FieldValue =
  | { readonly is: 'value'; readonly value: FactJson }
  | { readonly is: 'empty' }
  | { readonly is: 'failed'; readonly failure: Failure };

/** What is looked up in a described system, each record once per ticket. */
export type ApiReader = {
  /** Everything that fits. A name without a value is `key-missing`. */
  all(lookUp: ApiLookUp, values: Values, asker: Asker): Promise<LookUp<ApiRecords>>;
  /** The one that fits; several are a choice, never the first one. */
  one(lookUp: ApiLookUp, values: Values, asker: ApiAsker): Promise<LookUp<ApiRecord>>;
  field(record: ApiRecord, field: ApiField): FieldValue;
};

type ApiAsker = Asker & {
  /** The id that was approved: no other record will do. */
  readonly wanted?: string | undefined;
  /** The id that a person has chosen, where several fit. */
  readonly chosen: string | undefined;
};

type Tools = {
  readonly api: ApiDocument;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly dateOf: DateOf;
};

/** More than these nobody reads through, and a longer list was never meant. */
const mostRecords = 200;

export function createApiReader(tools: Tools): ApiReader {
  const { api, transport, clock } = tools;
  const calls = new Map<string, { readonly lookUp: ApiLookUp; readonly request: SystemRequest }>();
  const fetch = shareLookUps(async (key, asker): Promise<LookUp<ApiRecords>> => {
    const call = calls.get(key);
    if (call === undefined) return { is: 'none', because: 'key-missing', observedAt: clock.now() };
    const priority = asker.freshness === 'newest' ? 'person' : 'background';
    return readAnswer(tools, call.lookUp, await transport.send({ ...call.request, priority }));
  });
  const all: ApiReader['all'] = async (lookUp, values, asker) => {
    const built = buildRequest(api, callOf(api, lookUp, values));
    if (built.is === 'missing') return { is: 'none', because: 'key-missing', observedAt: clock.now() };
    // A value that cannot stand in an address is the key of nothing.
    if (built.is === 'refused') return { is: 'none', because: 'key-missing', observedAt: clock.now() };
    const { request } = built;
    const key = JSON.stringify([lookUp.record, request.method, request.path, request.query, request.body]);
    // Whether this key is asked for again is decided at once, so the request is needed for no longer.
    calls.set(key, { lookUp, request });
    const answer = fetch(key, asker);
    calls.delete(key);
    return answer;
  };
  const field: ApiReader['field'] = (record, of) => fieldOf(tools, record, of);
  return {
    all,
    field,
    one: async (lookUp, values, asker) =>
      follow(await all(lookUp, values, asker), (found, observedAt) =>
        pickOne({ api, lookUp, field }, { found, observedAt, wanted: asker.wanted, chosen: asker.chosen }),
      ),
  };
}

const callOf = (api: ApiDocument, lookUp: ApiLookUp, values: Values): ApiCall => ({
  request: lookUp.request,
  values,
  operation: `read “${lookUp.title}” of ${api.title}`,
  repeat: 'read',
  priority: 'background',
});

function readAnswer({ api, clock }: Tools, lookUp: ApiLookUp, answer: SystemAnswer): LookUp<ApiRecords> {
  const observedAt = clock.now();
  const nothing = { is: 'found', record: { records: [], isWhole: true }, observedAt } as const;
  if (answer.is === 'refused')
    return lookUp.noneWhen.includes(answer.status)
      ? nothing
      : { is: 'failed', failure: { ...answer.failure, status: answer.status } };
  if (answer.is !== 'answered') return { is: 'failed', failure: answer.failure };
  const items = lookUp.list === undefined ? [answer.body] : jsonAt(answer.body, lookUp.list);
  if (!Array.isArray(items) || items.length > mostRecords)
    return { is: 'failed', failure: unreadable(api, lookUp, lookUp.list ?? []) };
  const records = items.map((json: unknown) => recordOf(lookUp, json));
  const known = records.filter((record) => record !== undefined);
  if (known.length < records.length) return { is: 'failed', failure: unreadable(api, lookUp, lookUp.id) };
  const isWhole = lookUp.moreWhen === undefined || !passesPath(lookUp.moreWhen, answer.body);
  return { is: 'found', record: { records: known, isWhole }, observedAt };
}

/** Longer ids are none, and would not fit into an address. */
const longestId = 200;

function recordOf(lookUp: ApiLookUp, json: unknown): ApiRecord | undefined {
  const id = scalarText(jsonAt(json, lookUp.id));
  if (id === undefined || id === '' || id.length > longestId) return undefined;
  const name = scalarText(jsonAt(json, lookUp.name)) ?? id;
  return { id, name: name.slice(0, longestId), json };
}

function unreadable(api: ApiDocument, lookUp: ApiLookUp, path: JsonPath): Failure {
  const place = path.length === 0 ? 'the answer' : `“${path.join('.')}”`;
  const reason = `Cannot read “${lookUp.title}” of ${api.title}: ${place} has another form than its description says. An admin can compare it with the setting custom_apis.`;
  return { code: 'unreadable', reason };
}

function fieldOf({ api, dateOf }: Tools, record: ApiRecord, field: ApiField): FieldValue {
  const read = readApiValue(field, record.json, dateOf);
  if (read.is !== 'unreadable') return read;
  const reason = `Cannot read “${field.name}” of ${api.title}: “${field.from.join('.')}” has another form than its description says. An admin can compare it with the setting custom_apis.`;
  return { is: 'failed', failure: { code: 'unreadable', reason } };
}

type Place = Pick<Tools, 'api'> & {
  readonly lookUp: ApiLookUp;
  readonly field: ApiReader['field'];
};
type Found = {
  readonly found: ApiRecords;
  readonly observedAt: string;
  readonly wanted: string | undefined;
  readonly chosen: string | undefined;
};

/** A choice never points at a record that does not fit, and one that is not there any more must not lead to another one. */
function pickOne(place: Place, { found, observedAt, wanted, chosen }: Found): LookUp<ApiRecord> {
  const { records, isWhole } = found;
  const id = wanted ?? chosen;
  const isThere = records.some((one) => one.id === id);
  const isNamed = wanted !== undefined || isThere;
  const [record, ...others] = isNamed ? records.filter((one) => one.id === id) : records;
  if (record === undefined && isWhole) return { is: 'none', because: 'not-found', observedAt };
  const isTheOne = others.length === 0 && (isNamed || (isWhole && chosen === undefined));
  if (record !== undefined && isTheOne) return { is: 'found', record, observedAt };
  const several = { is: 'none', because: 'several', observedAt } as const;
  const isClear = new Set(records.map(({ id }) => id)).size === records.length;
  if (!isWhole || !isClear) return several;
  const candidates = records.map((one) => candidateOf(place, one));
  return { ...several, choice: { system: place.api.system, record: place.lookUp.record, candidates } };
}

/** What tells it from the others, as far as it can be read. */
function candidateOf({ lookUp, field }: Place, record: ApiRecord): RecordCandidate {
  const shown = lookUp.fields.filter(({ name }) => lookUp.show.includes(name));
  const details = shown.flatMap((one) => {
    const read = field(record, one);
    return read.is === 'value' ? [{ label: one.name, value: read.value }] : [];
  });
  return { id: record.id, name: record.name, details };
}
