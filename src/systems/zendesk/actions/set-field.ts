import * as z from 'zod/mini';
import type { ActionContext, Reconciliation } from '../../../app/ports/actions.ts';
import type { ActionKind } from '../../../domain/decisions/action-kind.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { FactJson } from '../../../domain/facts/fact-json.ts';
import type { Parameters } from '../../../domain/run/commands.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { parseAnswer, type Parsed } from '../../look-up/parse-answer.ts';
import type { ActionImplementation } from '../../system.ts';
import {
  approvedTicket,
  closedTicket,
  line,
  reconcileByAudit,
  succeeded,
  textParameter,
  ticketTarget,
  type ActionTools,
} from '../action-tools.ts';
import { fieldReading } from '../field-reading.ts';
import { holdsValue } from '../field-value.ts';
import type { RestFieldValue, RestTicket, TicketChange } from '../rest-ticket.ts';
import { findSettableField, rawValueOf, type Resolved, type SettableField } from '../settable-field.ts';
import { failedBecause, notDone, unreadableOutcome } from '../write-outcome.ts';
import { zafGet } from '../zaf-get.ts';

const text = { kind: 'text' } as const;
const fixed = { type: text, editable: false, limits: [] } as const;

const kind: ActionKind = {
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
};

/** Sets a field of the ticket, its requester or its organization, and reads back that it holds the value. */
export function setField(tools: ActionTools): ActionImplementation {
  return {
    kind,
    prepare: async ({ parameters }, context) => {
      const closed = parameters['record'] === 'ticket' ? closedTicket(context) : undefined;
      if (closed) return closed;
      const resolved = await resolve(tools, parameters);
      if (resolved.is === 'failed') return { is: 'impossible', failure: resolved.failure };
      return prepare(tools, resolved.found, parameters['value'] ?? null, context);
    },
    execute: async (approval, context) => {
      const resolved = await resolve(tools, approval.approval.parameters);
      if (resolved.is === 'failed') return { is: 'failed', failure: resolved.failure };
      const { field, raw } = resolved.found;
      return field.record === 'ticket'
        ? setOnTicket(tools, { field, raw, approval, context })
        : setOnProfile(tools, { field, raw, approval, context });
    },
    reconcile: async (approval, context) => {
      if (approval.approval.parameters['record'] === 'ticket')
        return reconcileByAudit(tools.updates, approval, context);
      return reconcileProfile(tools, approval);
    },
  };
}

type Wanted = { readonly field: SettableField; readonly raw: NonNullable<RestFieldValue> };

async function resolve(tools: ActionTools, parameters: Parameters): Promise<Resolved<Wanted>> {
  const field = await findSettableField(tools, {
    record: textParameter(parameters, 'record'),
    field: textParameter(parameters, 'field'),
    customField: textParameter(parameters, 'custom_field'),
  });
  if (field.is === 'failed') return field;
  const raw = await rawValueOf(tools, field.found, parameters['value'] ?? null);
  return raw.is === 'failed' ? raw : { is: 'found', found: { field: field.found, raw: raw.found } };
}

const idSchema = z.nullish(
  z.looseObject({ id: z.nullish(z.union([z.number(), z.string()])), name: z.nullish(z.string()) }),
);

/** The target says what the field holds now: if that is different when it is carried out, the approval is stale. */
async function prepare(
  { client }: ActionTools,
  { field }: Wanted,
  value: FactJson,
  context: ActionContext,
): Promise<Preparation> {
  const owner = `ticket.${field.record}`;
  const paths = field.record === 'ticket' ? [field.path] : [field.path, owner];
  const { values } = await zafGet(client, paths).catch(() => ({ values: new Map<string, unknown>() }));
  const now = values.get(field.path);
  const named = idSchema.safeParse(now);
  const isNamed = field.shape.type === 'text' && named.success && typeof now === 'object' && now !== null;
  const before = isNamed ? (named.data?.name ?? '') : shown(field, now);
  const ids = { field: field.name, before: JSON.stringify(before) };
  const preview = [line('field', field.title), line('value', value, before)];
  if (field.record === 'ticket')
    return { is: 'ready', target: ticketTarget(context, ids), preview, atMost: {} };
  const record = idSchema.safeParse(values.get(owner));
  const id = record.success ? record.data?.id : undefined;
  if (id === undefined || id === null)
    return {
      is: 'impossible',
      failure: { code: 'unclear-target', reason: `The ticket has no ${field.record}.` },
    };
  const target = ticketTarget(context, { ...ids, [field.record]: String(id) });
  return {
    is: 'ready',
    target: { ...target, name: named.success ? (record.data?.name ?? '') : '' },
    preview,
    atMost: {},
  };
}

function shown({ shape }: SettableField, value: unknown): FactJson {
  const reading = fieldReading(shape, value);
  return reading.is === 'value' ? reading.value : '';
}

type Setting = Wanted & { readonly approval: VerifiedApproval; readonly context: ActionContext };

async function setOnTicket(
  { updates }: ActionTools,
  { field, raw, approval, context }: Setting,
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

function ticketChange({ name, isCustom }: SettableField, raw: NonNullable<RestFieldValue>): TicketChange {
  return isCustom ? { custom_fields: [{ id: Number(name), value: raw }] } : { [name]: raw };
}

function valueOn(ticket: RestTicket, { name, isCustom }: SettableField): unknown {
  if (isCustom) return ticket.custom_fields?.find(({ id }) => String(id) === name)?.value;
  return new Map<string, unknown>(Object.entries(ticket)).get(name);
}

const profile = z.looseObject({
  id: z.number(),
  notes: z.nullish(z.string()),
  details: z.nullish(z.string()),
});
const profileAnswer = z.object({
  user: z.optional(
    z.looseObject({ ...profile.def.shape, user_fields: z.nullish(z.record(z.string(), z.unknown())) }),
  ),
  organization: z.optional(
    z.looseObject({
      ...profile.def.shape,
      organization_fields: z.nullish(z.record(z.string(), z.unknown())),
    }),
  ),
});

/** People and organizations have no safe update and no audit of ours: the value itself is the proof. */
async function setOnProfile(
  { transport }: ActionTools,
  { field, raw, approval }: Setting,
): Promise<ExecutionResult> {
  const id = approval.approval.target.ids[field.record];
  if (id === undefined || !/^\d{1,18}$/.test(id))
    return failedBecause('unclear-target', `The approval names no ${field.record}.`);
  const what = `the ${field.record}`;
  const answer = await transport.send({
    system: 'zendesk',
    operation: `update ${what}`,
    method: 'PUT',
    path: profilePath(field, id),
    body: { json: profileBody(field, raw) },
    repeat: 'never',
    priority: 'person',
  });
  if (answer.is !== 'answered') return notDone(answer);
  const holds = readBack(
    parseAnswer(answer, profileAnswer, `the answer to the update of ${what}`),
    field,
    raw,
  );
  if (holds.is === 'failed') return unreadableOutcome(holds.failure);
  return holds.body
    ? { is: 'succeeded' }
    : failedBecause('refused', `Zendesk took the update, but “${field.title}” does not hold the value.`);
}

async function reconcileProfile(tools: ActionTools, approval: VerifiedApproval): Promise<Reconciliation> {
  const resolved = await resolve(tools, approval.approval.parameters);
  const ids = approval.approval.target.ids;
  if (resolved.is === 'failed') return { is: 'cannot-tell', how: resolved.failure.reason };
  const { field, raw } = resolved.found;
  const id = ids[field.record];
  if (id === undefined) return { is: 'cannot-tell', how: `The approval names no ${field.record}.` };
  const answer = await tools.transport.send({
    system: 'zendesk',
    operation: `read the ${field.record}`,
    method: 'GET',
    path: profilePath(field, id),
    repeat: 'read',
    priority: 'person',
  });
  const holds = readBack(parseAnswer(answer, profileAnswer, `the ${field.record}`), field, raw);
  if (holds.is === 'failed') return { is: 'cannot-tell', how: holds.failure.reason };
  const how = `“${field.title}” ${holds.body ? 'holds' : 'does not hold'} the value.`;
  return holds.body
    ? { is: 'happened', result: { is: 'succeeded', reconciled: how }, how }
    : { is: 'did-not-happen', how };
}

function readBack(
  parsed: Parsed<z.output<typeof profileAnswer>>,
  field: SettableField,
  raw: RestFieldValue,
): Parsed<boolean> {
  if (parsed.is === 'failed') return parsed;
  const { user, organization } = parsed.body;
  const values = field.isCustom
    ? (user?.user_fields ?? organization?.organization_fields)
    : (user ?? organization);
  if (!values)
    return {
      is: 'failed',
      failure: { code: 'unreadable', reason: `Cannot read the ${field.record}: its fields are missing.` },
    };
  const found = new Map<string, unknown>(Object.entries(values)).get(field.name);
  return { is: 'parsed', body: holdsValue(field.shape, raw, found) };
}

const profilePath = ({ record }: SettableField, id: string) =>
  record === 'requester' ? `/api/v2/users/${id}.json` : `/api/v2/organizations/${id}.json`;

function profileBody({ record, name, isCustom }: SettableField, raw: RestFieldValue) {
  if (record === 'requester') return { user: isCustom ? { user_fields: { [name]: raw } } : { [name]: raw } };
  return { organization: isCustom ? { organization_fields: { [name]: raw } } : { [name]: raw } };
}
