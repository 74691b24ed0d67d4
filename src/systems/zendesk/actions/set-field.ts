import type { ActionContext } from '../../../app/ports/actions.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  approvedTicket,
  forbidden,
  obstacle,
  reconcileByAudit,
  succeeded,
  textParameter,
  type ActionTools,
} from '../action-tools.ts';
import type { ChangedFields } from '../changed-fields.ts';
import { fieldChange, ticketChange, type FieldChange } from '../field-change.ts';
import { holdsValue } from '../field-value.ts';
import type { RestTicket } from '../rest-ticket.ts';
import type { Right } from '../rights.ts';
import { findSettableField, type Resolved, type SettableField } from '../settable-field.ts';
import { missingToSolve } from '../missing-to-solve.ts';
import { shownValue } from '../shown-value.ts';
import { setFieldOperation, undoField } from '../undo-field.ts';
import { failedBecause } from '../write-outcome.ts';
import { prepareField } from './prepare-field.ts';
import { reconcileProfile, setOnProfile } from './set-on-profile.ts';

const text = { kind: 'text' } as const;
const fixed = { type: text, editable: false, limits: [] } as const;

export const setFieldKind: ActionKind = {
  operation: setFieldOperation,
  system: 'zendesk',
  parameters: [
    { name: 'record', required: true, ...fixed },
    { name: 'field', required: true, ...fixed },
    { name: 'custom_field', required: false, ...fixed },
    // An empty value clears the field.
    { name: 'value', type: text, required: false, editable: true, limits: [] },
  ],
  risk: 'medium',
  movesMoney: false,
  onceBy: 'safe-update',
  undo: setFieldOperation,
  preview: ['field', 'value'],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
};

/** Sets a field of the ticket, its requester or its organization, and reads back that it holds the value. */
export function setField(tools: ActionTools): ActionImplementation {
  return {
    kind: setFieldKind,
    prepare: ({ parameters }, context) => prepare(tools, parameters, context),
    execute: async (approval, context) => {
      const resolved = await resolve(tools, approval.approval.parameters);
      if (resolved.is === 'failed') return { is: 'failed', failure: resolved.failure };
      return resolved.found.field.record === 'ticket'
        ? setOnTicket(tools, resolved.found, approval, context)
        : setOnProfile(tools.transport, resolved.found, approval);
    },
    reconcile: async (approval, context) => {
      const { parameters } = approval.approval;
      const resolved = await resolve(tools, parameters);
      if (parameters['record'] === 'ticket')
        return reconcileByAudit(tools.updates, approval, context, (changed) =>
          resolved.is === 'found' ? undoOf(tools, resolved.found.field, parameters, changed) : undefined,
        );
      return resolved.is === 'failed'
        ? { is: 'cannot-tell', how: resolved.failure.reason }
        : reconcileProfile(tools.transport, resolved.found, approval);
    },
  };
}

async function prepare(
  tools: ActionTools,
  parameters: Parameters,
  context: ActionContext,
): Promise<Preparation> {
  const needs = needsOf(parameters);
  const isOfTicket = parameters['record'] === 'ticket';
  const inTheWay = isOfTicket ? await obstacle(tools, context, needs) : await forbidden(tools, needs);
  if (inTheWay) return inTheWay;
  const resolved = await resolve(tools, parameters);
  if (resolved.is === 'failed') return { is: 'impossible', failure: resolved.failure };
  const { field, raw, solves } = resolved.found;
  const lacking =
    field.name === 'group_id' && !field.isCustom
      ? await forbidden(tools, await tools.mayI.toAssign(Number(raw)))
      : solves === true
        ? await missingToSolve(tools, context, { status: solvedStatus(resolved.found) })
        : undefined;
  return lacking ?? prepareField(tools, field, parameters['value'] ?? null, context);
}

/** The custom status, where one is set: forms may ask for other fields in it. */
const solvedStatus = ({ field, raw }: FieldChange): number | undefined =>
  field.name === 'custom_status_id' ? Number(raw) : undefined;

function needsOf(parameters: Parameters): readonly Right[] {
  const isCustom = textParameter(parameters, 'custom_field') !== '';
  switch (parameters['record']) {
    case 'requester':
      return ['change-requester'];
    case 'organization':
      return [isCustom ? 'change-organization' : 'change-organization-notes'];
    default:
      return ['change-tickets'];
  }
}

async function resolve(tools: ActionTools, parameters: Parameters): Promise<Resolved<FieldChange>> {
  const field = await findSettableField(tools, {
    record: textParameter(parameters, 'record'),
    field: textParameter(parameters, 'field'),
    customField: textParameter(parameters, 'custom_field'),
  });
  return field.is === 'failed' ? field : fieldChange(tools, field.found, parameters['value'] ?? null);
}

async function setOnTicket(
  tools: ActionTools,
  change: FieldChange,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return ticket;
  const { field, raw } = change;
  const seenAt = context.ticket.updatedAt;
  const updated = await tools.updates.update({
    ticketId: ticket.id,
    approval,
    seenAt,
    change: ticketChange(change),
  });
  if (updated.is !== 'updated') return updated;
  if (!holdsValue(field.shape, raw, valueOn(updated.ticket, field)))
    return failedBecause('refused', `Zendesk took the update, but “${field.title}” does not hold the value.`);
  const undo = await undoOf(tools, field, approval.approval.parameters, updated.changed);
  const done = succeeded(updated.audit, context, undo);
  return showsSomethingElse(approval, field, updated.changed)
    ? { ...done, remark: openForm(field.title) }
    : done;
}

/** The page showed another value than was saved: a rep's own edit that was never submitted. */
function showsSomethingElse(
  { approval }: VerifiedApproval,
  field: SettableField,
  changed: ChangedFields,
): boolean {
  const change = changed.get(field.name);
  const shown = approval.target.ids['before'];
  const isComparable = field.isCustom || ['priority', 'type', 'subject'].includes(field.name);
  if (!change || !isComparable || shown === undefined) return false;
  return shown !== JSON.stringify(shownValue(field, change.before));
}

const openForm = (title: string) =>
  `The open form showed another value of “${title}” than was saved. Submitting it may overwrite this change: check the field first.`;

const undoOf = (
  { directory }: ActionTools,
  field: SettableField,
  parameters: Parameters,
  changed: ChangedFields,
) => undoField(directory, { field, parameters }, changed);

function valueOn(ticket: RestTicket, { name, isCustom }: SettableField): unknown {
  if (isCustom) return ticket.custom_fields?.find(({ id }) => String(id) === name)?.value;
  return new Map<string, unknown>(Object.entries(ticket)).get(name);
}
