import type { CommandId, ExecutionResult } from '../domain/run/events.ts';
import {
  claimEvents,
  fittingClaim,
  isAbandoned,
  whyNotBelieved,
  type FoundClaim,
} from './execution-claim.ts';
import type { Executed } from './execute.ts';
import type { Claim } from './ports/ledger.ts';
import type { RunSession } from './run-session.ts';
import { planItem } from './run-context.ts';

/**
 * Takes over what was claimed before, by somebody who holds this browser's lock: with its result, so that the run goes on. Without
 * one somebody else is at it; or, if it was claimed by this person in a tab that is gone, or more than five minutes ago, it is an
 * execution whose end nobody knows. A claim that is not believed keeps its command closed all the same: what happened is asked of the
 * system, or said by a person who looked there.
 */
export async function adoptClaim(
  session: RunSession,
  command: CommandId,
  found: FoundClaim,
): Promise<Executed> {
  const { ports, user } = session.context;
  const { result, by, at } = found;
  const elsewhere = { is: 'elsewhere', by, since: at } as const;
  const claim = await fittingClaim(found, command, session.context);
  const isLeftBehind = by?.id === user.id || isAbandoned(at, ports.clock.now());
  if (!isLeftBehind && !(claim && result)) return elsewhere;
  if (!claim) return standInFor(session, command, found) ?? elsewhere;
  recordClaim(session, claim, result);
  return result ? { is: 'ended', result } : { is: 'left-behind' };
}

/**
 * In the place of a claim that is not believed stands the approval that was given just now, which met it: nothing was sent for it, and what
 * the other one led to is unknown.
 */
function standInFor(session: RunSession, command: CommandId, found: FoundClaim): Executed | undefined {
  const own = [...session.claims.values()].findLast((claim) => claim.command === command);
  if (!own) return undefined;
  const reason = `It may have been carried out before, and the record of that is not believed: ${whyNotBelieved(found)}.`;
  const result = { is: 'unknown', failure: { code: 'unknown-outcome', reason } } as const;
  recordClaim(session, own, result);
  return { is: 'ended', result };
}

/** Puts a claim into the log, and its result where it has one, as far as they are not there already. */
export function recordClaim(session: RunSession, claim: Claim, result: ExecutionResult | undefined): void {
  const { command } = claim;
  const item = planItem(session.context, command);
  if (!item) return;
  const isNoted = item.state.is === 'running' || item.state.is === 'ended';
  session.notes.delete(command);
  session.journal.record([
    ...(isNoted ? [] : claimEvents(claim, item.parameters)),
    ...(result ? [{ type: 'execution-ended', command, result } as const] : []),
  ]);
}
