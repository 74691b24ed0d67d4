import type { Approval, Verification } from '../domain/decisions/approval.ts';
import { checkEdit } from '../domain/decisions/check-edit.ts';
import { digestInput } from '../domain/decisions/digest-input.ts';
import type { Preparation } from '../domain/decisions/proposal.ts';
import { targetChanges, verifyApproval } from '../domain/decisions/verify-approval.ts';
import type { ExecutionResult } from '../domain/run/events.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import type { CardNote } from './card-note.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import { execute, type Executed } from './execute.ts';
import { startFindingOut } from './find-out.ts';
import { watchClaim } from './resume.ts';
import { gatherFreshState } from './fresh-state.ts';
import { askSystem } from './preparations.ts';
import { reasonOf } from './reason-of.ts';
import { kindOf } from './kind-of.ts';
import { isForGood } from './is-for-good.ts';
import { planItem, waitingProposal } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import { noteAsRead } from './unread-words.ts';
import type { ApprovedValues } from './sidebar-command.ts';

/** What came of an approval: how the execution ended, or undefined where nothing was begun and the card says why. */
export type ApprovalOutcome = ExecutionResult | undefined;

/**
 * Approves a proposal with exactly these values and carries it out. Nothing is done unless the approval is found valid against
 * the world as it is now; the card then says what stands in the way. Never rejects.
 */
export async function approve(session: RunSession, values: ApprovedValues): Promise<ApprovalOutcome> {
  const { command } = values;
  session.notes.set(command, { is: 'approving', by: session.context.user });
  session.changed();
  try {
    const executed = await session.journal.undisturbed(() => verifyAndExecute(session, values));
    return afterExecution(session, command, executed);
  } catch (error) {
    note(session, command, refused('ledger-unavailable', reasonOf(error)));
    return undefined;
  }
}

async function verifyAndExecute(session: RunSession, values: ApprovedValues): Promise<Executed | CardNote> {
  await catchUpBefore(session, values);
  const given = await giveApproval(session, values);
  if ('is' in given) return given;
  const { approval, item } = given;
  const now = await gatherFreshState(session, approval, item);
  const verification = verifyApproval({ approval, proposed: item.parameters, now });
  if (verification.is === 'valid') return execute(session, verification.approval);
  session.preparations.set(item, now.preparation);
  const isTold = verification.is === 'stale' && verification.changes.some(({ what }) => what === 'message');
  if (isTold) noteAsRead(session, session.ticket);
  return noteOf(verification);
}

/** What cannot be taken back is not decided on a log that a colleague may have gone on with a moment ago. */
function catchUpBefore(session: RunSession, { command }: ApprovedValues): Promise<void> {
  const { context } = session;
  const operation = planItem(context, command)?.operation ?? '';
  return catchUpAfterIdling(session, isForGood(context.ports.actions.kind(operation)) ? aMoment : undefined);
}

/** Milliseconds: one approval right after the other, as “approve all” does, needs no second look. */
const aMoment = 2000;

type Given = { readonly approval: Approval; readonly item: PlanItem };

/** Binds the decision to what is on the screen; a note where that cannot be approved. */
async function giveApproval(
  session: RunSession,
  { command, parameters }: ApprovedValues,
): Promise<Given | CardNote> {
  const { context } = session;
  const item = waitingProposal(context, command);
  const kind = item && kindOf(item, context);
  const shown = item && session.preparations.get(item);
  if (!item || !kind || shown?.is !== 'ready') return refused('not-waiting', command);
  const edit = checkEdit({ kind, proposed: item.parameters, edited: parameters, atMost: shown.atMost });
  if (edit.is === 'refused')
    return refused(
      'limit',
      edit.faults.map(({ parameter, because }) => `${parameter}: ${because}`).join(', '),
    );
  const ready = edit.edited ? await prepareEdited(session, { ...item, parameters: edit.parameters }) : shown;
  if (ready.is !== 'ready') return refused('limit', ready.failure.reason);
  const moved = await movedSince(session, item, { shown, ready });
  if (moved) return moved;
  const { user, ports, ticket, runId, sop } = context;
  const seen = {
    runId,
    command,
    operation: item.operation,
    parameters: edit.parameters,
    target: ready.target,
    sopHash: sop.hash,
  };
  const digest = await ports.hasher.sha256(digestInput(seen));
  const by = { id: user.id, name: user.name };
  return {
    item,
    approval: { ...seen, ticketUpdatedAt: ticket.updatedAt, digest, by, at: ports.clock.now() },
  };
}

/** Other values can mean another target, which is then part of what is approved. */
function prepareEdited({ context }: RunSession, item: PlanItem): Promise<Preparation> {
  return askSystem(item, context, 'shared');
}

type Ready = Extract<Preparation, { is: 'ready' }>;

/** Another target because of other values is meant so. One that the card would show by now without them was seen by nobody. */
async function movedSince(
  session: RunSession,
  item: PlanItem,
  { shown, ready }: { readonly shown: Ready; readonly ready: Ready },
): Promise<CardNote | undefined> {
  if (targetChanges(shown.target, ready).length === 0) return undefined;
  const now = await askSystem(item, session.context, 'shared');
  const changes = targetChanges(shown.target, now);
  if (changes.length === 0) return undefined;
  session.preparations.set(item, now);
  return { is: 'stale', changes };
}

function afterExecution(
  session: RunSession,
  command: string,
  executed: Executed | CardNote,
): ApprovalOutcome {
  switch (executed.is) {
    case 'ended':
      session.notes.delete(command);
      if (executed.result.is === 'unknown') startFindingOut(session, command);
      session.changed();
      return executed.result;
    case 'not-recorded':
      note(session, command, refused('ledger-unavailable', executed.reason));
      return undefined;
    case 'elsewhere':
      note(session, command, { is: 'elsewhere', by: executed.by, since: executed.since });
      watchClaim(session, command);
      return undefined;
    case 'left-behind':
      startFindingOut(session, command);
      return undefined;
    default:
      note(session, command, executed);
      return undefined;
  }
}

function noteOf(verification: Exclude<Verification, { is: 'valid' }>): CardNote {
  return verification.is === 'used' ? refused('not-waiting', 'used') : verification;
}

function refused(because: Extract<CardNote, { is: 'refused' }>['because'], detail: string): CardNote {
  return { is: 'refused', because, detail };
}

function note(session: RunSession, command: string, of: CardNote): void {
  session.notes.set(command, of);
  session.changed();
}
