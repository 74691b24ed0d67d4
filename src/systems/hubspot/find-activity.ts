import type { Failure } from '../../domain/run/events.ts';
import { carriesKey } from './activity-text.ts';
import { batchSize, type HubspotApi } from './hubspot-api.ts';

/** A note or a task of a contact, and where its key stands. */
export type ActivityType = 'notes' | 'tasks';
const bodies = { notes: 'hs_note_body', tasks: 'hs_task_body' } as const;

export type ActivitySearch =
  | { readonly is: 'found'; readonly id: string }
  | { readonly is: 'not-there' }
  /** There are more than can be looked through. */
  | { readonly is: 'too-many' }
  | { readonly is: 'failed'; readonly failure: Failure };

type Place = { readonly type: ActivityType; readonly contact: string };

/** Looks for our note or task among those of the contact, by our key. By association and not by search: search lags behind. */
export async function findActivity(
  api: HubspotApi,
  { type, contact }: Place,
  key: string,
): Promise<ActivitySearch> {
  const page = await api.associated({ from: 'contacts', id: contact, to: type }, 'person');
  if (page.is === 'failed') return page;
  const ids = [...new Set(page.body.results.map(({ toObjectId }) => String(toObjectId)))];
  // Ids grow, so the newest, where ours would be, are read first.
  const newestFirst = ids.toSorted((left, right) => right.length - left.length || (left < right ? 1 : -1));
  for (let from = 0; from < newestFirst.length; from += batchSize) {
    const property = bodies[type];
    const some = newestFirst.slice(from, from + batchSize);
    const batch = await api.objects({ type, ids: some, properties: [property] }, 'person');
    if (batch.is === 'failed') return batch;
    const ours = batch.body.results.find(({ properties }) => carriesKey(properties[property], key));
    if (ours !== undefined) return { is: 'found', id: ours.id };
    const [error] = batch.body.errors ?? [];
    if (error !== undefined) return { is: 'failed', failure: unreadable(type, error.message) };
    // Ours may be the one that did not come.
    if (some.some((id) => batch.body.results.every((one) => one.id !== id)))
      return { is: 'failed', failure: unreadable(type, 'some of them are missing') };
  }
  return page.body.paging?.next === undefined ? { is: 'not-there' } : { is: 'too-many' };
}

const unreadable = (type: ActivityType, message: string): Failure => ({
  code: 'unreadable',
  reason: `HubSpot could not read all ${type} of the contact: ${message.slice(0, 200)}`,
});
