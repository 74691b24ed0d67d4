import { jsonResponse, type FakeResponse } from '../fake.ts';
import { salesforceError } from './answers.ts';
import { objectNames, parents, type ObjectName } from './fields.ts';
import { readSoql, type ReadSoql } from './read-soql.ts';
import type { SalesforceValue } from './seed.ts';
import type { SalesforceRow, SalesforceState } from './state.ts';

/** `GET …/query`: over the records themselves, so what was written a moment ago is in it. */
export function answerQuery(state: SalesforceState, url: URL): FakeResponse {
  const query = readSoql(url.searchParams.get('q') ?? '');
  if (query === undefined) return salesforceError(400, 'MALFORMED_QUERY', 'unexpected token: query');
  if (query.from === 'FieldDefinition') return fieldDefinitions(state, query);
  const object = objectOf(query.from);
  if (object === undefined)
    return salesforceError(400, 'INVALID_TYPE', `sObject type '${query.from}' is not supported.`);
  const names = [...query.select, ...query.where.map(({ field }) => field)];
  const unknown = names.find((name) => !isKnown(state, object, name));
  if (unknown !== undefined)
    return salesforceError(
      400,
      'INVALID_FIELD',
      `No such column '${unknown}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
    );
  const rows = state.rows[object]
    .filter((row) => query.where.every(({ field, value }) => isEqual(field, row[field] ?? null, value)))
    .toSorted((left, right) => byDate(query.newestBy, left, right))
    .slice(0, query.limit);
  return page(rows.map((row) => selected(state, { object, row, select: query.select })));
}

const page = (records: readonly unknown[]): FakeResponse =>
  jsonResponse(200, { totalSize: records.length, done: true, records });

export function objectOf(name: string): ObjectName | undefined {
  return objectNames.find((object) => object === name);
}

/** Names of fields count without their capitals, in queries. */
function isKnown({ fields }: SalesforceState, object: ObjectName, name: string): boolean {
  const [first = '', second] = name.split('.');
  const owner = second === undefined ? object : parents[first];
  return owner !== undefined && fields[owner].some((field) => isSame(field.name, second ?? first));
}

const isSame = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();

/** Texts are compared without capitals; ids in their 15-character form too. */
function isEqual(field: string, actual: SalesforceValue, wanted: SalesforceValue): boolean {
  if (typeof actual !== 'string' || typeof wanted !== 'string') return actual === wanted;
  if (field.endsWith('Id')) return actual === wanted || actual.slice(0, 15) === wanted;
  return isSame(actual, wanted);
}

function byDate(field: string | undefined, left: SalesforceRow, right: SalesforceRow): number {
  return field === undefined ? 0 : String(right[field]).localeCompare(String(left[field]));
}

type Selected = {
  readonly object: ObjectName;
  readonly row: SalesforceRow;
  readonly select: readonly string[];
};

/** A row with the fields in Salesforce's own spelling, and its parents as objects. */
function selected(state: SalesforceState, { object, row, select }: Selected): Record<string, unknown> {
  const json: Record<string, unknown> = {
    attributes: { type: object, url: `/services/data/v68.0/sobjects/${object}/${row.Id}` },
  };
  for (const name of select) {
    const [first = '', second] = name.split('.');
    if (second === undefined) {
      const own = state.fields[object].find((field) => isSame(field.name, first))?.name ?? first;
      json[own] = row[own] ?? null;
    } else json[first] = parentOf(state, row, first);
  }
  return json;
}

function parentOf(state: SalesforceState, row: SalesforceRow, name: string): unknown {
  const object = parents[name];
  const id = row[`${name}Id`];
  const parent = object && state.rows[object].find(({ Id }) => Id === id);
  return parent === undefined ? null : { attributes: { type: object }, ...parent };
}

/** The definition of a field, as the query asks for it: by object and name. */
function fieldDefinitions(state: SalesforceState, { where }: ReadSoql): FakeResponse {
  const wanted = (field: string) => String(where.find((one) => one.field === field)?.value ?? '');
  const object = objectOf(wanted('EntityDefinition.QualifiedApiName'));
  const found = (object === undefined ? [] : state.fields[object]).filter(({ name }) =>
    isSame(name, wanted('QualifiedApiName')),
  );
  return page(
    found.map(({ name, label, type }) => ({
      attributes: { type: 'FieldDefinition' },
      QualifiedApiName: name,
      Label: label,
      DataType: type,
    })),
  );
}
