import { isObject, stampAfter, type JsonObject } from './call.ts';
import type { AttachmentSeed, FieldValue } from './seed.ts';
import {
  defaultStatus,
  newId,
  STATUSES,
  type AuditRecord,
  type TicketRecord,
  type ZendeskState,
} from './state.ts';

/** What a change does to a ticket, by the names of the REST API. */
export type TicketChange = JsonObject;

export type ChangeBy = {
  readonly now: string;
  readonly authorId: number;
  readonly attachments?: readonly AttachmentSeed[];
};

/** Carries out an accepted change and writes the audit. */
export function changeTicket(
  state: ZendeskState,
  ticket: TicketRecord,
  change: TicketChange,
  by: ChangeBy,
): AuditRecord {
  const events: JsonObject[] = [];
  // What stays as it was leaves no event.
  const note: Note = (field, value, before) => {
    if (textOf(value) === textOf(before ?? null)) return;
    const of = { id: newId(state), type: 'Change', field_name: field };
    events.push({ ...of, value: textOf(value), previous_value: before ?? null });
  };
  ticket.updatedAt = stampAfter(ticket.updatedAt, by.now);
  changeStatus(state, ticket, change, note);
  const { subject, priority, type } = change;
  if (typeof subject === 'string') {
    note('subject', subject, ticket.subject);
    ticket.subject = subject;
  }
  if (isTextOrNull(priority)) {
    note('priority', priority, ticket.priority);
    ticket.priority = priority;
  }
  if (isTextOrNull(type)) {
    note('type', type, ticket.type);
    ticket.type = type;
  }
  for (const [name, member] of idMembers) {
    const id = change[name];
    if (!isNumberOrNull(id)) continue;
    note(name, id, ticket[member] === null ? null : String(ticket[member]));
    ticket[member] = id;
  }
  const { tags } = change;
  if (Array.isArray(tags)) {
    note('tags', tags, ticket.tags);
    ticket.tags = tags.map(String);
  }
  for (const { id, value } of customFieldsOf(change)) setField(state, ticket, { id, value }, note);
  if (isObject(change['comment'])) addComment(state, ticket, change['comment'], by, events);
  const custom = isObject(change['metadata']) ? change['metadata'] : {};
  const audit = { id: newId(state), at: ticket.updatedAt, authorId: by.authorId, events, custom };
  ticket.audits.push(audit);
  return audit;
}

type Note = (field: string, value: unknown, before: unknown) => void;

const idMembers = [
  ['group_id', 'groupId'],
  ['assignee_id', 'assigneeId'],
  ['ticket_form_id', 'formId'],
  ['brand_id', 'brandId'],
  ['problem_id', 'problemId'],
] as const;

/** A custom status brings its category, and a category its default status. A new ticket that somebody has is open. */
function changeStatus(state: ZendeskState, ticket: TicketRecord, change: TicketChange, note: Note): void {
  const { status, custom_status_id: given } = change;
  const custom = state.seed.customStatuses?.find(({ id }) => id === given);
  const asked = STATUSES.find((known) => known === status);
  const opened = ticket.status === 'new' && ticket.assigneeId !== null ? 'open' : undefined;
  const next = custom?.category ?? asked ?? opened;
  if (next === undefined) return;
  if (custom ?? asked) note('status', next, ticket.status);
  ticket.status = next;
  const customId = custom?.id ?? defaultStatus(state.seed, next);
  if (customId === null) return;
  note('custom_status_id', customId, ticket.customStatusId === null ? null : String(ticket.customStatusId));
  ticket.customStatusId = customId;
}

/** Zendesk stores a decimal as text, a drop-down's choice as a tag, and keeps that tag among the ticket's tags. */
function setField(
  state: ZendeskState,
  ticket: TicketRecord,
  { id, value }: { id: number; value: FieldValue },
  note: Note,
): void {
  const field = state.seed.ticketFields?.find((known) => known.id === id);
  if (!field) return;
  const before = ticket.fields.get(id);
  const stored = value === '' ? null : field.type === 'decimal' && value !== null ? String(value) : value;
  if (field.type === 'tagger') {
    ticket.tags = ticket.tags.filter((tag) => tag !== before);
    if (typeof stored === 'string' && !ticket.tags.includes(stored)) ticket.tags.push(stored);
  }
  ticket.fields.set(id, stored);
  note(String(id), stored, before ?? null);
}

function addComment(
  state: ZendeskState,
  ticket: TicketRecord,
  comment: JsonObject,
  by: ChangeBy,
  events: JsonObject[],
): void {
  const body = typeof comment['body'] === 'string' ? comment['body'] : '';
  const isPublic = comment['public'] !== false;
  const id = newId(state);
  const attachments = by.attachments ?? [];
  ticket.comments.push({
    id,
    authorId: by.authorId,
    body,
    public: isPublic,
    at: ticket.updatedAt,
    attachments,
  });
  events.push({ id, type: 'Comment', body, public: isPublic, author_id: by.authorId });
}

export function customFieldsOf(change: TicketChange): readonly { id: number; value: FieldValue }[] {
  const fields = change['custom_fields'];
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) =>
    isObject(field) && typeof field['id'] === 'number' && isFieldValue(field['value'])
      ? [{ id: field['id'], value: field['value'] }]
      : [],
  );
}

const isFieldValue = (value: unknown): value is FieldValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isNumberOrNull = (value: unknown): value is number | null =>
  value === null || typeof value === 'number';
export const textOf = (value: unknown): string =>
  value === null
    ? ''
    : Array.isArray(value)
      ? value.join(' ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
