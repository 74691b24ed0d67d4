import { isObject, stampAfter, type JsonObject } from './call.ts';
import type { AttachmentSeed, FieldValue, TicketStatus } from './seed.ts';
import { newId, type AuditRecord, type TicketRecord, type ZendeskState } from './state.ts';

/** What a change does to a ticket, by the names of the REST API. */
export type TicketChange = JsonObject;

/** Why Zendesk refuses a change, by field. */
export type Refusal = Readonly<Record<string, string>>;

const STATUSES: readonly TicketStatus[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

/** What is wrong with a change; undefined where nothing is. Source: Zendesk's ticket rules (closed tickets, required fields). */
export function refusalOf(
  state: ZendeskState,
  ticket: TicketRecord,
  change: TicketChange,
): Refusal | undefined {
  if (ticket.status === 'closed') return { status: 'Status: closed prevents ticket update' };
  const status = change['status'];
  if (status !== undefined && !STATUSES.some((known) => known === status))
    return { status: `Status: ${textOf(status)} is not valid` };
  const group = change['group_id'];
  if (group !== undefined && group !== null && !state.seed.groups.some(({ id }) => id === group))
    return { group: 'Group: is invalid' };
  for (const { id, value } of customFieldsOf(change)) {
    const field = state.seed.ticketFields?.find((known) => known.id === id);
    const isChoice = field?.type === 'tagger' || field?.type === 'multiselect';
    const chosen = Array.isArray(value) ? value : [value];
    const isKnown = (one: unknown) =>
      one === '' || one === null || field?.options?.some((option) => option.value === one);
    if (isChoice && !chosen.every(isKnown)) return { base: `${field.title}: is not a valid option` };
  }
  return status === 'solved' ? missingOnSolve(state, ticket, change) : undefined;
}

function missingOnSolve(
  state: ZendeskState,
  ticket: TicketRecord,
  change: TicketChange,
): Refusal | undefined {
  const given = new Map(customFieldsOf(change).map(({ id, value }) => [id, value]));
  const missing = (state.seed.ticketFields ?? []).filter((field) => {
    const value = given.has(field.id) ? given.get(field.id) : ticket.fields.get(field.id);
    return field.isRequiredToSolve === true && (value === undefined || value === null || value === '');
  });
  if (missing.length === 0) return undefined;
  return Object.fromEntries(
    missing.map(({ id, title }) => [`${id}`, `${title}: is required when solving a ticket`]),
  );
}

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
  const note = (field: string, value: unknown) =>
    events.push({ id: newId(state), type: 'Change', field_name: field, value: textOf(value) });
  ticket.updatedAt = stampAfter(ticket.updatedAt, by.now);
  const { status, subject, priority, type } = change;
  if (STATUSES.some((known) => known === status)) {
    ticket.status = STATUSES.find((known) => known === status) ?? ticket.status;
    note('status', status);
  } else if (ticket.status === 'new' && ticket.assigneeId !== null) ticket.status = 'open';
  if (typeof subject === 'string') note('subject', (ticket.subject = subject));
  if (isTextOrNull(priority)) note('priority', (ticket.priority = priority));
  if (isTextOrNull(type)) note('type', (ticket.type = type));
  const { group_id: group, assignee_id: assignee } = change;
  if (isNumberOrNull(group)) note('group_id', (ticket.groupId = group));
  if (isNumberOrNull(assignee)) note('assignee_id', (ticket.assigneeId = assignee));
  const { tags } = change;
  if (Array.isArray(tags)) note('tags', (ticket.tags = tags.map(String)));
  for (const { id, value } of customFieldsOf(change)) setField(state, ticket, { id, value }, note);
  if (isObject(change['comment'])) addComment(state, ticket, change['comment'], by, events);
  const custom = isObject(change['metadata']) ? change['metadata'] : {};
  const audit = { id: newId(state), at: ticket.updatedAt, authorId: by.authorId, events, custom };
  ticket.audits.push(audit);
  return audit;
}

/** Zendesk stores a decimal as text, a drop-down's choice as a tag, and keeps that tag among the ticket's tags. */
function setField(
  state: ZendeskState,
  ticket: TicketRecord,
  { id, value }: { id: number; value: FieldValue },
  note: (field: string, value: unknown) => void,
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
  note(`custom_fields_${id}`, stored);
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

function customFieldsOf(change: TicketChange): readonly { id: number; value: FieldValue }[] {
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
const textOf = (value: unknown): string =>
  value === null
    ? ''
    : Array.isArray(value)
      ? value.join(' ')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
