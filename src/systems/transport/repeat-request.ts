import pRetry from 'p-retry';
import type { Clock } from '../../app/ports/clock.ts';
import { readRetryAfter } from './retry-after.ts';
import { isWorthRepeating, retryTable } from './retry-table.ts';
import type { SystemRequest } from './transport.ts';
import type { WireAnswer } from './wire-answer.ts';

/** Between 0 and 1, 1 excluded. */
export type Random = () => number;

export type RepeatOptions = {
  readonly clock: Clock;
  readonly random: Random;
  /** Fewer tries than the table allows. */
  readonly tries?: number | undefined;
};

/** Longer than this nobody waits for a system that is busy. */
const longestWait = 60_000;
const firstWait = 500;

/** The last answer. `mayHaveHappened`: an earlier try ended without a clear one, so a busy system now proves nothing. */
export type Repeated = { readonly answer: WireAnswer | 'too-late'; readonly mayHaveHappened: boolean };

/**
 * Sends, and sends again what the retry table allows, with a wait that grows and is never the same in two tabs; `Retry-After` goes
 * before it, up to a minute.
 */
export async function repeatRequest(
  { repeat }: SystemRequest,
  send: () => Promise<WireAnswer | 'too-late'>,
  { clock, random, tries = retryTable[repeat].tries }: RepeatOptions,
): Promise<Repeated> {
  let mayHaveHappened = false;
  const sendOnce = async () => {
    const answer = await send();
    if (answer === 'too-late' || !isWorthRepeating(repeat, answer)) return answer;
    throw new WorthRepeating(answer, clock);
  };
  const answer = await pRetry(sendOnce, {
    retries: tries - 1,
    minTimeout: 0,
    shouldRetry: ({ error }) => error instanceof WorthRepeating && error.wait <= longestWait,
    onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
      if (!(error instanceof WorthRepeating) || retriesLeft === 0 || error.wait > longestWait) return;
      if (!isClear(error.answer)) mayHaveHappened = true;
      const growing = firstWait * 2 ** (attemptNumber - 1) * (1 + random());
      await wait(clock, Math.max(error.wait, growing));
    },
  }).catch((error: unknown) => {
    if (error instanceof WorthRepeating) return error.answer;
    throw error;
  });
  return { answer, mayHaveHappened };
}

/** 409 is repeated only for a key: then it means that another request with this key is at work, and may succeed. */
const isClear = (answer: WireAnswer): boolean =>
  answer.is === 'answer' && answer.status < 500 && answer.status !== 409;

/** Carries the answer through p-retry, which repeats errors only. */
class WorthRepeating extends Error {
  readonly answer: WireAnswer;
  /** Milliseconds that the system asks us to wait. */
  readonly wait: number;
  constructor(answer: WireAnswer, clock: Clock) {
    super('worth repeating');
    this.name = 'WorthRepeating';
    this.answer = answer;
    const header = answer.is === 'answer' ? answer.headers.get('retry-after') : undefined;
    this.wait = readRetryAfter(header, clock.now()) ?? 0;
  }
}

const wait = (clock: Clock, milliseconds: number) =>
  new Promise<void>((resolve) => {
    clock.after(milliseconds, resolve);
  });
