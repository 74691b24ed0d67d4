import type { LookUp } from './look-up.ts';

/** For which ticket something is looked up, and whether what was fetched for it will do. */
export type Asker = { readonly ticketId: string; readonly freshness: 'shared' | 'newest' };

type Entry<T> = { readonly answer: Promise<LookUp<T>>; isUnderWay: boolean };

/** How many answers are kept; the sidebar works on one ticket, the console on a page of them. */
const keptAnswers = 200;

/**
 * One fetch per record and ticket: facts of the same record share it, also while it is under way. `newest` asks again, unless the
 * answer is still under way. Failures are not kept, so that trying again asks again.
 */
export function shareLookUps<T>(
  ask: (key: string, asker: Asker) => Promise<LookUp<T>>,
): (key: string, asker: Asker) => Promise<LookUp<T>> {
  const kept = new Map<string, Entry<T>>();
  return (key, asker) => {
    const place = JSON.stringify([asker.ticketId, key]);
    const earlier = kept.get(place);
    if (earlier !== undefined && (asker.freshness === 'shared' || earlier.isUnderWay)) return earlier.answer;
    const entry: Entry<T> = { answer: ask(key, asker), isUnderWay: true };
    kept.delete(place);
    kept.set(place, entry);
    forgetOldest(kept);
    return settle(kept, place, entry);
  };
}

async function settle<T>(kept: Map<string, Entry<T>>, place: string, entry: Entry<T>): Promise<LookUp<T>> {
  const answer = await entry.answer;
  entry.isUnderWay = false;
  if (answer.is === 'failed' && kept.get(place) === entry) kept.delete(place);
  return answer;
}

function forgetOldest(kept: Map<string, unknown>): void {
  const [oldest] = kept.keys();
  if (kept.size > keptAnswers && oldest !== undefined) kept.delete(oldest);
}
