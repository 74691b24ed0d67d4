import * as z from 'zod/mini';
import type { ActionContext } from '../../../app/ports/actions.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { AddedAction, ExecutionResult } from '../../../domain/run/events.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  approvedTicket,
  impossible,
  line,
  obstacle,
  ready,
  reconcileByAudit,
  succeeded,
  textParameter,
  ticketTarget,
  type ActionTools,
} from '../action-tools.ts';
import type { ChangedFields } from '../changed-fields.ts';
import type { TicketChange } from '../rest-ticket.ts';
import { failedBecause } from '../write-outcome.ts';

const text = { kind: 'text' } as const;
const operation = 'zendesk.link_problem';

export const linkProblemKind: ActionKind = {
  operation,
  system: 'zendesk',
  parameters: [
    // Empty takes the link away.
    { name: 'problem', type: text, required: false, editable: true, limits: [] },
    // What the ticket is afterwards: only incidents are linked to a problem.
    { name: 'type', type: text, required: false, editable: false, limits: [] },
  ],
  risk: 'low',
  movesMoney: false,
  onceBy: 'safe-update',
  undo: operation,
  preview: ['subject', 'status', 'type'],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
};

/** Links the ticket to a problem, as one of its incidents, or takes the link away. */
export function linkProblem(tools: ActionTools): ActionImplementation {
  return {
    kind: linkProblemKind,
    prepare: async ({ parameters }, context) =>
      (await obstacle(tools, context, ['change-tickets'])) ?? prepare(tools, parameters, context),
    execute: (approval, context) => execute(tools, approval, context),
    reconcile: (approval, context) => reconcileByAudit(tools.updates, approval, context, undoOf),
  };
}

/** `#4711`, `4711`; undefined for anything else. */
const ticketNumber = (text: string) => /^#?(\d{1,18})$/.exec(text.trim())?.[1];

async function prepare(
  { updates }: ActionTools,
  parameters: Parameters,
  context: ActionContext,
): Promise<Preparation> {
  const given = textParameter(parameters, 'problem');
  if (typeOf(parameters) === undefined)
    return impossible('refused', `Zendesk has no type of tickets “${textParameter(parameters, 'type')}”.`);
  if (given.trim() === '') return ready(ticketTarget(context, { problem: '' }), []);
  const problem = ticketNumber(given);
  if (problem === undefined) return impossible('unclear-target', `“${given}” is not the number of a ticket.`);
  if (problem === context.ticket.id)
    return impossible('refused', 'A ticket cannot be an incident of itself.');
  const found = await updates.show(problem);
  if (found.is === 'failed') return { is: 'impossible', failure: found.failure };
  if (found.body.type !== 'problem')
    return impossible('refused', `Ticket ${problem} is not a problem: its type is another one.`);
  if (found.body.status === 'closed')
    return impossible('refused', `Problem ${problem} is closed; Zendesk links no more incidents to it.`);
  return ready(ticketTarget(context, { problem }), [
    line('subject', found.body.subject ?? ''),
    line('status', found.body.status),
  ]);
}

const typeSchema = z.enum(['incident', 'question', 'task', 'problem']);

/** An incident, except where something is taken back. Undefined for a type that Zendesk does not have. */
function typeOf(parameters: Parameters): string | null | undefined {
  const given = textParameter(parameters, 'type').trim().toLowerCase();
  if (given === 'none') return null;
  const parsed = typeSchema.safeParse(given === '' ? 'incident' : given);
  return parsed.success ? parsed.data : undefined;
}

async function execute(
  { updates }: ActionTools,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return ticket;
  const { parameters, target } = approval.approval;
  const problem = target.ids['problem'] ?? '';
  const type = typeOf(parameters);
  if (type === undefined || !/^\d{0,18}$/.test(problem))
    return failedBecause('unclear-target', 'The approval names no problem.');
  const id = problem === '' ? null : Number(problem);
  // Without a link the type stays as it is, unless it is being taken back.
  const isTypeMeant = id !== null || textParameter(parameters, 'type') !== '';
  const change: TicketChange = { problem_id: id, ...(isTypeMeant ? { type } : {}) };
  const seenAt = context.ticket.updatedAt;
  const updated = await updates.update({ ticketId: ticket.id, approval, seenAt, change });
  if (updated.is !== 'updated') return updated;
  return (updated.ticket.problem_id ?? null) === id
    ? succeeded(updated.audit, context, undoOf(updated.changed))
    : failedBecause('refused', 'Zendesk took the update, but the ticket is not linked as approved.');
}

/** The link and the type from before. */
function undoOf(changed: ChangedFields): AddedAction | undefined {
  const [link, type] = [changed.get('problem_id'), changed.get('type')];
  if (!link) return undefined;
  const problem = ticketNumber(plain(link.before)) ?? '';
  const typeBefore = type ? plain(type.before) || 'none' : null;
  return { operation, parameters: { problem, type: typeBefore } };
}

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
