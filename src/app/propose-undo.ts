import type { AddedAction, CommandId } from '../domain/run/events.ts';
import { addedId } from '../domain/run/log-index.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import { mayActBeside, takesBack } from './action-permission.ts';
import { personOf } from './answer-people.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import { planItem, type RunContext } from './run-context.ts';
import type { RunSession } from './run-session.ts';

/** Milliseconds: a colleague may have proposed the same a moment ago. */
const aMoment = 2000;

/**
 * Proposes to take back what was done, with the exact values that its execution has given for that. Nothing is done yet: the proposal
 * is decided like every other. It is in the ledger before anybody can approve it. Rejects when the ledger is out of reach.
 */
export async function proposeUndo(session: RunSession, about: CommandId): Promise<void> {
  await catchUpAfterIdling(session, aMoment);
  const { context } = session;
  const item = planItem(context, about);
  const action = item && offeredUndo(item, context);
  if (!action) return;
  // A run that was over when it was opened has not read what its records are found by.
  if (context.advanced.outcome) await session.reader.readKeys();
  const count = additionsTo(about, context).filter(({ added }) => added?.because === 'undo').length;
  const command = addedId(about, 'undo', count);
  session.journal.append(
    [{ type: 'proposal-added', command, about, because: 'undo', action, by: personOf(session) }],
    'now',
  );
  await session.journal.log.allSaved();
}

/** What would take this back, if this person may act, some system offers it, and it is neither being taken back nor was it. */
export function offeredUndo(item: PlanItem, context: RunContext): AddedAction | undefined {
  const { state } = item;
  if (state.is !== 'ended' || state.result.is !== 'succeeded' || mayActBeside(context).is === 'no')
    return undefined;
  const { undo } = state.result;
  if (!undo || !context.ports.actions.kind(undo.operation) || !takesBack(undo, item, context))
    return undefined;
  const isTaken = additionsTo(item.id, context).some(
    (addition) => addition.added?.because === 'undo' && !hasLedToNothing(addition),
  );
  return isTaken ? undefined : undo;
}

/** What people have proposed beside the SOP about this. */
export function additionsTo(
  about: CommandId,
  { advanced }: Pick<RunContext, 'advanced'>,
): readonly PlanItem[] {
  return advanced.plan.filter(({ added }) => added?.about === about);
}

/** Rejected or failed: it may be proposed again. What nobody knows the end of is still open. */
export function hasLedToNothing({ state }: PlanItem): boolean {
  return state.is === 'rejected' || (state.is === 'ended' && state.result.is === 'failed');
}
