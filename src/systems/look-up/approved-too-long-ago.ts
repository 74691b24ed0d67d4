import type { Clock } from '../../app/ports/clock.ts';
import type { Approval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';

/** Milliseconds. From then on a claim without a result counts as abandoned: somebody else may have found that nothing had happened. */
const longest = 5 * 60 * 1000;

/**
 * Why what was approved is not sent any more: a computer that slept while the newest state was read comes too late. Asked right before a write that
 * must not happen twice.
 */
export function approvedTooLongAgo({ at }: Approval, clock: Clock): ExecutionResult | undefined {
  if (Date.parse(clock.now()) - Date.parse(at) < longest) return undefined;
  const reason = 'It was approved more than five minutes ago and was interrupted since; nothing was sent.';
  return { is: 'failed', failure: { code: 'stale', reason } };
}
