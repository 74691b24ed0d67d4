import * as z from 'zod/mini';
import type { FactField } from '../system.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { FactType } from '../../domain/facts/value.ts';
import { calendarDay } from '../browser/calendar-day.ts';
import { messageFacts } from './message-facts.ts';
import { looksLikeHtml, plainText } from './plain-text.ts';
import { restFacts } from './rest-facts.ts';
import { toInstant } from './to-instant.ts';

/** A field that Zendesk has by itself: the path by which the app framework gives it, and how its value is read. */
export type ZendeskFact = FactField & {
  readonly path: string;
  readonly take: (value: unknown, timeZone: string) => Reading | undefined;
};

const text: FactType = { kind: 'text' };
const list: FactType = { kind: 'list' };
const date: FactType = { kind: 'date' };

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';

/** Undefined where the value has another form than expected: that is a failure, and not an empty field. */
const takeText = (value: unknown): Reading | undefined => {
  if (isEmpty(value)) return { is: 'empty' };
  return typeof value === 'string' || typeof value === 'number'
    ? { is: 'value', value: String(value) }
    : undefined;
};
const takeHtml = (value: unknown): Reading | undefined =>
  typeof value === 'string' && looksLikeHtml(value) ? takeText(plainText(value)) : takeText(value);
const takeDay = (value: unknown, timeZone: string): Reading | undefined => {
  const instant = toInstant(value);
  if (instant !== undefined) return { is: 'value', value: calendarDay(instant, timeZone) };
  return isEmpty(value) ? { is: 'empty' } : undefined;
};
const takeList = (value: unknown): Reading | undefined => {
  if (isEmpty(value)) return { is: 'empty' };
  if (typeof value === 'string')
    return { is: 'value', value: value.split(/[\s,]+/).filter((item) => item !== '') };
  const items = z.array(z.string()).safeParse(value);
  if (!items.success) return undefined;
  return items.data.length === 0 ? { is: 'empty' } : { is: 'value', value: items.data };
};
const takeMember = (name: string) => {
  const schema = z.nullish(z.looseObject({}));
  return (value: unknown): Reading | undefined => {
    const parsed = schema.safeParse(value);
    return parsed.success ? takeText(parsed.data?.[name]) : undefined;
  };
};

const ticket = (field: string, path: string, type: FactType, take: ZendeskFact['take']): ZendeskFact => ({
  record: 'ticket',
  field,
  path: `ticket.${path}`,
  type,
  take,
});
const requester = (field: string, path: string, type: FactType, take: ZendeskFact['take']): ZendeskFact => ({
  record: 'requester',
  field,
  path: `ticket.requester.${path}`,
  type,
  take,
});
const assignee = (field: string, path: string, type: FactType, take: ZendeskFact['take']): ZendeskFact => ({
  record: 'assignee',
  field,
  path: `ticket.assignee.user.${path}`,
  type,
  take,
});
const organization = (
  field: string,
  path: string,
  type: FactType,
  take: ZendeskFact['take'],
): ZendeskFact => ({
  record: 'organization',
  field,
  path: `ticket.organization.${path}`,
  type,
  take,
});

/** Everything that Zendesk offers by name; `field "…"` offers the custom fields of the three records on top. */
export const zendeskFacts: readonly ZendeskFact[] = [
  ticket('id', 'id', text, takeText),
  ticket('subject', 'subject', text, takeText),
  ticket('description', 'description', text, takeHtml),
  ticket('status', 'status', text, takeText),
  ticket('priority', 'priority', text, takeText),
  ticket('type', 'type', text, takeText),
  ticket('tags', 'tags', list, takeList),
  ticket('channel', 'via', text, takeMember('channel')),
  ticket('brand', 'brand', text, takeMember('name')),
  ticket('group', 'assignee.group', text, takeMember('name')),
  ticket('assignee', 'assignee.user', text, takeMember('name')),
  ticket('external_id', 'externalId', text, takeText),
  ticket('recipient', 'recipient', text, takeText),
  ticket('created_at', 'createdAt', date, takeDay),
  ticket('updated_at', 'updatedAt', date, takeDay),
  requester('id', 'id', text, takeText),
  requester('name', 'name', text, takeText),
  requester('email', 'email', text, takeText),
  requester('locale', 'locale', text, takeText),
  requester('external_id', 'externalId', text, takeText),
  requester('notes', 'notes', text, takeText),
  requester('details', 'details', text, takeText),
  requester('tags', 'tags', list, takeList),
  assignee('id', 'id', text, takeText),
  assignee('name', 'name', text, takeText),
  assignee('email', 'email', text, takeText),
  organization('id', 'id', text, takeText),
  organization('name', 'name', text, takeText),
  organization('domains', 'domains', list, takeList),
  organization('external_id', 'externalId', text, takeText),
  organization('notes', 'notes', text, takeText),
  organization('details', 'details', text, takeText),
  organization('tags', 'tags', list, takeList),
];

/** What needs more than one path: a list that only the API has, the messages, or a question to the API. */
export const furtherFacts: readonly FactField[] = [
  { record: 'ticket', field: 'form', type: text },
  ...messageFacts,
  ...restFacts,
];
