import type * as z from 'zod/mini';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import { errorCodes, inOurWords } from './salesforce-errors.ts';
import { salesforceSchemas, type Row } from './salesforce-schemas.ts';
import { soql, type Soql } from './soql.ts';

/** Salesforce's API version, in one place. */
const base = '/services/data/v68.0';

/** The customer's own text field, External ID and Unique, that makes creation happen once. Made by an admin: docs/how-to/connect-salesforce.md */
export const keyField = 'SignoffKey__c';

/**
 * The token of the app's one OAuth slot. Unconfirmed that Zendesk's proxy fills it in like a secure setting.
 * Source: https://developer.zendesk.com/documentation/apps/app-developer-guide/adding-third-party-oauth-to-a-support-app/
 */
const salesforceSecrets = { Authorization: 'Bearer {{setting.salesforce}}' };

type Priority = SystemRequest['priority'];
export type Writable = 'Contact' | 'Account' | 'Opportunity' | 'Case';
export type Creatable = 'Task' | 'Case';
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** What a query came to. `no-such-field`: the org has no field of a name in it, or shows it to nobody. */
export type Queried = Parsed<readonly Row[]> | { readonly is: 'no-such-field' };

/** Every request that Signoff makes of Salesforce. None throws. */
export type SalesforceApi = {
  query(query: Soql, priority: Priority): Promise<Queried>;
  /** The definition of one field; an empty list where the object has none of this name. */
  fieldDefinition(
    object: Writable,
    name: string,
    priority: Priority,
  ): Promise<Parsed<z.infer<typeof salesforceSchemas.fields>>>;
  byKey(object: Creatable, key: string): Promise<Parsed<Row>>;
  /** The raw answers of writes: what a failed one means is decided where it is sent. */
  update(object: Writable, id: string, fields: Fields): Promise<SystemAnswer>;
  /** Creates the record of this key, or changes it where it is there already: the same request twice makes one record. */
  upsert(object: Creatable, key: string, fields: Fields): Promise<SystemAnswer>;
};

/** Salesforce behind the one transport. */
export function createSalesforceApi(transport: Transport): SalesforceApi {
  const send = async (request: Omit<SystemRequest, 'system' | 'secrets'>): Promise<SystemAnswer> =>
    inOurWords(await transport.send({ ...request, system: 'salesforce', secrets: salesforceSecrets }));
  const get = (what: string, path: string, query: SystemRequest['query'], priority: Priority) =>
    send({
      operation: `read ${what}`,
      method: 'GET',
      path: `${base}${path}`,
      ...(query === undefined ? {} : { query }),
      repeat: 'read',
      priority,
    });
  // Absolute values and a key of ours: done twice it leaves the same state.
  const patch = (operation: string, path: string, json: Fields) =>
    send({
      operation,
      method: 'PATCH',
      path: `${base}${path}`,
      body: { json },
      repeat: 'same-values',
      priority: 'person',
    });
  return {
    query: async (query, priority) => {
      const what = `the ${query.from}`;
      const answer = await get(what, '/query', { q: soql(query) }, priority);
      if (answer.is === 'refused' && errorCodes(answer.body).includes('INVALID_FIELD'))
        return { is: 'no-such-field' };
      const page = parseAnswer(answer, salesforceSchemas.rows, what);
      if (page.is === 'failed') return page;
      if (page.body.done) return { is: 'parsed', body: page.body.records };
      // What is asked for fits into one answer. Part of it would make a wrong count, or hide a second record.
      const reason = `Cannot read ${what}: Salesforce gave only part of the answer.`;
      return { is: 'failed', failure: { code: 'unreadable', reason } };
    },
    fieldDefinition: async (object, name, priority) => {
      const q = soql({
        select: ['QualifiedApiName', 'Label', 'DataType'],
        from: 'FieldDefinition',
        where: { 'EntityDefinition.QualifiedApiName': object, QualifiedApiName: name },
        limit: 1,
      });
      const what = `the fields of the ${object}`;
      return parseAnswer(await get(what, '/query', { q }, priority), salesforceSchemas.fields, what);
    },
    byKey: async (object, key) =>
      parseAnswer(
        await get(`the ${object}`, keyPath(object, key), undefined, 'person'),
        salesforceSchemas.row,
        `the ${object}`,
      ),
    update: (object, id, fields) =>
      patch(`change the ${object}`, `/sobjects/${object}/${encodeURIComponent(id)}`, fields),
    upsert: (object, key, fields) => patch(`create the ${object}`, keyPath(object, key), fields),
  };
}

const keyPath = (object: Creatable, key: string) =>
  `/sobjects/${object}/${keyField}/${encodeURIComponent(key)}`;
