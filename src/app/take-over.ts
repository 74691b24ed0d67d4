import type { Outcome } from '../domain/run/outcome.ts';
import { mayAct } from './action-permission.ts';
import { personOf } from './answer-people.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import type { RunSession } from './run-session.ts';

/** The rep goes on by hand: the run ends as stopped, with the reason. False where it was not ended. */
export async function takeOver(session: RunSession, reason: string): Promise<boolean> {
  await catchUpAfterIdling(session);
  return endRun(session, { is: 'stopped', by: personOf(session), reason });
}

/** Another run takes the place of this one. False where it could not be ended, and so none may begin. */
export async function cancelRun(session: RunSession, reason: string): Promise<boolean> {
  await catchUpAfterIdling(session);
  return !hasUnknownExecution(session) && endRun(session, { is: 'cancelled', reason });
}

/** Whether something may have happened of which nobody knows yet: another run could propose the same once more. */
export function hasUnknownExecution({ context }: RunSession): boolean {
  return context.advanced.plan.some(
    ({ state }) => state.is === 'running' || (state.is === 'ended' && state.result.is === 'unknown'),
  );
}

async function endRun(session: RunSession, outcome: Outcome): Promise<boolean> {
  if (mayAct(session.context).is === 'no') return false;
  session.journal.append([{ type: 'run-ended', outcome, by: personOf(session) }], 'now');
  return (await session.journal.log.allSaved()).is === 'saved';
}
