import type { CommandId, ExecutionResult } from '../domain/run/events.ts';
import { mayActBeside } from './action-permission.ts';
import { startFindingOut, codeOfNothing } from './find-out.ts';
import type { StoredClaim } from './ports/ledger.ts';
import { planItem } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import { settleExecution, settleFoundOut } from './settle-execution.ts';
import type { SidebarCommand } from './sidebar-command.ts';

type Settlement = Extract<SidebarCommand, { type: 'settle-unknown' }>['settlement'];

/** A person has looked at what no system could tell, and says what happened; or has the system asked again. */
export async function settleUnknown(
  session: RunSession,
  command: CommandId,
  settlement: Settlement,
): Promise<void> {
  const { context } = session;
  // The run may be over: what was begun in it may have happened all the same.
  if (!isOpen(session, command) || mayActBeside(context).is === 'no') return;
  if (settlement === 'ask-again') return startFindingOut(session, command);
  const stored = await storedClaim(session, command);
  if (!isOpen(session, command)) return;
  // What somebody else has found out meanwhile stands beside the claim, before any log speaks of it.
  if (stored?.result) return settleExecution(session, { command, claim: undefined, result: stored.result });
  const result = resultOf(settlement, { name: context.user.name, code: codeOfNothing(session, command) });
  await settleFoundOut(session, { command, claim: stored?.claim, result });
}

/** Only while nobody knows: a definite end is never talked over. */
function isOpen({ context, notes }: RunSession, command: CommandId): boolean {
  const state = planItem(context, command)?.state;
  const isUnknown = state?.is === 'running' || (state?.is === 'ended' && state.result.is === 'unknown');
  return isUnknown && notes.get(command)?.is === 'cannot-tell';
}

type Looked = { readonly name: string; readonly code: ReturnType<typeof codeOfNothing> };

function resultOf(settlement: 'happened' | 'did-not-happen', { name, code }: Looked): ExecutionResult {
  if (settlement === 'happened')
    return { is: 'succeeded', reconciled: `${name} looked and says that it happened.` };
  return {
    is: 'failed',
    failure: { code, reason: `${name} looked and says that it did not happen.` },
  };
}

/** Without its claim the result stands in the log alone. */
async function storedClaim({ context }: RunSession, command: CommandId): Promise<StoredClaim | undefined> {
  try {
    return (await context.ports.ledger.claims(context.runId, [command])).get(command);
  } catch {
    return undefined;
  }
}
