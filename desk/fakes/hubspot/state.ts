import { standardProperties, type PropertyDefinition } from './properties.ts';
import type { HubspotOwnerSeed, HubspotRecordSeed, HubspotSeed } from './seed.ts';

export type HubspotType = 'contacts' | 'companies' | 'deals' | 'tickets' | 'notes' | 'tasks';

export type HubspotRecord = {
  readonly id: string;
  readonly properties: Record<string, string>;
  readonly createdAt: string;
  updatedAt: string;
};

/** Everything that the fake of HubSpot knows. The desk shows it, tests look at it and change it as somebody else would. */
export type HubspotState = {
  readonly token: string;
  readonly portalId: number;
  readonly records: Readonly<Record<HubspotType, Map<string, HubspotRecord>>>;
  /** What hangs on what; each pair stands once and counts in both directions. */
  readonly links: { readonly left: string; readonly right: string }[];
  /** The id under which a merged record answers. */
  readonly merged: Map<string, string>;
  readonly owners: readonly HubspotOwnerSeed[];
  readonly properties: Readonly<Record<HubspotType, PropertyDefinition[]>>;
  nextId: number;
};

const beginning = '2026-01-01T08:00:00.000Z';

export function createHubspotState(seed: HubspotSeed): HubspotState {
  const own = (type: HubspotType) =>
    (seed.properties ?? []).flatMap(({ object, ...definition }) => (object === type ? [definition] : []));
  const definitions = (type: HubspotType) => [...standardProperties[type], ...own(type)];
  return {
    token: seed.token,
    portalId: seed.portalId,
    records: {
      contacts: recordsOf(seed.contacts),
      companies: recordsOf(seed.companies),
      deals: recordsOf(seed.deals),
      tickets: recordsOf(seed.tickets),
      notes: new Map(),
      tasks: new Map(),
    },
    links: [
      ...linksOf('contacts', seed.contacts),
      ...linksOf('deals', seed.deals),
      ...linksOf('tickets', seed.tickets),
    ],
    merged: new Map(),
    owners: seed.owners,
    properties: {
      contacts: definitions('contacts'),
      companies: definitions('companies'),
      deals: definitions('deals'),
      tickets: definitions('tickets'),
      notes: definitions('notes'),
      tasks: definitions('tasks'),
    },
    nextId: 9_000_001,
  };
}

export const linkEnd = (type: HubspotType, id: string): string => `${type}/${id}`;

/** The record under this id, or the one that it was merged into. */
export function recordOf(state: HubspotState, type: HubspotType, id: string): HubspotRecord | undefined {
  return state.records[type].get(state.merged.get(linkEnd(type, id)) ?? id);
}

/** Ids of the records of a type that hang on a record. */
export function linkedIds(
  state: HubspotState,
  { from, id, to }: { readonly from: HubspotType; readonly id: string; readonly to: HubspotType },
): readonly string[] {
  const own = linkEnd(from, id);
  const others = state.links.flatMap(({ left, right }) =>
    left === own ? [right] : right === own ? [left] : [],
  );
  return others.flatMap((end) => (end.startsWith(`${to}/`) ? [end.slice(to.length + 1)] : []));
}

function recordsOf(seeds: readonly HubspotRecordSeed[]): Map<string, HubspotRecord> {
  return new Map(
    seeds.map(({ id, properties, createdAt = beginning }) => [
      id,
      { id, properties: { ...properties, createdate: createdAt }, createdAt, updatedAt: createdAt },
    ]),
  );
}

function linksOf(type: HubspotType, seeds: readonly HubspotRecordSeed[]): HubspotState['links'] {
  return seeds.flatMap(({ id, contacts = [], companies = [] }) => [
    ...contacts.map((contact) => ({ left: linkEnd(type, id), right: linkEnd('contacts', contact) })),
    ...companies.map((company) => ({ left: linkEnd(type, id), right: linkEnd('companies', company) })),
  ]);
}
