import type { ActionContext } from '../../../app/ports/actions.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  approvedTicket,
  closedTicket,
  reconcileByAudit,
  succeeded,
  textParameter,
  type ActionTools,
} from '../action-tools.ts';
import { holdsValue } from '../field-value.ts';
import type { RestTicket, TicketChange } from '../rest-ticket.ts';
import {
  findSettableField,
  rawValueOf,
  type FieldChange,
  type Resolved,
  type SettableField,
} from '../settable-field.ts';
import { failedBecause } from '../write-outcome.ts';
import { prepareField } from './prepare-field.ts';
import { reconcileProfile, setOnProfile } from './set-on-profile.ts';

const text = { kind: 'text' } as const;
const fixed = { type: text, editable: false, limits: [] } as const;

export const setFieldKind: ActionKind = {
  operation: 'zendesk.set_field',
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
  undo: undefined,
  preview: ['field', 'value'],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
};

/** Sets a field of the ticket, its requester or its organization, and reads back that it holds the value. */
export function setField(tools: ActionTools): ActionImplementation {
  return {
    kind: setFieldKind,
    prepare: async ({ parameters }, context) => {
      const closed = parameters['record'] === 'ticket' ? closedTicket(context) : undefined;
      if (closed) return closed;
      const resolved = await resolve(tools, parameters);
      if (resolved.is === 'failed') return { is: 'impossible', failure: resolved.failure };
      return prepareField(tools.client, resolved.found.field, parameters['value'] ?? null, context);
    },
    execute: async (approval, context) => {
      const resolved = await resolve(tools, approval.approval.parameters);
      if (resolved.is === 'failed') return { is: 'failed', failure: resolved.failure };
      return resolved.found.field.record === 'ticket'
        ? setOnTicket(tools, resolved.found, approval, context)
        : setOnProfile(tools.transport, resolved.found, approval);
    },
    reconcile: async (approval, context) => {
      const { parameters } = approval.approval;
      if (parameters['record'] === 'ticket') return reconcileByAudit(tools.updates, approval, context);
      const resolved = await resolve(tools, parameters);
      return resolved.is === 'failed'
        ? { is: 'cannot-tell', how: resolved.failure.reason }
        : reconcileProfile(tools.transport, resolved.found, approval);
    },
  };
}

async function resolve(tools: ActionTools, parameters: Parameters): Promise<Resolved<FieldChange>> {
  const field = await findSettableField(tools, {
    record: textParameter(parameters, 'record'),
    field: textParameter(parameters, 'field'),
    customField: textParameter(parameters, 'custom_field'),
  });
  if (field.is === 'failed') return field;
  const raw = await rawValueOf(tools, field.found, parameters['value'] ?? null);
  return raw.is === 'failed' ? raw : { is: 'found', found: { field: field.found, raw: raw.found } };
}

async function setOnTicket(
  { updates }: ActionTools,
  { field, raw }: FieldChange,
  approval: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const ticket = approvedTicket(approval, context);
  if (ticket.is !== 'ticket') return ticket;
  const change = ticketChange(field, raw);
  const seenAt = context.ticket.updatedAt;
  const updated = await updates.update({ ticketId: ticket.id, approval, seenAt, change });
  if (updated.is !== 'updated') return updated;
  return holdsValue(field.shape, raw, valueOn(updated.ticket, field))
    ? succeeded(updated.audit, context)
    : failedBecause('refused', `Zendesk took the update, but “${field.title}” does not hold the value.`);
}

function ticketChange({ name, isCustom }: SettableField, raw: FieldChange['raw']): TicketChange {
  return isCustom ? { custom_fields: [{ id: Number(name), value: raw }] } : { [name]: raw };
}

function valueOn(ticket: RestTicket, { name, isCustom }: SettableField): unknown {
  if (isCustom) return ticket.custom_fields?.find(({ id }) => String(id) === name)?.value;
  return new Map<string, unknown>(Object.entries(ticket)).get(name);
}
