import type { Clock } from '../../app/ports/clock.ts';
import type { Instant } from '../../domain/run/events.ts';
import { allFound, follow, type LookUp } from '../look-up/look-up.ts';
import type { Parsed } from '../look-up/parse-answer.ts';
import { shareLookUps, type Asker } from '../look-up/share-look-ups.ts';
import { batchSize, type HubspotApi, type Linked, type ObjectType, type Wanted } from './hubspot-api.ts';
import type { HubspotObject, HubspotOwner, HubspotProperty } from './hubspot-schemas.ts';

/** More than these nobody tells apart at a glance; one more is asked for, to know that there are more. */
export const mostCandidates = 10;

/** A stage of a pipeline. `isClosed` where nothing is open any more, won or lost. */
export type Stage = { readonly label: string; readonly isClosed: boolean };

/** What is looked up in HubSpot, each once per ticket. */
export type HubspotRecords = {
  object(wanted: Wanted & { readonly id: string }, asker: Asker): Promise<LookUp<HubspotObject>>;
  contactByEmail(email: string, properties: readonly string[], asker: Asker): Promise<LookUp<HubspotObject>>;
  /** All that have this value, or `several` without a list where there are more than `mostCandidates`. */
  search(
    wanted: Wanted & { readonly property: string; readonly value: string },
    asker: Asker,
  ): Promise<LookUp<readonly HubspotObject[]>>;
  /** Ids of what hangs on a record, each once. */
  linked(linked: Linked, asker: Asker): Promise<LookUp<readonly string[]>>;
  objects(
    wanted: Wanted & { readonly ids: readonly string[] },
    asker: Asker,
  ): Promise<LookUp<readonly HubspotObject[]>>;
  property(type: ObjectType, name: string, asker: Asker): Promise<LookUp<HubspotProperty>>;
  stages(type: 'deals' | 'tickets', asker: Asker): Promise<LookUp<ReadonlyMap<string, Stage>>>;
  owner(id: string, asker: Asker): Promise<LookUp<HubspotOwner>>;
};

export function createHubspotRecords(api: HubspotApi, clock: Clock): HubspotRecords {
  const now = () => clock.now();
  const object = keyed((wanted: Wanted & { readonly id: string }, asker) =>
    api.object({ ...wanted, key: wanted.id }, priorityOf(asker)).then((answer) => single(answer, now())),
  );
  const byEmail = keyed(
    ({ email, properties }: { readonly email: string; readonly properties: readonly string[] }, asker) =>
      api
        .object({ type: 'contacts', key: email, by: 'email', properties }, priorityOf(asker))
        .then((answer) => single(answer, now())),
  );
  const search = keyed(
    async (wanted: Wanted & { readonly property: string; readonly value: string }, asker) => {
      const page = await api.search({ ...wanted, limit: mostCandidates + 1 }, priorityOf(asker));
      if (page.is === 'failed') return page;
      return page.body.total > mostCandidates
        ? ({ is: 'none', because: 'several', observedAt: now() } as const)
        : found(page.body.results, now());
    },
  );
  const linked = keyed(async (of: Linked, asker) => {
    const page = await api.associated(of, priorityOf(asker));
    if (page.is === 'failed') return page.failure.status === 404 ? missing(now()) : page;
    // A page that says that there is more is no answer: whatever is counted over it would be too little.
    if (page.body.paging?.next !== undefined)
      return { is: 'none', because: 'several', observedAt: now() } as const;
    return found([...new Set(page.body.results.map(({ toObjectId }) => String(toObjectId)))], now());
  });
  const batch = keyed(async (wanted: Wanted & { readonly ids: readonly string[] }, asker) => {
    const answer = await api.objects(wanted, priorityOf(asker));
    if (answer.is === 'failed') return answer;
    const [error] = answer.body.errors ?? [];
    if (error !== undefined) return partly(wanted.type, error.message);
    const isWhole = wanted.ids.every((id) => answer.body.results.some((object) => object.id === id));
    return isWhole ? found(answer.body.results, now()) : partly(wanted.type, 'some of them are missing');
  });
  const property = keyed(
    ({ type, name }: { readonly type: ObjectType; readonly name: string }, asker: Asker) =>
      api.property(type, name, priorityOf(asker)).then((answer) => single(answer, now())),
  );
  const stages = keyed((type: 'deals' | 'tickets', asker) => lookUpStages(api, type, asker, now));
  const owner = keyed((id: string, asker) =>
    api.owner(id, priorityOf(asker)).then((answer) => single(answer, now())),
  );
  return {
    object,
    contactByEmail: (email, properties, asker) => byEmail({ email, properties }, asker),
    search,
    linked,
    objects: async ({ ids, ...wanted }, asker) => {
      const batches = await Promise.all(chunks(ids).map((some) => batch({ ...wanted, ids: some }, asker)));
      const all = allFound(batches, now());
      return all.is === 'found' ? { ...all, record: all.record.flat() } : all;
    },
    property: (type, name, asker) => property({ type, name }, asker),
    stages,
    owner,
  };
}

/** Shared by whatever makes a look-up what it is. */
function keyed<Key, T>(ask: (key: Key, asker: Asker) => Promise<LookUp<T>>) {
  const keys = new Map<string, Key>();
  const shared = shareLookUps<T>((text, asker) => {
    const key = keys.get(text);
    if (key === undefined) throw new Error(`Cannot look up ${text}: nobody asked for it.`);
    return ask(key, asker);
  });
  return (key: Key, asker: Asker): Promise<LookUp<T>> => {
    const text = JSON.stringify(key);
    keys.set(text, key);
    const answer = shared(text, asker);
    keys.delete(text);
    return answer;
  };
}

async function lookUpStages(
  api: HubspotApi,
  type: 'deals' | 'tickets',
  asker: Asker,
  now: () => Instant,
): Promise<LookUp<ReadonlyMap<string, Stage>>> {
  const answer = await api.pipelines(type, priorityOf(asker));
  if (answer.is === 'failed') return answer;
  const stages = answer.body.results.flatMap((pipeline) => pipeline.stages);
  return found(
    new Map(
      stages.map(({ id, label, metadata }) => [
        id,
        // Deals say `isClosed`, tickets `ticketState`. Source: https://developers.hubspot.com/docs/api-reference/crm-pipelines-v3/guide
        { label, isClosed: metadata['isClosed'] === 'true' || metadata['ticketState'] === 'CLOSED' },
      ]),
    ),
    now(),
  );
}

const priorityOf = (asker: Asker) => (asker.freshness === 'newest' ? 'person' : 'background');

const found = <T>(record: T, observedAt: Instant): LookUp<T> => ({ is: 'found', record, observedAt });
const missing = (observedAt: Instant) => ({ is: 'none', because: 'not-found', observedAt }) as const;

function single<T>(answer: Parsed<T>, observedAt: Instant): LookUp<T> {
  if (answer.is === 'parsed') return found(answer.body, observedAt);
  return answer.failure.status === 404 ? missing(observedAt) : answer;
}

/** Some of a batch are not there: a count over the rest would be wrong. */
const partly = (type: ObjectType, message: string): LookUp<never> => ({
  is: 'failed',
  failure: { code: 'unreadable', reason: `HubSpot could not read all ${type}: ${message.slice(0, 200)}` },
});

function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / batchSize);
  return Array.from({ length: count }, (_, index) => ids.slice(index * batchSize, (index + 1) * batchSize));
}

/** What hangs on a record, read with these properties. */
export async function linkedObjects(
  records: HubspotRecords,
  linked: Linked,
  properties: readonly string[],
  asker: Asker,
): Promise<LookUp<readonly HubspotObject[]>> {
  return follow(await records.linked(linked, asker), (ids) =>
    records.objects({ type: linked.to, ids, properties }, asker),
  );
}
