import * as z from 'zod/mini';
import { parseAnswer, type Parsed } from '../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../transport/transport.ts';
import {
  hubspotSchemas,
  type HubspotBatch,
  type HubspotObject,
  type HubspotOwner,
  type HubspotProperty,
} from './hubspot-schemas.ts';

/** HubSpot's versions in one place: objects, properties, pipelines and owners of the third, associations of the fourth. */
const versions = { crm: '/crm/v3', associations: '/crm/v4' } as const;

type Priority = SystemRequest['priority'];
export type ObjectType = 'contacts' | 'companies' | 'deals' | 'tickets' | 'notes' | 'tasks';
/** HubSpot reads and lists so many at once. Source: https://developers.hubspot.com/docs/api-reference/crm-objects-v3/guide */
export const batchSize = 100;
const pageOfAssociations = 500;

export type Wanted = { readonly type: ObjectType; readonly properties: readonly string[] };
export type Linked = { readonly from: ObjectType; readonly id: string; readonly to: ObjectType };

/** Every request that Signoff makes of HubSpot. None throws. */
export type HubspotApi = {
  /** `key` is an id, or an address where `by` says so. Properties that HubSpot does not have are not in the answer. */
  object(
    wanted: Wanted & { readonly key: string; readonly by?: 'email' },
    priority: Priority,
  ): Promise<Parsed<HubspotObject>>;
  /** At most `batchSize` ids. */
  objects(
    wanted: Wanted & { readonly ids: readonly string[] },
    priority: Priority,
  ): Promise<Parsed<HubspotBatch>>;
  /** Only to find: HubSpot's index lags behind, so nothing is ever reconciled by it. */
  search(
    wanted: Wanted & { readonly property: string; readonly value: string; readonly limit: number },
    priority: Priority,
  ): Promise<Parsed<{ readonly total: number; readonly results: readonly HubspotObject[] }>>;
  associated(
    linked: Linked,
    priority: Priority,
  ): Promise<Parsed<z.infer<typeof hubspotSchemas.associations>>>;
  property(type: ObjectType, name: string, priority: Priority): Promise<Parsed<HubspotProperty>>;
  pipelines(
    type: 'deals' | 'tickets',
    priority: Priority,
  ): Promise<Parsed<z.infer<typeof hubspotSchemas.pipelines>>>;
  owner(id: string, priority: Priority): Promise<Parsed<HubspotOwner>>;
  ownersByEmail(
    email: string,
    priority: Priority,
  ): Promise<Parsed<{ readonly results: readonly HubspotOwner[] }>>;
  /** The raw answers of writes: what a failed one means is decided where it is sent. */
  update(type: ObjectType, id: string, properties: Properties): Promise<SystemAnswer>;
  create(type: 'notes' | 'tasks', body: NewActivity): Promise<SystemAnswer>;
};

export type Properties = Readonly<Record<string, string>>;
export type NewActivity = { readonly properties: Properties; readonly associations: readonly Association[] };
type Association = {
  readonly to: { readonly id: string };
  readonly types: readonly {
    readonly associationCategory: 'HUBSPOT_DEFINED';
    readonly associationTypeId: number;
  }[];
};

export const hubspotSecrets = { Authorization: 'Bearer {{setting.hubspot_token}}' };

/** HubSpot behind the one transport. The token is filled in by Zendesk's proxy. */
export function createHubspotApi(transport: Transport): HubspotApi {
  const read = async <T>({ schema, ...request }: Read<T>): Promise<Parsed<T>> =>
    parseAnswer(await transport.send(readRequest(request)), schema, request.what);
  const { crm, associations } = versions;
  return {
    object: ({ type, key, by, properties }, priority) =>
      read({
        what: `the ${nouns[type]}`,
        path: `${crm}/objects/${type}/${encodeURIComponent(key)}`,
        query: { properties: properties.join(','), ...(by === undefined ? {} : { idProperty: by }) },
        schema: hubspotSchemas.object,
        priority,
      }),
    objects: ({ type, ids, properties }, priority) =>
      read({
        what: `the ${type}`,
        path: `${crm}/objects/${type}/batch/read`,
        json: { inputs: ids.map((id) => ({ id })), properties, propertiesWithHistory: [] },
        schema: hubspotSchemas.batch,
        priority,
      }),
    search: ({ type, property, value, limit, properties }, priority) =>
      read({
        what: `the ${type}`,
        path: `${crm}/objects/${type}/search`,
        json: {
          filterGroups: [{ filters: [{ propertyName: property, operator: 'EQ', value }] }],
          properties,
          limit,
          after: '0',
          sorts: [],
        },
        schema: hubspotSchemas.search,
        priority,
      }),
    associated: ({ from, id, to }, priority) =>
      read({
        what: `the ${to} of the ${nouns[from]}`,
        path: `${associations}/objects/${from}/${encodeURIComponent(id)}/associations/${to}`,
        query: { limit: String(pageOfAssociations) },
        schema: hubspotSchemas.associations,
        priority,
      }),
    property: (type, name, priority) =>
      read({
        what: `the properties of a ${nouns[type]}`,
        path: `${crm}/properties/${type}/${encodeURIComponent(name)}`,
        schema: hubspotSchemas.property,
        priority,
      }),
    pipelines: (type, priority) =>
      read({
        what: `the stages of the ${type}`,
        path: `${crm}/pipelines/${type}`,
        schema: hubspotSchemas.pipelines,
        priority,
      }),
    owner: (id, priority) =>
      read({
        what: 'the owner',
        path: `${crm}/owners/${encodeURIComponent(id)}`,
        schema: hubspotSchemas.owner,
        priority,
      }),
    ownersByEmail: (email, priority) =>
      read({
        what: 'the owners',
        path: `${crm}/owners`,
        query: { email, limit: '2' },
        schema: z.object({ results: z.array(hubspotSchemas.owner) }),
        priority,
      }),
    update: (type, id, properties) =>
      transport.send(
        writeRequest({
          operation: `change the ${nouns[type]}`,
          method: 'PATCH',
          path: `${crm}/objects/${type}/${encodeURIComponent(id)}`,
          json: { properties },
          // The same value twice is the same value.
          repeat: 'same-values',
        }),
      ),
    create: (type, body) =>
      transport.send(
        writeRequest({
          operation: `write the ${nouns[type]}`,
          method: 'POST',
          path: `${crm}/objects/${type}`,
          json: body,
          // HubSpot knows no key against doing it twice.
          repeat: 'never',
        }),
      ),
  };
}

const nouns: Readonly<Record<ObjectType, string>> = {
  contacts: 'contact',
  companies: 'company',
  deals: 'deal',
  tickets: 'ticket',
  notes: 'note',
  tasks: 'task',
};

type Read<T> = {
  readonly what: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly schema: z.ZodMiniType<T>;
  readonly priority: Priority;
};

/** Batches and searches are reads that HubSpot takes by POST. */
function readRequest({ what, path, query, json, priority }: Omit<Read<unknown>, 'schema'>): SystemRequest {
  return {
    system: 'hubspot',
    operation: `read ${what}`,
    method: json === undefined ? 'GET' : 'POST',
    path,
    ...(query === undefined ? {} : { query }),
    ...(json === undefined ? {} : { body: { json } }),
    secrets: hubspotSecrets,
    repeat: 'read',
    priority,
  };
}

type Write = Pick<SystemRequest, 'operation' | 'method' | 'path' | 'repeat'> & { readonly json: unknown };

const writeRequest = ({ json, ...request }: Write): SystemRequest => ({
  system: 'hubspot',
  ...request,
  body: { json },
  secrets: hubspotSecrets,
  priority: 'person',
});
