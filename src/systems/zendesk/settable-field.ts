import * as z from 'zod/mini';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Failure } from '../../domain/run/events.ts';
import { parseAnswer } from '../look-up/parse-answer.ts';
import type { ActionTools } from './action-tools.ts';
import type { FieldShape } from './field-reading.ts';
import { writeFieldValue } from './field-value.ts';
import { findProfileField, shapeOf } from './read-zendesk-fact.ts';
import type { RestFieldValue } from './rest-ticket.ts';

/** A field that `set` may change, by the API's name, and how a value is written into it. */
export type SettableField = {
  readonly record: 'ticket' | 'requester' | 'organization';
  /** `priority`, `group_id`, or the id or key of a custom field. */
  readonly name: string;
  readonly isCustom: boolean;
  readonly shape: FieldShape;
  readonly title: string;
  /** The app framework's path of the value. */
  readonly path: string;
};

/** A field and the value for it, in the API's form. */
export type FieldChange = { readonly field: SettableField; readonly raw: NonNullable<RestFieldValue> };

export type Resolved<T> =
  { readonly is: 'found'; readonly found: T } | { readonly is: 'failed'; readonly failure: Failure };

const plainText: FieldShape = { type: 'text', options: [] };
const choice = (...values: readonly string[]): FieldShape => ({
  type: 'tagger',
  options: values.map((value) => ({ label: value, value })),
});

type Standard = Pick<SettableField, 'name' | 'shape' | 'path'>;

/** Zendesk's own fields that an SOP may set. `closed` is reached by Zendesk itself, days after `solved`. */
const standardFields: Readonly<Record<SettableField['record'], Readonly<Record<string, Standard>>>> = {
  ticket: {
    status: { name: 'status', path: 'ticket.status', shape: choice('open', 'pending', 'hold', 'solved') },
    priority: { name: 'priority', path: 'ticket.priority', shape: choice('low', 'normal', 'high', 'urgent') },
    type: { name: 'type', path: 'ticket.type', shape: choice('question', 'incident', 'problem', 'task') },
    subject: { name: 'subject', path: 'ticket.subject', shape: plainText },
    group: { name: 'group_id', path: 'ticket.assignee.group', shape: plainText },
    assignee: { name: 'assignee_id', path: 'ticket.assignee.user', shape: plainText },
  },
  requester: {
    notes: { name: 'notes', path: 'ticket.requester.notes', shape: plainText },
    details: { name: 'details', path: 'ticket.requester.details', shape: plainText },
  },
  organization: {
    notes: { name: 'notes', path: 'ticket.organization.notes', shape: plainText },
    details: { name: 'details', path: 'ticket.organization.details', shape: plainText },
  },
};

/** Finds the field that the parameters of `set` mean. */
export async function findSettableField(
  tools: Pick<ActionTools, 'fields' | 'directory'>,
  {
    record,
    field,
    customField,
  }: { readonly record: string; readonly field: string; readonly customField: string },
): Promise<Resolved<SettableField>> {
  if (record !== 'ticket' && record !== 'requester' && record !== 'organization')
    return failed(`Zendesk has no record “${record}” that could be set.`);
  if (customField !== '')
    return record === 'ticket' ? ticketField(tools, customField) : profileField(tools, record, customField);
  const standard = Object.hasOwn(standardFields[record], field) ? standardFields[record][field] : undefined;
  if (!standard) return failed(`Signoff cannot set “zendesk.${record}.${field}”.`);
  return { is: 'found', found: { record, isCustom: false, title: field, ...standard } };
}

async function ticketField(
  { fields }: Pick<ActionTools, 'fields'>,
  title: string,
): Promise<Resolved<SettableField>> {
  const found = await fields.find(title);
  if (found.is === 'failed') return { is: 'failed', failure: { code: 'unavailable', reason: found.reason } };
  if (found.is !== 'found') return failed(notOne('ticket', title, found.is));
  const { id, options, type } = found.field;
  return {
    is: 'found',
    found: {
      record: 'ticket',
      name: String(id),
      isCustom: true,
      shape: { type, options },
      title: found.field.title,
      path: `ticket.customField:custom_field_${id}`,
    },
  };
}

async function profileField(
  { directory }: Pick<ActionTools, 'directory'>,
  record: 'requester' | 'organization',
  title: string,
): Promise<Resolved<SettableField>> {
  const fields = await directory.profileFields(record);
  if (!fields)
    return { is: 'failed', failure: { code: 'unavailable', reason: 'Zendesk did not list the fields.' } };
  const found = findProfileField(fields, title);
  if (found.is !== 'found') return failed(notOne(record, title, found.is));
  const { key } = found.field;
  return {
    is: 'found',
    found: {
      record,
      name: key,
      isCustom: true,
      shape: shapeOf(found.field),
      title: found.field.title,
      path: `ticket.${record}.customField:${key}`,
    },
  };
}

const notOne = (record: string, title: string, is: string) =>
  is === 'several'
    ? `Several ${record} fields are called “${title}”; the SOP can name one by its id.`
    : `There is no ${record} field “${title}”.`;

const usersSchema = z.object({ users: z.array(z.object({ id: z.number(), role: z.string() })) });

/** The value as the API takes it. A group is a team of the settings or an id, an assignee an address or an id. */
export async function rawValueOf(
  { teams, transport }: Pick<ActionTools, 'teams' | 'transport'>,
  field: SettableField,
  value: FactJson,
): Promise<Resolved<NonNullable<RestFieldValue>>> {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (field.name === 'group_id' && !field.isCustom) {
    const id = /^\d{1,18}$/.test(text) ? text : teams(text)?.groupId;
    return id === undefined || !/^\d{1,18}$/.test(id)
      ? unknownTeam(text)
      : { is: 'found', found: Number(id) };
  }
  if (field.name === 'assignee_id' && !field.isCustom) return assigneeId(transport, text);
  const written = writeFieldValue(field.shape, value);
  return written.is === 'value'
    ? { is: 'found', found: written.raw }
    : failed(`“${field.title}” cannot be set: ${written.why}.`);
}

async function assigneeId(transport: ActionTools['transport'], text: string): Promise<Resolved<number>> {
  if (/^\d{1,18}$/.test(text)) return { is: 'found', found: Number(text) };
  if (!/^[^\s"@]+@[^\s"@]+$/.test(text))
    return failed(`“${text}” is neither an address nor an id of an agent.`);
  const answer = await transport.send({
    system: 'zendesk',
    operation: 'find the agent',
    method: 'GET',
    path: '/api/v2/users/search.json',
    query: { query: `email:"${text}"` },
    repeat: 'read',
    priority: 'person',
  });
  const parsed = parseAnswer(answer, usersSchema, 'the agents');
  if (parsed.is === 'failed') return parsed;
  const [agent, ...others] = parsed.body.users.filter(({ role }) => role !== 'end-user');
  return agent && others.length === 0
    ? { is: 'found', found: agent.id }
    : failed(`There is no one agent with the address “${text}”.`);
}

export const unknownTeam = (team: string) =>
  ({
    is: 'failed',
    failure: {
      code: 'unknown-team',
      reason: `The setting teams names no group for “${team}”. An admin can add the line: ${team} = group <id>.`,
    },
  }) as const;

const failed = (reason: string) => ({ is: 'failed', failure: { code: 'refused', reason } }) as const;
