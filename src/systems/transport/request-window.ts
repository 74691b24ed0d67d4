import * as z from 'zod/mini';
import type { Clock } from '../../app/ports/clock.ts';
import type { KeyValueStore } from '../memory/key-value-store.ts';
import type { SystemRequest } from './transport.ts';

/** How many requests a user may make of Zendesk's proxy within a minute. */
export type WindowLimits = {
  readonly perMinute: number;
  /** Of these, so many are kept for what a person waits for. */
  readonly reservedForPerson: number;
};

/** The requests of the last minute. */
export type RequestWindow = {
  /**
   * Counts a request that goes out now, if there is room for it. `wait`: milliseconds until there may be. Never rejects, and never takes
   * longer than a second.
   */
  take(priority: SystemRequest['priority']): Promise<'granted' | { readonly wait: number }>;
};

export type RequestWindowOptions = {
  readonly clock: Clock;
  /** Shared by every tab of the browser. */
  readonly store: KeyValueStore;
  readonly limits: WindowLimits;
};

/** A minute as Zendesk counts it, and a second for the different times that requests are on their way. */
const windowLength = 61_000;
/** A store that takes longer than this is no help: the request goes by the careful limits of this tab alone. */
const storePatience = 1_000;
const withoutStoreFor = 60_000;
const storeKey = 'requests-of-the-minute';

/**
 * What a tab may do that knows nothing of the others: with three of them open the limit of 100 still holds. The one reason for these figures is
 * that a tab must neither stand still nor use up what others need.
 */
const carefulLimits: WindowLimits = { perMinute: 30, reservedForPerson: 10 };

/**
 * A sliding window over the requests of all tabs, kept in the store that they share. A tab that is closed leaves nothing behind but times that
 * pass. Where the store is refused, broken or slow, the tab counts for itself, with careful limits, and asks the store again after a minute.
 */
export function createRequestWindow({ clock, store, limits }: RequestWindowOptions): RequestWindow {
  const ours: { sent: Sent; withoutStoreUntil: number } = { sent: [], withoutStoreUntil: 0 };
  const now = () => Date.parse(clock.now());
  const alone = (priority: SystemRequest['priority']): Taken => {
    const taken = takeFrom(ours.sent, now(), roomFor(priority, lower(carefulLimits, limits)));
    ours.sent = taken.sent;
    return taken;
  };
  const together = async (priority: SystemRequest['priority']): Promise<Taken> => {
    let taken: Taken | undefined;
    await store.update(storeKey, (stored) => {
      taken = takeFrom(readSent(stored), now(), roomFor(priority, limits));
      return { v: storedVersion, sent: [...taken.sent] } satisfies Stored;
    });
    if (taken === undefined)
      throw new Error('Cannot count the requests of the minute: the store skipped it.');
    if (taken.wait === undefined) ours.sent = [...ours.sent, now()].slice(-limits.perMinute);
    return taken;
  };
  return {
    take: async (priority) => {
      const isBroken = now() < ours.withoutStoreUntil;
      const taken = isBroken ? alone(priority) : await within(storePatience, () => together(priority), clock);
      if (taken !== undefined) return taken.wait === undefined ? 'granted' : { wait: taken.wait };
      ours.withoutStoreUntil = now() + withoutStoreFor;
      const { wait } = alone(priority);
      return wait === undefined ? 'granted' : { wait };
    },
  };
}

/** Milliseconds since 1970, in order. */
type Sent = readonly number[];
type Taken = { readonly sent: Sent; readonly wait: number | undefined };

/** What is read ahead leaves the share of the person untouched, whoever has used up the rest. */
const roomFor = (priority: SystemRequest['priority'], { perMinute, reservedForPerson }: WindowLimits) =>
  priority === 'person' ? perMinute : Math.max(1, perMinute - reservedForPerson);

const lower = (one: WindowLimits, other: WindowLimits): WindowLimits =>
  one.perMinute < other.perMinute ? one : other;

function takeFrom(before: Sent, now: number, room: number): Taken {
  // A clock that was set back would leave times of the future, which would never pass.
  const sent = before
    .map((at) => Math.min(at, now))
    .filter((at) => at > now - windowLength)
    .toSorted((one, other) => one - other);
  if (sent.length < room) return { sent: [...sent, now], wait: undefined };
  const freed = sent[sent.length - room] ?? now;
  return { sent, wait: Math.max(1, freed + windowLength - now) };
}

/** The version of what is stored; several versions of the app may share a browser for a while. */
const storedVersion = 1;
type Stored = z.infer<typeof storedSchema>;
const storedSchema = z.object({ v: z.literal(storedVersion), sent: z.array(z.number()) });
const newerSchema = z.object({ v: z.number().check(z.gt(storedVersion)) });

/** What cannot be read is forgotten within a minute anyway; what a newer version keeps there is not overwritten. */
function readSent(stored: unknown): Sent {
  const parsed = storedSchema.safeParse(stored);
  if (parsed.success) return parsed.data.sent;
  if (newerSchema.safeParse(stored).success)
    throw new Error(
      'Cannot count the requests of the minute: a newer version of Signoff keeps them. Reload.',
    );
  return [];
}

/** The result; undefined where it failed or took too long. */
function within<T>(milliseconds: number, work: () => Promise<T>, clock: Clock): Promise<T | undefined> {
  return new Promise((resolve) => {
    const giveUp = clock.after(milliseconds, () => resolve(undefined));
    const end = (result: T | undefined) => {
      giveUp();
      resolve(result);
    };
    work().then(end, () => end(undefined));
  });
}
