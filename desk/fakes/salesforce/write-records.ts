import * as z from 'zod/mini';
import { jsonResponse, type FakeResponse } from '../fake.ts';
import { notFound, salesforceError } from './answers.ts';
import type { ObjectName } from './fields.ts';
import type { SalesforceValue } from './seed.ts';
import { instantOf, type SalesforceRow, type SalesforceState } from './state.ts';

const fieldsCall = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
type Fields = Readonly<Record<string, SalesforceValue>>;

type Call = { readonly object: ObjectName; readonly body: unknown; readonly now: string };

/** `PATCH …/sobjects/{object}/{id}`: 204 without a body. */
export function updateRecord(state: SalesforceState, id: string, call: Call): FakeResponse {
  const { object, body, now } = call;
  const row = state.rows[object].find(({ Id }) => Id === id || Id.slice(0, 15) === id);
  if (row === undefined) return notFound();
  const fields = fieldsCall.safeParse(body);
  if (!fields.success) return salesforceError(400, 'JSON_PARSER_ERROR', 'Unexpected character');
  const refusal = refusalOf(state, object, fields.data);
  if (refusal !== undefined) return refusal;
  Object.assign(row, fields.data, { LastModifiedDate: instantOf(now) });
  return { status: 204, body: '' };
}

type Keyed = { readonly field: string; readonly key: string };

/** `GET …/sobjects/{object}/{field}/{key}` */
export function readByKey(state: SalesforceState, object: ObjectName, keyed: Keyed): FakeResponse {
  const refusal = withoutKeyField(state, object, keyed.field);
  if (refusal !== undefined) return refusal;
  const [row, ...others] = rowsOfKey(state, object, keyed);
  if (row === undefined) return notFound();
  return others.length > 0
    ? several(object, [row, ...others])
    : jsonResponse(200, { attributes: { type: object }, ...row });
}

/** `PATCH …/sobjects/{object}/{field}/{key}`: 201 created, 200 changed, 300 where the key is not unique. */
export function upsertRecord(state: SalesforceState, keyed: Keyed, call: Call): FakeResponse {
  const { object, body, now } = call;
  const refusal = withoutKeyField(state, object, keyed.field);
  if (refusal !== undefined) return refusal;
  const fields = fieldsCall.safeParse(body);
  if (!fields.success) return salesforceError(400, 'JSON_PARSER_ERROR', 'Unexpected character');
  const wrong = refusalOf(state, object, fields.data) ?? missingParent(state, fields.data);
  if (wrong !== undefined) return wrong;
  const [row, ...others] = rowsOfKey(state, object, keyed);
  if (others.length > 0 && row !== undefined) return several(object, [row, ...others]);
  if (row !== undefined) {
    Object.assign(row, fields.data, { LastModifiedDate: instantOf(now) });
    return jsonResponse(200, { id: row.Id, success: true, errors: [], created: false });
  }
  const made = newRow(state, { object, fields: { ...fields.data, [keyed.field]: keyed.key }, now });
  state.rows[object].push(made);
  return jsonResponse(201, { id: made.Id, success: true, errors: [], created: true });
}

const prefixes: Partial<Record<ObjectName, string>> = { Task: '00T', Case: '500' };

type New = { readonly object: ObjectName; readonly fields: Fields; readonly now: string };

function newRow(state: SalesforceState, { object, fields, now }: New): SalesforceRow {
  const number = state.nextNumber++;
  const instant = instantOf(now);
  return {
    Id: `${prefixes[object] ?? '000'}5e00000${String(number).padStart(5, '0')}AAA`,
    ...(object === 'Case'
      ? { CaseNumber: String(number + 1000).padStart(8, '0'), Status: 'New', IsClosed: false }
      : {}),
    ...fields,
    CreatedDate: instant,
    LastModifiedDate: instant,
  };
}

function withoutKeyField(
  { fields }: SalesforceState,
  object: ObjectName,
  name: string,
): FakeResponse | undefined {
  return fields[object].some((field) => field.name === name)
    ? undefined
    : salesforceError(
        404,
        'NOT_FOUND',
        `Provided external ID field does not exist or is not accessible: ${name}`,
      );
}

/** Text is unique without regard to capitals, unless the field says otherwise. */
const rowsOfKey = ({ rows }: SalesforceState, object: ObjectName, { field, key }: Keyed) =>
  rows[object].filter((row) => String(row[field] ?? '').toLowerCase() === key.toLowerCase());

const several = (object: ObjectName, rows: readonly SalesforceRow[]): FakeResponse =>
  jsonResponse(
    300,
    rows.map(({ Id }) => `/services/data/v68.0/sobjects/${object}/${Id}`),
  );

const systemFields = ['Id', 'CreatedDate', 'LastModifiedDate', 'CaseNumber', 'IsClosed'];

/** Unknown fields, fields of Salesforce's own, and the rules of the org. */
function refusalOf(state: SalesforceState, object: ObjectName, fields: Fields): FakeResponse | undefined {
  for (const [name, value] of Object.entries(fields)) {
    if (!state.fields[object].some((field) => field.name === name))
      return salesforceError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`);
    if (systemFields.includes(name))
      return salesforceError(
        400,
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
        [name],
      );
    const rule = state.validationRules.find(
      (one) => one.object === object && one.field === name && one.forbids === value,
    );
    if (rule !== undefined)
      return salesforceError(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, [name]);
  }
  return undefined;
}

function missingParent({ rows }: SalesforceState, fields: Fields): FakeResponse | undefined {
  const contact = fields['WhoId'] ?? fields['ContactId'];
  return contact === undefined || contact === null || rows.Contact.some(({ Id }) => Id === contact)
    ? undefined
    : salesforceError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}
