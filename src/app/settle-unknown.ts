import type { CommandId, ExecutionResult } from '../domain/run/events.ts';
import { mayAct } from './action-permission.ts';
import { startFindingOut } from './find-out.ts';
import type { Claim } from './ports/ledger.ts';
import { planItem } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import { settleExecution } from './settle-execution.ts';
import type { SidebarCommand } from './sidebar-command.ts';

type Settlement = Extract<SidebarCommand, { type: 'settle-unknown' }>['settlement'];

/** A person has looked at what no system could tell, and says what happened; or has the system asked again. */
export async function settleUnknown(
  session: RunSession,
  command: CommandId,
  settlement: Settlement,
): Promise<void> {
  const { context } = session;
  if (!isOpen(session, command) || mayAct(context).is === 'no') return;
  if (settlement === 'ask-again') return startFindingOut(session, command);
  const claim = await claimOf(session, command);
  if (isOpen(session, command))
    await settleExecution(session, { command, claim, result: resultOf(settlement, context.user.name) });
}

/** Only while nobody knows: a definite end is never talked over. */
function isOpen({ context, notes }: RunSession, command: CommandId): boolean {
  const state = planItem(context, command)?.state;
  const isUnknown = state?.is === 'running' || (state?.is === 'ended' && state.result.is === 'unknown');
  return isUnknown && notes.get(command)?.is === 'cannot-tell';
}

function resultOf(settlement: 'happened' | 'did-not-happen', name: string): ExecutionResult {
  if (settlement === 'happened')
    return { is: 'succeeded', reconciled: `${name} looked and says that it happened.` };
  return {
    is: 'failed',
    failure: { code: 'unknown-outcome', reason: `${name} looked and says that it did not happen.` },
  };
}

/** Without its claim the result stands in the log alone. */
async function claimOf({ context }: RunSession, command: CommandId): Promise<Claim | undefined> {
  try {
    return (await context.ports.ledger.claims(context.runId, [command])).get(command)?.claim;
  } catch {
    return undefined;
  }
}
