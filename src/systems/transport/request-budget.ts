import PQueue from 'p-queue';
import type { SystemRequest } from './transport.ts';

/**
 * Lets requests out one by one, within what a user may ask of Zendesk's proxy in a minute. A counter that all tabs of a browser
 * share is another implementation of the same type.
 */
export type RequestBudget = {
  /** Runs the task when its turn comes. What a person waits for goes first. */
  run<T>(priority: SystemRequest['priority'], task: () => Promise<T>): Promise<T>;
};

export type BudgetLimits = {
  readonly perMinute: number;
  /** Of these, so many are kept for what a person waits for. */
  readonly reservedForPerson: number;
  readonly atOnce: number;
};

/**
 * Zendesk lets a user's apps send 100 requests a minute, over all open tabs; 80 leave a margin for tabs that do not know of one
 * another. Source: https://developer.zendesk.com/api-reference/introduction/rate-limits/
 */
const zendeskBudget: BudgetLimits = { perMinute: 80, reservedForPerson: 20, atOnce: 4 };

/** The budget of one tab. What is read ahead passes a narrower gate first, so that it cannot use up a person's share. */
export function createRequestBudget(limits: BudgetLimits = zendeskBudget): RequestBudget {
  const everything = queueOf(limits.perMinute, limits.atOnce);
  const readAhead = queueOf(limits.perMinute - limits.reservedForPerson, Math.max(1, limits.atOnce - 1));
  return {
    run: (priority, task) =>
      priority === 'person'
        ? everything.add(task, { priority: 1 })
        : readAhead.add(() => everything.add(task, { priority: 0 })),
  };
}

/** A sliding window: fixed ones would let two shares out back to back. */
const queueOf = (perMinute: number, atOnce: number) =>
  new PQueue({ concurrency: atOnce, intervalCap: perMinute, interval: 60_000, strict: true });
