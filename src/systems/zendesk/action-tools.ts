import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import type { Preparation, PreviewLine, Target } from '../../domain/decisions/proposal.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Parameters } from '../../domain/run/commands.ts';
import type { AddedAction, ExecutionResult, Failure } from '../../domain/run/events.ts';
import type { Transport } from '../transport/transport.ts';
import type { AccountDirectory } from './account-directory.ts';
import { findAudit } from './audit-mark.ts';
import { changedFields, type ChangedFields } from './changed-fields.ts';
import type { MayI } from './read-rights.ts';
import type { Right } from './rights.ts';
import type { TicketFields } from './ticket-fields.ts';
import { requireTicketId, type TicketUpdates } from './ticket-updates.ts';
import type { ZafClient } from './zaf-client.ts';

/** The group or role that a team of the SOPs is in this account, as the setting `teams` says; undefined for a name that it lacks. */
export type TeamLookup = (
  team: string,
) => { readonly groupId?: string; readonly roleId?: string } | undefined;

/** What the actions of Zendesk work with. */
export type ActionTools = {
  readonly client: ZafClient;
  readonly transport: Transport;
  readonly updates: TicketUpdates;
  readonly fields: TicketFields;
  readonly directory: AccountDirectory;
  readonly mayI: MayI;
  readonly teams: TeamLookup;
};

/** A parameter as text; an absent one is empty. */
export function textParameter(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The open ticket as a target, with what else the execution needs to know. */
export function ticketTarget({ ticket }: ActionContext, ids: Readonly<Record<string, string>> = {}): Target {
  return { ids: { ticket: ticket.id, ...ids }, name: `#${ticket.id}`, url: ticket.url };
}

/** Ready, with what the rep should see. */
export const ready = (target: Target, preview: readonly PreviewLine[]): Preparation => ({
  is: 'ready',
  target,
  preview,
  atMost: {},
});

export const impossible = (
  code: Failure['code'],
  reason: string,
): Extract<Preparation, { is: 'impossible' }> => ({
  is: 'impossible',
  failure: { code, reason },
});

/** A closed ticket takes no change. Undefined for any other. */
function closedTicket({ ticket }: ActionContext): Preparation | undefined {
  return ticket.status === 'closed'
    ? impossible('refused', `Ticket ${ticket.id} is closed; Zendesk takes no changes to it.`)
    : undefined;
}

/** Why this person cannot do it, as Zendesk gives the rights; undefined where nothing is in the way. */
export async function forbidden(
  { mayI }: Pick<ActionTools, 'mayI'>,
  needs: readonly Right[],
): Promise<Preparation | undefined> {
  const lack = await mayI.lack(needs);
  return lack === undefined ? undefined : impossible('not-allowed', lack);
}

/** Why this ticket cannot be changed, or not by this person; undefined where it can. */
export async function obstacle(
  tools: Pick<ActionTools, 'mayI'>,
  context: ActionContext,
  needs: readonly Right[],
): Promise<Preparation | undefined> {
  return closedTicket(context) ?? (await forbidden(tools, needs));
}

export const line = (label: string, value: FactJson, before?: FactJson): PreviewLine => ({
  label,
  value,
  ...(before === undefined ? {} : { before }),
});

/** The ticket of an approval; a failure where it names none, or another one than is open. */
export function approvedTicket(
  { approval }: VerifiedApproval,
  { ticket }: ActionContext,
): { readonly is: 'ticket'; readonly id: string } | Extract<ExecutionResult, { is: 'failed' | 'unknown' }> {
  const id = approval.target.ids['ticket'];
  const missing = requireTicketId(id);
  if (missing) return missing;
  if (id !== ticket.id || id === undefined)
    return {
      is: 'failed',
      failure: { code: 'unclear-target', reason: 'The approval is for another ticket.' },
    };
  return { is: 'ticket', id };
}

/** Succeeded, with the audit as proof, and what would take it back. */
export const succeeded = (
  audit: string | undefined,
  { ticket }: ActionContext,
  undo?: AddedAction,
): Extract<ExecutionResult, { is: 'succeeded' }> => ({
  is: 'succeeded',
  ...(audit === undefined ? {} : { reference: audit }),
  url: ticket.url,
  ...(undo === undefined ? {} : { undo }),
});

export type UndoOf = (changed: ChangedFields) => AddedAction | undefined | Promise<AddedAction | undefined>;

/**
 * Looks for the audit that this execution would have left. The hundred newest audits prove that it did not happen only if they reach
 * back to the approval. The audit tells what stood there before, so what was found can be undone like what was answered.
 */
export async function reconcileByAudit(
  updates: Pick<TicketUpdates, 'audits'>,
  { approval, key }: VerifiedApproval,
  context: ActionContext,
  undoOf: UndoOf = () => undefined,
): Promise<Reconciliation> {
  const id = approval.target.ids['ticket'];
  if (id === undefined || requireTicketId(id))
    return { is: 'cannot-tell', how: 'The approval names no ticket.' };
  const audits = await updates.audits(id);
  if (audits.is === 'failed') return { is: 'cannot-tell', how: audits.failure.reason };
  const audit = findAudit(audits.body, key);
  if (audit) {
    const how = `Audit ${audit.id} of ticket ${id} has the mark of this execution.`;
    const undo = await undoOf(changedFields(audit.events));
    return {
      is: 'happened',
      result: { ...succeeded(String(audit.id), context, undo), reconciled: how },
      how,
    };
  }
  const oldest = audits.body.at(-1);
  const reachesBack =
    audits.body.length < 100 ||
    (oldest !== undefined && Date.parse(oldest.created_at) < Date.parse(approval.at));
  return reachesBack
    ? { is: 'did-not-happen', how: `No audit of ticket ${id} has the mark of this execution.` }
    : { is: 'cannot-tell', how: `Ticket ${id} was changed too often since to look back.` };
}
