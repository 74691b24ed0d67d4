import pRetry from 'p-retry';
import type { Clock } from '../../app/ports/clock.ts';
import type { SystemRequest } from './transport.ts';
import type { WireAnswer } from './wire-answer.ts';

/** Between 0 and 1, 1 excluded. */
export type Random = () => number;

export type RepeatOptions = { readonly clock: Clock; readonly random: Random };

/** Longer than this nobody waits for a system that is busy. */
const longestWait = 60_000;
const firstWait = 500;

/** The last answer. `mayHaveHappened`: an earlier try ended without a clear one, so a busy system now proves nothing. */
export type Repeated = { readonly answer: WireAnswer | 'too-late'; readonly mayHaveHappened: boolean };

/**
 * Sends, and sends again what the retry table of docs/systems.md allows, with a wait that grows and is never the same in two
 * tabs; `Retry-After` goes before it. A request that ran into its deadline is not repeated: its answer may still be on the way.
 */
export async function repeatRequest(
  request: SystemRequest,
  send: () => Promise<WireAnswer | 'too-late'>,
  { clock, random }: RepeatOptions,
): Promise<Repeated> {
  let mayHaveHappened = false;
  const sendOnce = async () => {
    const answer = await send();
    if (answer === 'too-late' || !isWorthRepeating(request.repeat, answer)) return answer;
    throw new WorthRepeating(answer);
  };
  const answer = await pRetry(sendOnce, {
    retries: triesOf(request) - 1,
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

const isClear = (answer: WireAnswer): boolean => answer.is === 'answer' && answer.status < 500;

/** Carries the answer through p-retry, which repeats errors only. */
class WorthRepeating extends Error {
  readonly answer: WireAnswer;
  /** Milliseconds that the system asks us to wait. */
  readonly wait: number;
  constructor(answer: WireAnswer) {
    super('worth repeating');
    this.name = 'WorthRepeating';
    this.answer = answer;
    this.wait = answer.is === 'answer' ? retryAfter(answer.headers.get('retry-after')) : 0;
  }
}

/** Reads and keyed writes three times; a ticket update, which changes its own stamp, twice. Source: docs/systems.md, retry table. */
function triesOf({ repeat }: SystemRequest): number {
  switch (repeat) {
    case 'read':
    case 'same-key':
    case 'same-effect':
      return 3;
    case 'unsent':
      return 2;
    case 'never':
      return 1;
  }
}

function isWorthRepeating(repeat: SystemRequest['repeat'], answer: WireAnswer): boolean {
  const status = answer.is === 'answer' ? answer.status : 'nothing';
  switch (repeat) {
    case 'read':
      return status === 'nothing' || [429, 502, 503, 504].includes(status);
    case 'same-key':
      return status === 'nothing' || [409, 429].includes(status);
    case 'same-effect':
      return status === 'nothing' || status === 429 || status >= 500;
    case 'unsent':
      return status === 429;
    case 'never':
      return false;
  }
}

/** `Retry-After` in seconds; dates are not used by the systems that we call. */
function retryAfter(header: string | undefined): number {
  return header !== undefined && /^\d{1,9}(\.\d+)?$/.test(header.trim()) ? Number(header) * 1000 : 0;
}

const wait = (clock: Clock, milliseconds: number) =>
  new Promise<void>((resolve) => {
    clock.after(milliseconds, resolve);
  });
