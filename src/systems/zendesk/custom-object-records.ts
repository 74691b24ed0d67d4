import * as z from 'zod/mini';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import { recordRefusal } from './record-refusal.ts';

const recordSchema = z.object({
  id: z.string(),
  external_id: z.nullish(z.string()),
  custom_object_fields: z.record(z.string(), z.unknown()),
  created_at: z.string(),
  created_by_user_id: z.nullish(z.union([z.string(), z.number()])),
  updated_at: z.string(),
  updated_by_user_id: z.nullish(z.union([z.string(), z.number()])),
});

/** A record of a custom object. Who made and changed it, and when, is Zendesk's word: the caller cannot set it. */
export type ObjectRecord = z.output<typeof recordSchema>;

const listSchema = z.object({ custom_object_records: z.array(recordSchema) });
const oneSchema = z.object({ custom_object_record: recordSchema });

export type NewRecord = {
  readonly name: string;
  readonly externalId: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type CustomObjectKey = 'signoff_sop' | 'signoff_run' | 'signoff_event';

/** Every request by which records are read and written. None throws. Source: https://developer.zendesk.com/api-reference/custom-data/custom-objects/custom_object_records/ */
export type CustomObjectRecords = {
  /** By external id, read from the records themselves and not from an index that lags. Several records may have one id: see `lowestId`. */
  byExternalIds(key: CustomObjectKey, ids: readonly string[]): Promise<Parsed<readonly ObjectRecord[]>>;
  /** The raw answer: what a refusal means is decided where it was asked for. */
  create(key: CustomObjectKey, record: NewRecord): Promise<SystemAnswer>;
  change(key: CustomObjectKey, id: string, fields: Readonly<Record<string, unknown>>): Promise<SystemAnswer>;
};

export function createCustomObjectRecords(transport: Transport): CustomObjectRecords {
  const read = async (key: CustomObjectKey, ids: readonly string[]) => {
    const answer = await transport.send(listRequest(key, ids));
    const parsed = parseAnswer(answer, listSchema, `the records of ${key}`);
    if (answer.is !== 'refused' || parsed.is === 'parsed') return parsed;
    return { ...parsed, failure: { ...parsed.failure, reason: recordRefusal(answer, key) } };
  };
  return {
    byExternalIds: async (key, ids) => {
      const found: ObjectRecord[] = [];
      for (const portion of portionsOf(ids)) {
        const page = await read(key, portion);
        if (page.is === 'failed') return page;
        found.push(...page.body.custom_object_records);
      }
      return { is: 'parsed', body: found };
    },
    create: (key, record) => transport.send(createRequest(key, record)),
    change: (key, id, fields) => transport.send(changeRequest(key, id, fields)),
  };
}

/** An address may have some 8,000 characters, and an answer a hundred records. */
const longestQuery = 4000;
const idsAtOnce = 40;

function portionsOf(ids: readonly string[]): readonly (readonly string[])[] {
  const portions: string[][] = [];
  let length = 0;
  for (const id of ids) {
    const last = portions.at(-1);
    const added = encodeURIComponent(id).length + 3;
    length += added;
    if (last && last.length < idsAtOnce && length <= longestQuery) last.push(id);
    else {
      portions.push([id]);
      length = added;
    }
  }
  return portions;
}

/** The record out of the answer to a creation or a change. */
export function parseRecord(answer: SystemAnswer, what: string): Parsed<ObjectRecord> {
  const parsed = parseAnswer(answer, oneSchema, what);
  return parsed.is === 'parsed' ? { is: 'parsed', body: parsed.body.custom_object_record } : parsed;
}

/**
 * The record of an external id. Zendesk keeps the id unique, but whether two requests at once can break that is not known: of several the
 * lowest id counts, for everybody alike.
 */
export function lowestId(records: readonly ObjectRecord[], externalId: string): ObjectRecord | undefined {
  return records
    .filter((record) => record.external_id === externalId)
    .toSorted(({ id: a }, { id: b }) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0))[0];
}

const pathOf = (key: CustomObjectKey) => `/api/v2/custom_objects/${key}/records`;
const base = { system: 'zendesk', priority: 'person' } as const;

const listRequest = (key: CustomObjectKey, ids: readonly string[]): SystemRequest => ({
  ...base,
  operation: `read the records of ${key}`,
  method: 'GET',
  path: pathOf(key),
  query: { 'filter[external_ids]': ids.join(','), 'page[size]': '100' },
  repeat: 'read',
});

/** A second try with the same external id is refused as a duplicate, so it may be tried. */
const createRequest = (key: CustomObjectKey, { name, externalId, fields }: NewRecord): SystemRequest => ({
  ...base,
  operation: `create a record of ${key}`,
  method: 'POST',
  path: pathOf(key),
  body: {
    json: {
      custom_object_record: { name, external_id: externalId, custom_object_fields: fields },
    },
  },
  repeat: 'same-effect',
});

/** The fields are given whole: writing them twice leaves the same record. */
const changeRequest = (
  key: CustomObjectKey,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): SystemRequest => ({
  ...base,
  operation: `change a record of ${key}`,
  method: 'PATCH',
  path: `${pathOf(key)}/${encodeURIComponent(id)}`,
  body: { json: { custom_object_record: { custom_object_fields: fields } } },
  repeat: 'same-effect',
});
