import type { ApprovalNeed } from '../domain/decisions/approval-need.ts';
import { approvalNeed } from '../domain/decisions/approval-need.ts';
import { holdsRole } from '../domain/decisions/roles.ts';
import type { Command, ProposalCommand } from '../domain/run/commands.ts';
import { isForGood } from './is-for-good.ts';
import type { RunContext } from './run-context.ts';

/** Whether this person may decide anything in this run at all. */
export type MayAct =
  | { readonly is: 'yes' }
  | { readonly is: 'no'; readonly because: 'may-not-change' | 'ticket-closed' | 'ended' };

export function mayAct({ advanced, ticket, user }: Pick<RunContext, 'advanced' | 'ticket' | 'user'>): MayAct {
  if (advanced.outcome) return { is: 'no', because: 'ended' };
  return mayActBeside({ ticket, user });
}

/** The same for what people propose beside the SOP, which they may do after the end of the run too: taking back is mostly wanted then. */
export function mayActBeside({ ticket, user }: Pick<RunContext, 'ticket' | 'user'>): MayAct {
  if (ticket.status === 'closed') return { is: 'no', because: 'ticket-closed' };
  return user.mayChangeTickets ? { is: 'yes' } : { is: 'no', because: 'may-not-change' };
}

/** Whether this person may decide this proposal at all. */
export function mayActOn(
  proposal: Pick<ProposalCommand, 'added'> | undefined,
  context: Pick<RunContext, 'advanced' | 'ticket' | 'user'>,
): MayAct {
  return proposal?.added ? mayActBeside(context) : mayAct(context);
}

/** Whether a run can be stored from here: who may only look writes nothing, and on a closed ticket nothing will be done. */
export function mayStore({ ticket, user }: Pick<RunContext, 'ticket' | 'user'>): boolean {
  return user.mayChangeTickets && ticket.status !== 'closed';
}

/** Whether this person may answer what the SOP asks of a role; without a role everybody may who works the ticket. */
export function mayAnswerFor(
  role: string | undefined,
  { settings, user }: Pick<RunContext, 'settings' | 'user'>,
): 'yes' | 'no' | 'not-set' {
  return role === undefined ? 'yes' : holdsRole(role, user, settings.teams);
}

/** Whether this person may answer what the run asks: by the role, and not who has asked where the SOP wants somebody else. */
export function mayAnswer(
  command: Command,
  context: Pick<RunContext, 'settings' | 'user'>,
): 'yes' | 'no' | 'not-set' | 'requested' {
  if (command.kind !== 'gate' && command.kind !== 'judge') return 'yes';
  const isRequester = command.kind === 'gate' && command.notBy?.some(({ id }) => id === context.user.id);
  const may = mayAnswerFor(command.role, context);
  return may === 'yes' && isRequester === true ? 'requested' : may;
}

/** Whose decision a proposal needs, with what the ledger here can guarantee. */
export function needOf(
  proposal: ProposalCommand,
  { ports, advanced }: Pick<RunContext, 'ports' | 'advanced'>,
): ApprovalNeed {
  if (proposal.added?.because === 'undo') {
    const undone = advanced.plan.find(({ id }) => id === proposal.added?.about);
    if (!undone || !takesBack(proposal, undone, { ports }))
      return { type: 'forbidden', because: 'not-offered' };
  }
  const isShared = ports.ledger.keptIn === 'zendesk';
  return approvalNeed({
    proposal,
    kind: ports.actions.kind(proposal.operation),
    isShared,
    autonomy: undefined,
  });
}

/**
 * Whether an operation may be offered as what takes another one back: the one that its kind declares. Where the kind declares none, as
 * for a macro, any that moves no money and can be sent again safely. A log can be changed by hand, so what it says takes something
 * back is no truth.
 */
export function takesBack(
  undo: Pick<ProposalCommand, 'operation'>,
  undone: Pick<ProposalCommand, 'operation'>,
  { ports }: Pick<RunContext, 'ports'>,
): boolean {
  const declared = ports.actions.kind(undone.operation)?.undo;
  const kind = ports.actions.kind(undo.operation);
  return declared === undefined ? kind !== undefined && !isForGood(kind) : declared === undo.operation;
}
