import type { ActionContext } from '../../../app/ports/actions.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  approvedTicket,
  line,
  obstacle,
  ready,
  reconcileByAudit,
  succeeded,
  textParameter,
  ticketTarget,
  type ActionTools,
} from '../action-tools.ts';
import { unknownTeam } from '../find-group.ts';
import { reasonTag } from '../tag-of.ts';
import { failedBecause } from '../write-outcome.ts';

const text = { kind: 'text' } as const;

export const escalateKind: ActionKind = {
  operation: 'zendesk.escalate',
  system: 'zendesk',
  parameters: [
    { name: 'team', type: text, required: true, editable: false, limits: [] },
    { name: 'because', type: text, required: false, editable: true, limits: [] },
  ],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'safe-update',
  undo: undefined,
  preview: ['tag'],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
};

/** Hands the ticket over to a team's group, with the reason and the run's explanation in a note, and the reason as a tag. */
export function escalate(tools: ActionTools): ActionImplementation {
  return {
    kind: escalateKind,
    prepare: async ({ parameters }, context) => {
      const team = textParameter(parameters, 'team');
      const because = textParameter(parameters, 'because');
      const group = groupOf(tools, team);
      if (group === undefined) return { is: 'impossible', failure: unknownTeam(team).failure };
      const needs = ['change-tickets', ...(await tools.mayI.toAssign(Number(group)))] as const;
      const inTheWay = await obstacle(tools, context, needs);
      return inTheWay ?? ready(ticketTarget(context, { group }), [line('tag', reasonTag(because))]);
    },
    execute: (approval, context) => handOver(tools, approval, context),
    reconcile: async (approval, context) => {
      const found = await reconcileByAudit(tools.updates, approval, context);
      const tag = reasonTag(textParameter(approval.approval.parameters, 'because'));
      // The tag follows the handover, and nobody knows whether it came to that.
      const remark = `Check whether the ticket has the tag ${tag}.`;
      return found.is === 'happened' ? { ...found, result: { ...found.result, remark } } : found;
    },
  };
}

function groupOf({ teams }: ActionTools, team: string): string | undefined {
  const group = teams(team)?.groupId;
  return group !== undefined && /^\d{1,18}$/.test(group) ? group : undefined;
}

async function handOver(
  { updates }: ActionTools,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return ticket;
  const { parameters, target } = approval.approval;
  const group = Number(target.ids['group']);
  const because = textParameter(parameters, 'because');
  if (!Number.isSafeInteger(group)) return unknownTeam(textParameter(parameters, 'team'));
  const comment = { body: noteOf(approval, context), public: false } as const;
  const seenAt = context.ticket.updatedAt;
  const change = { group_id: group, comment };
  const updated = await updates.update({ ticketId: ticket.id, approval, seenAt, change });
  if (updated.is !== 'updated') return updated;
  if (updated.ticket.group_id !== group)
    return failedBecause('refused', 'Zendesk took the note, but the ticket is not in the group.');
  const done = succeeded(updated.audit, context);
  // The handover is done; a tag that is missing is said, and never makes it be done again.
  const tag = reasonTag(because);
  const tagged = await updates.changeTags('add', ticket.id, [tag]);
  const hasTag = tagged.is === 'changed' && tagged.tags.includes(tag);
  return hasTag || done.is !== 'succeeded' ? done : { ...done, remark: `The tag ${tag} could not be added.` };
}

/** A note of Zendesk's takes 64 KB; the explanation of a long run is cut, and says so. */
const longestTrace = 20_000;

function noteOf({ approval }: VerifiedApproval, { sop, traceText }: ActionContext): string {
  // A fact in the reason may be a customer's words: on one line they cannot pass for lines of the note.
  const because = textParameter(approval.parameters, 'because').replaceAll(/\s+/g, ' ').trim();
  const isLong = traceText.length > longestTrace;
  const trace = isLong ? `${traceText.slice(0, longestTrace)}\n(cut off here)` : traceText;
  const head = [
    `Escalated to ${textParameter(approval.parameters, 'team')}.`,
    ...(because === '' ? [] : [`Reason: ${because}`]),
    `SOP: ${sop.title}, version ${sop.version}`,
    `Approved by: ${approval.by.name}`,
  ];
  return `${head.join('\n')}\n\n${trace}`.trim();
}
