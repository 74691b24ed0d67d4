import type { CommandId } from '../domain/run/events.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import { recordClaim } from './adopt-claim.ts';
import { fittingClaim, isAbandoned, lockName } from './execution-claim.ts';
import { startFindingOut } from './find-out.ts';
import type { StoredClaim } from './ports/ledger.ts';
import { planItem } from './run-context.ts';
import type { RunSession } from './run-session.ts';

/** How often a claim of somebody else is looked at again, in milliseconds. */
const lookAgainAfter = 30_000;

/**
 * Takes up a run where it was left. What was approved and not begun is shown again and never carried out by itself; what was begun
 * and has no end is looked for: first in the ledger, then in its system. Rejects when the ledger cannot be read.
 */
export async function resumeExecutions(session: RunSession): Promise<void> {
  const open = session.context.advanced.plan.filter(isOpen).map(({ id }) => id);
  if (open.length === 0) return;
  const { ports, runId } = session.context;
  const claims = await ports.ledger.claims(runId, open);
  for (const command of open) session.lookedFor.add(command);
  for (const command of open) {
    const stored = claims.get(command);
    if (stored) await resumeClaim(session, command, stored);
  }
  for (const { id, state } of session.context.advanced.plan) if (isBegun(state)) startFindingOut(session, id);
}

/**
 * The log of a run that is taken up may end before what was done last: its facts are read again, the plan grows, and each proposal that
 * appears in it may have been carried out already. Its claim says so.
 */
export function lookForClaims(session: RunSession): void {
  if (!hasUnlooked(session)) return;
  session.work.start('look for claims', async () => {
    while (hasUnlooked(session)) await resumeExecutions(session);
  });
}

function hasUnlooked({ context, lookedFor }: RunSession): boolean {
  return context.advanced.plan.some((item) => isOpen(item) && !lookedFor.has(item.id));
}

/** What somebody else has begun ends in the ledger first: looks there until it has. */
export function watchOthers(session: RunSession): void {
  for (const { id, state } of session.context.advanced.plan) {
    if (state.is !== 'running' || session.claims.has(state.key) || session.watched.has(id)) continue;
    session.watched.add(id);
    session.context.ports.clock.after(lookAgainAfter, () => {
      session.watched.delete(id);
      session.work.start('resume', async () => {
        await resumeExecutions(session);
        watchOthers(session);
      });
    });
  }
}

/** Somebody else is at it: looks again until there is a result, or until it was abandoned. */
export function watchClaim(session: RunSession, command: CommandId): void {
  session.context.ports.clock.after(lookAgainAfter, () => {
    if (session.notes.get(command)?.is === 'elsewhere')
      session.work.start('resume', () => resumeExecutions(session));
  });
}

function isOpen({ state }: PlanItem): boolean {
  return state.is === 'waiting' || state.is === 'planned' || state.is === 'approved' || isBegun(state);
}

function isBegun(state: PlanItem['state']): boolean {
  return state.is === 'running' || (state.is === 'ended' && state.result.is === 'unknown');
}

/** A claim that the log does not know yet, or whose result it does not know. */
async function resumeClaim(session: RunSession, command: CommandId, stored: StoredClaim): Promise<void> {
  const { by, at, result } = stored;
  const item = planItem(session.context, command);
  if (!item || item.state.is === 'planned') return;
  const claim = await fittingClaim(stored, command, session.context);
  // What is not believed leads to nothing here: whoever approves meets it, and whoever finds out asks the system.
  if (!claim) return;
  if (result || isBegun(item.state) || (await isLeftBehind(session, command, stored)))
    return recordClaim(session, claim, result);
  session.notes.set(command, { is: 'elsewhere', by, since: at });
  watchClaim(session, command);
  session.changed();
}

/** Nobody is at it any more: it is too old, or it is this person's own and no tab of this browser holds it. */
async function isLeftBehind(
  { context }: RunSession,
  command: CommandId,
  { by, at }: StoredClaim,
): Promise<boolean> {
  if (isAbandoned(at, context.ports.clock.now())) return true;
  if (by?.id !== context.user.id) return false;
  const isFree = await context.ports.lock.hold(lockName(context.runId, command), () => Promise.resolve(true));
  return isFree === true;
}
