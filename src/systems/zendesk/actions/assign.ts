import type { ActionContext } from '../../../app/ports/actions.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { Preparation, RecordChoice } from '../../../domain/decisions/proposal.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { AddedAction, ExecutionResult } from '../../../domain/run/events.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  approvedTicket,
  forbidden,
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
import { findAgent, type FoundAgent } from '../find-agent.ts';
import { findGroup } from '../find-group.ts';
import { failedBecause } from '../write-outcome.ts';

const text = { kind: 'text' } as const;
const operation = 'zendesk.assign';

export const assignKind: ActionKind = {
  operation,
  system: 'zendesk',
  parameters: [
    { name: 'group', type: text, required: false, editable: true, limits: [] },
    { name: 'assignee', type: text, required: false, editable: true, limits: [] },
  ],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'safe-update',
  undo: operation,
  preview: ['group', 'assignee'],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
};

/** An assignee of this word is nobody: the ticket goes back to its group. */
const nobody = 'nobody';

/** Gives the ticket to a group, to one of its agents, or to both: by name, address or id. */
export function assign(tools: ActionTools): ActionImplementation {
  return {
    kind: assignKind,
    prepare: async ({ parameters }, context) =>
      (await obstacle(tools, context, ['change-tickets'])) ?? prepare(tools, parameters, context),
    execute: (approval, context) => execute(tools, approval, context),
    reconcile: (approval, context) => reconcileByAudit(tools.updates, approval, context, undoOf),
  };
}

async function prepare(
  tools: ActionTools,
  parameters: Parameters,
  context: ActionContext,
): Promise<Preparation> {
  const [group, assignee] = [textParameter(parameters, 'group'), textParameter(parameters, 'assignee')];
  if (group === '' && assignee === '') return impossible('refused', 'Name a group or an agent.');
  const found = group === '' ? undefined : await findGroup(tools, group);
  if (found?.is === 'failed') return { is: 'impossible', failure: found.failure };
  const lacking = found && (await forbidden(tools, await tools.mayI.toAssign(found.group.id)));
  if (lacking) return lacking;
  const agent = assignee === '' || assignee === nobody ? undefined : await whom(tools, assignee, context);
  if (agent && 'is' in agent) return agent;
  const ids = {
    ...(found ? { group: String(found.group.id) } : {}),
    ...(agent ? { assignee: String(agent.id) } : assignee === nobody ? { assignee: nobody } : {}),
  };
  return ready(ticketTarget(context, ids), [
    ...(found ? [line('group', found.group.name)] : []),
    ...(agent ? [line('assignee', agent.name)] : []),
  ]);
}

/** The agent who is meant; several of one name are for the rep to tell apart. */
async function whom(
  { transport }: ActionTools,
  assignee: string,
  { chosen }: ActionContext,
): Promise<FoundAgent | Preparation> {
  const found = await findAgent(transport, assignee);
  switch (found.is) {
    case 'found':
      return found.agent;
    case 'failed':
      return { is: 'impossible', failure: found.failure };
    case 'none':
      return impossible('unclear-target', `There is no agent “${assignee}”.`);
    case 'several': {
      const id = chosen('zendesk', 'agent');
      const one = found.agents.find((agent) => String(agent.id) === id);
      return (
        one ?? {
          ...impossible('unclear-target', `Several agents are called “${assignee}”.`),
          choice: choiceOf(found.agents),
        }
      );
    }
  }
}

const choiceOf = (agents: readonly FoundAgent[]): RecordChoice => ({
  system: 'zendesk',
  record: 'agent',
  candidates: agents.map(({ id, name, email }) => ({
    id: String(id),
    name,
    details: [line('email', email)],
  })),
});

async function execute(
  { updates }: ActionTools,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return ticket;
  const { group, assignee } = approval.approval.target.ids;
  const change = {
    ...(group === undefined ? {} : { group_id: Number(group) }),
    ...(assignee === undefined ? {} : { assignee_id: assignee === nobody ? null : Number(assignee) }),
  };
  if (Object.values(change).some(Number.isNaN) || Object.keys(change).length === 0)
    return failedBecause('unclear-target', 'The approval names no group and no agent.');
  const seenAt = context.ticket.updatedAt;
  const updated = await updates.update({ ticketId: ticket.id, approval, seenAt, change });
  if (updated.is !== 'updated') return updated;
  const { group_id: groupNow = null, assignee_id: assigneeNow = null } = updated.ticket;
  const isDone =
    (change.group_id === undefined || groupNow === change.group_id) &&
    (change.assignee_id === undefined || assigneeNow === change.assignee_id);
  return isDone
    ? succeeded(updated.audit, context, undoOf(updated.changed))
    : failedBecause('refused', 'Zendesk took the update, but the ticket is not assigned as approved.');
}

/** Who had the ticket before. A ticket that had no group cannot be taken out of one. */
export function undoOf(changed: ChangedFields): AddedAction | undefined {
  const [group, assignee] = [changed.get('group_id'), changed.get('assignee_id')];
  if (!group && !assignee) return undefined;
  const groupBefore = group && idOf(group.before);
  if (group && groupBefore === undefined) return undefined;
  return {
    operation,
    parameters: {
      group: groupBefore ?? null,
      assignee: assignee ? (idOf(assignee.before) ?? nobody) : null,
    },
  };
}

const idOf = (before: unknown): string | undefined =>
  (typeof before === 'string' || typeof before === 'number') && /^\d{1,18}$/.test(String(before))
    ? String(before)
    : undefined;
