import type { ExecutionResult, Failure } from '../../domain/run/events.ts';
import type { SystemAnswer } from '../transport/transport.ts';

export type NotDone = Extract<ExecutionResult, { is: 'failed' | 'unknown' }>;

/**
 * What a write came to that was not answered: refused and unavailable mean that nothing was done. A conflict says that the ticket is not
 * the one that was seen. Undefined where it was answered.
 */
export function notDone(answer: Exclude<SystemAnswer, { is: 'answered' }>): NotDone {
  if (answer.is === 'unknown') return { is: 'unknown', failure: answer.failure };
  if (answer.is === 'refused' && answer.status === 409)
    return { is: 'failed', failure: { ...answer.failure, code: 'stale', reason: conflict } };
  return { is: 'failed', failure: answer.failure };
}

const conflict = 'Somebody changed the ticket in the meantime; nothing was done.';

export const failedBecause = (code: Failure['code'], reason: string): NotDone => ({
  is: 'failed',
  failure: { code, reason },
});

/** It was answered, but not in a form that proves anything. */
export const unreadableOutcome = (failure: Failure): NotDone => ({ is: 'unknown', failure });
