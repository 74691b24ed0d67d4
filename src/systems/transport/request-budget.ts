import type { Clock } from '../../app/ports/clock.ts';
import type { KeyValueStore } from '../memory/key-value-store.ts';
import { createRequestWindow, type WindowLimits } from './request-window.ts';
import type { SystemRequest } from './transport.ts';

type Priority = SystemRequest['priority'];

/** Lets requests out within what a user may ask of Zendesk's proxy in a minute, over all tabs of the browser. */
export type RequestBudget = {
  /** Runs the task when its turn comes. What a person waits for goes first. Rejects as the task does. */
  run<T>(priority: Priority, task: () => Promise<T>): Promise<T>;
};

type BudgetLimits = WindowLimits & {
  /** Requests under way in one tab; one of these places is never taken by what is read ahead. */
  readonly atOnce: number;
};

export type RequestBudgetOptions = {
  readonly clock: Clock;
  /** Shared by the tabs of a browser: they share the minute in it. */
  readonly store: KeyValueStore;
  readonly limits?: BudgetLimits;
  /**
   * Whether the rep is working in this very tab. What a tab needs to open is a person's too, and eight tabs that open would use up what is kept for the
   * click in a ninth; so the share for clicks is for a tab in which somebody was within the last minute. True when absent.
   */
  readonly isPersonHere?: (() => boolean) | undefined;
};

/**
 * Zendesk lets a user's apps send 100 requests a minute, whatever system they are for, over all open tabs. Nearly 80 are for what is read ahead, 20
 * are kept for what a person waits for, and one is left over.
 * Source: https://developer.zendesk.com/api-reference/introduction/rate-limits/
 */
const zendeskBudget: BudgetLimits = { perMinute: 99, reservedForPerson: 20, atOnce: 4 };

/**
 * The queue of one tab before the window of all tabs. A person's request goes before everything that waits, needs a share that nobody reads ahead
 * with, and finds a place free: so it waits for one request of the background at most, and never for one of another tab.
 */
export function createRequestBudget({
  clock,
  store,
  limits = zendeskBudget,
  isPersonHere = () => true,
}: RequestBudgetOptions): RequestBudget {
  const window = createRequestWindow({ clock, store, limits });
  const waiting: Waiting[] = [];
  const underWay = { person: 0, background: 0 };
  let isAsking = false;
  let lastHere = Number.NEGATIVE_INFINITY;
  let stopWaiting = notWaiting;

  const hasPlace = ({ priority }: Waiting): boolean => {
    if (underWay.person + underWay.background >= limits.atOnce) return false;
    return priority === 'person' || underWay.background < Math.max(1, limits.atOnce - 1);
  };
  const next = () =>
    waiting.find((one) => one.priority === 'person' && hasPlace(one)) ?? waiting.find(hasPlace);

  /** Whose share a request may take from. */
  const shareFor = ({ priority }: Waiting): Priority => {
    const now = Date.parse(clock.now());
    if (isPersonHere()) lastHere = now;
    return priority === 'person' && now - lastHere < hereFor ? 'person' : 'background';
  };
  const start = (one: Waiting): void => {
    waiting.splice(waiting.indexOf(one), 1);
    underWay[one.priority] += 1;
    void one.begin().finally(() => {
      underWay[one.priority] -= 1;
      void letOut();
    });
  };
  const letOut = async (): Promise<void> => {
    stopWaiting();
    if (isAsking) return;
    isAsking = true;
    for (let candidate = next(); candidate !== undefined; candidate = next()) {
      const taken = await window.take(shareFor(candidate));
      // Somebody who matters more may have come meanwhile: whatever was granted is good for a person.
      const first = next() ?? candidate;
      if (taken === 'granted') start(first);
      else if (first.priority === candidate.priority) {
        stopWaiting = clock.after(taken.wait, () => void letOut());
        break;
      }
    }
    isAsking = false;
  };

  return {
    run: (priority, task) =>
      new Promise((resolve, reject) => {
        const begin = () => task().then(resolve, reject);
        waiting.push({ priority, begin });
        void letOut();
      }),
  };
}

/** Milliseconds; an approval goes on while the rep looks elsewhere. */
const hereFor = 60_000;

const notWaiting = (): void => undefined;

type Waiting = { readonly priority: Priority; readonly begin: () => Promise<void> };
