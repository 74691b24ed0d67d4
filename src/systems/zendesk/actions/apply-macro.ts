import type { ActionContext } from '../../../app/ports/actions.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { parseAnswer } from '../../look-up/parse-answer.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  approvedTicket,
  impossible,
  obstacle,
  ready,
  reconcileByAudit,
  succeeded,
  textParameter,
  ticketTarget,
  type ActionTools,
} from '../action-tools.ts';
import { draftInComposer } from '../composer.ts';
import { findMacro } from '../find-macro.ts';
import {
  macroAnswerSchema,
  macroChange,
  macroChangeText,
  parseMacroChange,
  type MacroChange,
} from '../macro-change.ts';
import { macroObstacle } from '../macro-obstacle.ts';
import { macroPreview } from '../macro-preview.ts';
import { undoMacro } from '../undo-macro.ts';
import { failedBecause } from '../write-outcome.ts';

export const applyMacroKind: ActionKind = {
  operation: 'zendesk.apply_macro',
  system: 'zendesk',
  parameters: [{ name: 'macro', type: { kind: 'text' }, required: true, editable: false, limits: [] }],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'safe-update',
  undo: undefined,
  preview: [
    'field',
    'tag',
    'tag_removed',
    'note',
    'text',
    'status',
    'priority',
    'type',
    'subject',
    'group',
    'assignee',
  ],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
};

/**
 * Applies a macro as it was shown: fields and an internal note by one update, tags by theirs, and what it says to the customer into the
 * composer. The macro may be edited in the meantime; what was approved is done.
 */
export function applyMacro(tools: ActionTools): ActionImplementation {
  return {
    kind: applyMacroKind,
    prepare: async ({ parameters }, context) =>
      (await obstacle(tools, context, [])) ?? prepare(tools, textParameter(parameters, 'macro'), context),
    execute: (approval, context) => apply(tools, approval, context),
    reconcile: async (approval, context) => {
      const found = await reconcileByAudit(tools.updates, approval, context);
      const missing = restOf(parseMacroChange(approval.approval.target.ids['change']));
      return found.is === 'happened' && missing !== undefined
        ? { ...found, result: { ...found.result, remark: missing } }
        : found;
    },
  };
}

async function prepare(tools: ActionTools, title: string, context: ActionContext): Promise<Preparation> {
  const found = await findMacro(tools, title);
  if (found.is === 'failed') return impossible('unavailable', found.reason);
  if (found.is !== 'found') {
    const many = found.is === 'several' ? 'There are several macros' : 'There is no macro';
    return impossible('unclear-target', `${many} “${title}”.`);
  }
  const ticketId = context.ticket.id;
  const { id } = found.field;
  const [before, answer] = await Promise.all([
    tools.updates.show(ticketId),
    tools.transport.send({
      system: 'zendesk',
      operation: 'read what the macro would change',
      method: 'GET',
      path: `/api/v2/tickets/${ticketId}/macros/${id}/apply.json`,
      repeat: 'read',
      priority: 'background',
    }),
  ]);
  const applied = parseAnswer(answer, macroAnswerSchema, 'what the macro would change');
  if (before.is === 'failed') return { is: 'impossible', failure: before.failure };
  if (applied.is === 'failed') return { is: 'impossible', failure: applied.failure };
  const change = macroChange(before.body, applied.body);
  const inTheWay = await macroObstacle(tools, change, context);
  if (inTheWay) return inTheWay;
  const target = ticketTarget(context, { macro: String(id), change: macroChangeText(change) });
  const statuses = change.change.custom_status_id === undefined ? [] : await tools.directory.customStatuses();
  return ready(target, macroPreview(change, statuses ?? []));
}

async function apply(
  tools: ActionTools,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return ticket;
  const { ids } = approval.approval.target;
  const approved = parseMacroChange(ids['change']);
  const macro = Number(ids['macro']);
  if (!approved || !Number.isSafeInteger(macro))
    return failedBecause('unclear-target', 'The approval does not say what the macro changes.');
  const { change, note } = approved;
  const updated = await tools.updates.update({
    ticketId: ticket.id,
    approval,
    seenAt: context.ticket.updatedAt,
    change: {
      ...change,
      ...(note === '' ? {} : { comment: { body: note, public: false } }),
      macro_ids: [macro],
    },
  });
  if (updated.is !== 'updated') return updated;
  const missed = await applyRest(tools, approved, ticket.id, context);
  if (missed.length > 0) return { ...succeeded(updated.audit, context), remark: missed.join(' ') };
  const undo = await undoMacro(tools, approved, updated.changed, context);
  return succeeded(updated.audit, context, undo);
}

/** Tags and the reply, after the update: what does not come along is said, and the macro is not applied again for it. */
async function applyRest(
  { updates, client }: ActionTools,
  { addTags, removeTags, reply }: MacroChange,
  ticketId: string,
  context: ActionContext,
): Promise<string[]> {
  const missed: string[] = [];
  for (const [how, tags] of [
    ['add', addTags],
    ['remove', removeTags],
  ] as const) {
    if (tags.length === 0) continue;
    const changed = await updates.changeTags(how, ticketId, tags);
    const isDone =
      changed.is === 'changed' && tags.every((tag) => changed.tags.includes(tag) === (how === 'add'));
    if (!isDone) missed.push(`Tags could not be ${how === 'add' ? 'added' : 'removed'}: ${tags.join(', ')}.`);
  }
  if (reply !== '') {
    const drafted = await draftInComposer(client, reply, context);
    if (drafted.is !== 'succeeded')
      missed.push(`The reply is not in the composer: ${drafted.failure.reason}`);
  }
  return missed;
}

/** What follows the update, and may not have been done where its answer was lost; undefined where nothing follows. */
function restOf(change: MacroChange | undefined): string | undefined {
  if (!change) return undefined;
  const { addTags, removeTags, reply } = change;
  const tags = [...addTags, ...removeTags];
  const parts = [
    ...(tags.length > 0 ? [`the tags ${tags.join(', ')}`] : []),
    ...(reply === '' ? [] : ['the reply']),
  ];
  return parts.length === 0
    ? undefined
    : `Only the update of the ticket is certain. Check what follows it: ${parts.join(' and ')}.`;
}
