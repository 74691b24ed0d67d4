import type { Outcome } from '../domain/run/outcome.ts';
import { mayAct } from './action-permission.ts';
import { personOf } from './answer-people.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import { resumeExecutions } from './resume.ts';
import type { RunSession } from './run-session.ts';

/** The rep goes on by hand: the run ends as stopped, with the reason. False where it was not ended. */
export async function takeOver(session: RunSession, reason: string): Promise<boolean> {
  await catchUpAfterIdling(session);
  return endRun(session, { is: 'stopped', by: personOf(session), reason });
}

/**
 * Another run takes the place of this one, which is ended if it is not over yet. False where it could not be ended, or where
 * something may have happened of which nobody knows yet: another run could propose the same once more. Rejects when the ledger
 * cannot be read.
 */
export async function makeWay(session: RunSession, reason: string): Promise<boolean> {
  const isOver = session.context.advanced.outcome !== undefined;
  if (!isOver) await catchUpAfterIdling(session);
  // A claim stands in the ledger before its run's log speaks of it.
  await resumeExecutions(session);
  if (mayHaveHappened(session)) return false;
  return isOver || endRun(session, { is: 'cancelled', reason });
}

function mayHaveHappened({ context, notes }: RunSession): boolean {
  return context.advanced.plan.some(
    ({ id, state }) =>
      state.is === 'running' ||
      (state.is === 'ended' && state.result.is === 'unknown') ||
      notes.get(id)?.is === 'elsewhere',
  );
}

async function endRun(session: RunSession, outcome: Outcome): Promise<boolean> {
  if (mayAct(session.context).is === 'no') return false;
  session.journal.append([{ type: 'run-ended', outcome, by: personOf(session) }], 'now');
  return (await session.journal.log.allSaved()).is === 'saved';
}
