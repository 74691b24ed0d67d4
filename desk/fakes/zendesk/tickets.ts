import { jsonResponse, type FakeResponse } from '../fake.ts';
import {
  forbidden,
  isObject,
  ok,
  recordInvalid,
  recordNotFound,
  stampAfter,
  updateConflict,
  type Call,
  type JsonObject,
} from './call.ts';
import { changeTicket } from './change-ticket.ts';
import { refusalOf } from './ticket-refusal.ts';
import { auditJson, ticketJson, userJson } from './json-of.ts';
import { rightsOf } from './role.ts';
import { newId, type TicketRecord } from './state.ts';

export function showTicket(call: Call): FakeResponse {
  return withTicket(call, (ticket) => ok({ ticket: ticketJson(call.state, ticket) }));
}

/** `PUT /api/v2/tickets/{id}`: with `safe_update`, a stamp older than the ticket's is refused. */
export function updateTicket(call: Call): FakeResponse {
  return withTicket(call, (ticket) => {
    const change = isObject(call.body['ticket']) ? call.body['ticket'] : {};
    if (!mayMake(call, change)) return forbidden();
    if (isStale(change, ticket)) return updateConflict();
    const refusal = refusalOf(call.state, ticket, change);
    if (refusal) return recordInvalid(refusal);
    const audit = changeTicket(call.state, ticket, change, { now: call.now(), authorId: call.user.id });
    call.changed(ticket.id);
    return ok({ ticket: ticketJson(call.state, ticket), audit: auditJson(ticket.id, audit) });
  });
}

export function listAudits(call: Call): FakeResponse {
  return withTicket(call, (ticket) => {
    const isNewestFirst = call.url.searchParams.get('sort') === '-created_at';
    const size = Number(call.url.searchParams.get('page[size]') ?? 100);
    const inOrder = isNewestFirst ? ticket.audits.toReversed() : ticket.audits;
    const audits = inOrder.slice(0, size).map((audit) => auditJson(ticket.id, audit));
    return ok({
      audits,
      count: ticket.audits.length,
      meta: { has_more: ticket.audits.length > size, after_cursor: null, before_cursor: null },
    });
  });
}

export function listComments(call: Call): FakeResponse {
  return withTicket(call, (ticket) => {
    const size = Number(call.url.searchParams.get('per_page') ?? 100);
    const isNewestFirst = call.url.searchParams.get('sort_order') === 'desc';
    const inOrder = isNewestFirst ? ticket.comments.toReversed() : ticket.comments;
    const authors = new Set(ticket.comments.map(({ authorId }) => authorId));
    const users = [...authors].flatMap((id) => call.state.users.get(id) ?? []);
    const isWithUsers = call.url.searchParams.get('include') === 'users';
    return ok({
      ...(isWithUsers ? { users: users.map((user) => userJson(call.state, user)) } : {}),
      next_page: ticket.comments.length > size ? `${call.url.origin}${call.url.pathname}?page=2` : null,
      comments: inOrder.slice(0, size).map((comment) => ({
        id: comment.id,
        type: 'Comment',
        author_id: comment.authorId,
        body: comment.body,
        plain_body: comment.body,
        public: comment.public,
        created_at: comment.at,
        attachments: comment.attachments.map(({ fileName, contentType }) => ({
          file_name: fileName,
          content_type: contentType,
        })),
      })),
      count: ticket.comments.length,
    });
  });
}

export function showTags(call: Call): FakeResponse {
  return withTicket(call, (ticket) => ok({ tags: ticket.tags }));
}

/** PUT adds, DELETE removes, POST replaces them all. */
export function changeTags(how: 'add' | 'remove' | 'replace') {
  return (call: Call): FakeResponse =>
    withTicket(call, (ticket) => {
      if (!rightsOf(call).ticket_tag_editing) return forbidden();
      if (ticket.status === 'closed')
        return recordInvalid({ status: 'Status: closed prevents ticket update' });
      if (isStale(call.body, ticket)) return updateConflict();
      const given = Array.isArray(call.body['tags']) ? call.body['tags'].map(String) : [];
      const before = ticket.tags;
      if (how === 'add') ticket.tags = [...new Set([...before, ...given])];
      else if (how === 'remove') ticket.tags = before.filter((tag) => !given.includes(tag));
      else ticket.tags = given;
      if (ticket.tags.join(' ') !== before.join(' ')) noteTags(call, ticket);
      return how === 'remove' ? { status: 204, body: '' } : ok({ tags: ticket.tags });
    });
}

function noteTags(call: Call, ticket: TicketRecord): void {
  ticket.updatedAt = stampAfter(ticket.updatedAt, call.now());
  const event = {
    id: newId(call.state),
    type: 'Change',
    field_name: 'tags',
    value: ticket.tags.join(' '),
  };
  const audit = { at: ticket.updatedAt, authorId: call.user.id, events: [event], custom: {} };
  ticket.audits.push({ id: newId(call.state), ...audit });
  call.changed(ticket.id);
}

export function withTicket(call: Call, answer: (ticket: TicketRecord) => FakeResponse): FakeResponse {
  const ticket = call.state.tickets.get(Number(call.named[0]));
  if (!ticket) return recordNotFound();
  if (call.user.role === 'end-user') return forbidden();
  return answer(ticket);
}

function isStale(change: JsonObject, ticket: TicketRecord): boolean {
  const { safe_update: safe, updated_stamp: stamp } = change;
  if (safe !== true && safe !== 'true') return false;
  return typeof stamp !== 'string' || Date.parse(ticket.updatedAt) > Date.parse(stamp);
}

const harmless = new Set(['comment', 'metadata', 'safe_update', 'updated_stamp', 'macro_ids']);

/** Whoever may not change tickets may still write internal notes; a group of others is a right of its own. */
function mayMake(call: Call, change: JsonObject): boolean {
  const rights = rightsOf(call);
  const comment = isObject(change['comment']) ? change['comment'] : undefined;
  const isNoteOnly = Object.keys(change).every((key) => harmless.has(key));
  if (comment !== undefined && comment['public'] !== false && rights.ticket_comment_access !== 'public')
    return false;
  const group = change['group_id'];
  const isOwnGroup = typeof group !== 'number' || call.user.groupIds?.includes(group) === true;
  return (isNoteOnly || rights.ticket_editing) && (isOwnGroup || rights.assign_tickets_to_any_group);
}

export function listIncidents(call: Call): FakeResponse {
  return withTicket(call, ({ id }) => {
    const tickets = [...call.state.tickets.values()].filter(({ problemId }) => problemId === id);
    return ok({
      tickets: tickets.map((ticket) => ticketJson(call.state, ticket)),
      count: tickets.length,
      next_page: null,
    });
  });
}

export const listPeople = (part: 'followerIds' | 'ccIds') => (call: Call) =>
  withTicket(call, (ticket) => {
    const users = ticket[part].flatMap((id) => call.state.users.get(id) ?? []);
    return ok({ users: users.map((user) => userJson(call.state, user)), count: users.length });
  });

export const methodNotAllowed = (): FakeResponse => jsonResponse(405, { error: 'MethodNotAllowed' });
