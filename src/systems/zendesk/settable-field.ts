import type { Failure } from '../../domain/run/events.ts';
import type { ActionTools } from './action-tools.ts';
import type { FieldShape } from './field-reading.ts';
import { findProfileField, shapeOf } from './profile-field.ts';

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
    custom_status: { name: 'custom_status_id', path: 'ticket.status', shape: plainText },
    priority: { name: 'priority', path: 'ticket.priority', shape: choice('low', 'normal', 'high', 'urgent') },
    type: { name: 'type', path: 'ticket.type', shape: choice('question', 'incident', 'problem', 'task') },
    subject: { name: 'subject', path: 'ticket.subject', shape: plainText },
    group: { name: 'group_id', path: 'ticket.assignee.group', shape: plainText },
    assignee: { name: 'assignee_id', path: 'ticket.assignee.user', shape: plainText },
    form: { name: 'ticket_form_id', path: 'ticket.form', shape: plainText },
    brand: { name: 'brand_id', path: 'ticket.brand', shape: plainText },
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
    return refused(`Zendesk has no record “${record}” that could be set.`);
  if (customField !== '')
    return record === 'ticket' ? ticketField(tools, customField) : profileField(tools, record, customField);
  const standard = Object.hasOwn(standardFields[record], field) ? standardFields[record][field] : undefined;
  if (!standard) return refused(`Signoff cannot set “zendesk.${record}.${field}”.`);
  return { is: 'found', found: { record, isCustom: false, title: field, ...standard } };
}

async function ticketField(
  { fields }: Pick<ActionTools, 'fields'>,
  title: string,
): Promise<Resolved<SettableField>> {
  const found = await fields.find(title);
  if (found.is === 'failed') return { is: 'failed', failure: { code: 'unavailable', reason: found.reason } };
  if (found.is !== 'found') return refused(notOne('ticket', title, found.is));
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
  if (found.is !== 'found') return refused(notOne(record, title, found.is));
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

export const refused = (reason: string) => ({ is: 'failed', failure: { code: 'refused', reason } }) as const;
