import { jsonResponse, type FakeResponse } from '../fake.ts';
import {
  created,
  forbidden,
  isLightAgent,
  isObject,
  ok,
  recordInvalid,
  recordNotFound,
  type Call,
  type JsonObject,
} from './call.ts';
import { recordJson } from './json-of.ts';
import { newId, type CustomObjectRecord, type ZendeskState } from './state.ts';

/** A record may hold 32 KB in all. Source: https://support.zendesk.com/hc/en-us/articles/6034260247066 */
const RECORD_LIMIT = 32_768;

/** What an account allows with custom objects. A test changes it while the app runs, as an admin or another plan would. */
export type ObjectRules = {
  /** False once the plan has no custom objects any more: every path below `custom_objects` is refused. */
  isOffered: boolean;
  /** How many records all objects may have together. Source: https://developer.zendesk.com/api-reference/custom-data/custom-objects/custom_object_records/ */
  mostRecords: number;
  /** Users whose role may look at records and not write them, or may not even look. */
  readonly mayOnlyView: Set<number>;
  readonly mayNotView: Set<number>;
};

const rulesOf = new WeakMap<ZendeskState, ObjectRules>();

/** The rules of one account. */
export function objectRules(state: ZendeskState): ObjectRules {
  const known = rulesOf.get(state) ?? {
    isOffered: state.seed.hasCustomObjects !== false,
    mostRecords: 50_000_000,
    mayOnlyView: new Set<number>(),
    mayNotView: new Set<number>(),
  };
  rulesOf.set(state, known);
  return known;
}

const mayView = ({ state, user }: Call): boolean =>
  objectRules(state).isOffered && !objectRules(state).mayNotView.has(user.id);

const mayWrite = (call: Call): boolean =>
  !isLightAgent(call) &&
  call.user.role !== 'end-user' &&
  !objectRules(call.state).mayOnlyView.has(call.user.id);

/** On a plan without custom objects every path below `custom_objects` is refused. */
export function listObjects(call: Call): FakeResponse {
  if (!mayView(call)) return forbidden();
  const objects = [...call.state.customObjects.keys()];
  return ok({
    custom_objects: objects.map((key) => ({
      key,
      title: key,
      title_pluralized: key,
      include_in_list_view: false,
    })),
  });
}

export function listRecords(call: Call): FakeResponse {
  return withObject(call, (key, records) => {
    const wanted = filterOf(call, 'filter[external_ids]');
    const ids = filterOf(call, 'filter[ids]');
    const found = records.filter(
      (record) =>
        (!wanted || (record.externalId !== null && wanted.has(record.externalId))) &&
        (!ids || ids.has(record.id)),
    );
    const size = Number(call.url.searchParams.get('page[size]') ?? 100);
    return ok({
      custom_object_records: found.slice(0, size).map((record) => recordJson(key, record)),
      count: Math.min(found.length, size),
      meta: { has_more: found.length > size, after_cursor: null, before_cursor: null },
    });
  });
}

export function showRecord(call: Call): FakeResponse {
  return withObject(call, (key, records) => {
    const record = records.find(({ id }) => id === call.named[1]);
    return record ? ok({ custom_object_record: recordJson(key, record) }) : recordNotFound();
  });
}

/** `external_id` is unique per object: a second record with it is refused. */
export function createRecord(call: Call): FakeResponse {
  return withObject(call, (key, records) => {
    if (!mayWrite(call)) return forbidden();
    const { externalId, name, fields } = recordOf(call.body);
    if (externalId !== null && records.some((record) => record.externalId === externalId))
      return recordInvalid({ external_id: `External: ${externalId} has already been taken` });
    const tooLarge = sizeProblem(fields);
    if (tooLarge) return tooLarge;
    const full = limitProblem(call);
    if (full) return full;
    const at = call.now();
    const by = call.user.id;
    const id = `01SIGNOFF${String(newId(call.state)).padStart(12, '0')}`;
    const record: CustomObjectRecord = {
      id,
      externalId,
      name,
      fields,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
    };
    records.push(record);
    return created({ custom_object_record: recordJson(key, record) });
  });
}

/** The last write wins: Zendesk compares nothing. */
export function updateRecord(call: Call): FakeResponse {
  return withObject(call, (key, records) => {
    if (!mayWrite(call)) return forbidden();
    const record = records.find(({ id }) => id === call.named[1]);
    if (!record) return recordNotFound();
    const { fields } = recordOf(call.body);
    const merged = { ...record.fields, ...fields };
    const tooLarge = sizeProblem(merged);
    if (tooLarge) return tooLarge;
    record.fields = merged;
    record.updatedAt = call.now();
    record.updatedBy = call.user.id;
    return ok({ custom_object_record: recordJson(key, record) });
  });
}

function withObject(
  call: Call,
  answer: (key: string, records: CustomObjectRecord[]) => FakeResponse,
): FakeResponse {
  const [key = ''] = call.named;
  const records = call.state.customObjects.get(key);
  if (!mayView(call)) return forbidden();
  return records ? answer(key, records) : recordNotFound();
}

function filterOf(call: Call, name: string): ReadonlySet<string> | undefined {
  const value = call.url.searchParams.get(name);
  return value === null ? undefined : new Set(value.split(','));
}

function recordOf(body: JsonObject): {
  externalId: string | null;
  name: string;
  fields: Record<string, unknown>;
} {
  const record = isObject(body['custom_object_record']) ? body['custom_object_record'] : {};
  const { external_id: externalId, name, custom_object_fields: fields } = record;
  return {
    externalId: typeof externalId === 'string' ? externalId : null,
    name: typeof name === 'string' ? name : '',
    fields: isObject(fields) ? { ...fields } : {},
  };
}

function sizeProblem(fields: JsonObject): FakeResponse | undefined {
  const size = new TextEncoder().encode(JSON.stringify(fields)).length;
  if (size <= RECORD_LIMIT) return undefined;
  return jsonResponse(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: {
      base: [{ description: `The record is too large: ${size} of ${RECORD_LIMIT} bytes` }],
    },
  });
}

/** Which words Zendesk has for a full account is not documented; the shape is that of its other refusals. */
function limitProblem({ state }: Call): FakeResponse | undefined {
  const count = [...state.customObjects.values()].reduce((sum, records) => sum + records.length, 0);
  const { mostRecords } = objectRules(state);
  if (count < mostRecords) return undefined;
  return jsonResponse(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: {
      base: [
        { description: `The account has reached its limit of ${mostRecords} records`, error: 'RecordLimit' },
      ],
    },
  });
}
