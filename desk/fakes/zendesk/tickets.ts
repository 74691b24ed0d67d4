import { jsonResponse, type FakeResponse } from '../fake.ts';
import {
  forbidden,
  isLightAgent,
  isObject,
  ok,
  recordInvalid,
  recordNotFound,
  stampAfter,
  updateConflict,
  type Call,
  type JsonObject,
} from './call.ts';
import { changeTicket, refusalOf } from './change-ticket.ts';
import { auditJson, ticketJson } from './json-of.ts';
import { newId, type TicketRecord } from './state.ts';

export function showTicket(call: Call): FakeResponse {
  return withTicket(call, (ticket) => ok({ ticket: ticketJson(call.state, ticket) }));
}

/** `PUT /api/v2/tickets/{id}`: with `safe_update`, a stamp older than the ticket's is refused. */
export function updateTicket(call: Call): FakeResponse {
  return withTicket(call, (ticket) => {
    const change = isObject(call.body['ticket']) ? call.body['ticket'] : {};
    if (isLightAgent(call) && !isInternalNoteOnly(change)) return forbidden();
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
  return withTicket(call, (ticket) =>
    ok({
      comments: ticket.comments.map((comment) => ({
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
    }),
  );
}

export function showTags(call: Call): FakeResponse {
  return withTicket(call, (ticket) => ok({ tags: ticket.tags }));
}

/** PUT adds, DELETE removes, POST replaces them all. */
export function changeTags(how: 'add' | 'remove' | 'replace') {
  return (call: Call): FakeResponse =>
    withTicket(call, (ticket) => {
      if (isLightAgent(call)) return forbidden();
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

function withTicket(call: Call, answer: (ticket: TicketRecord) => FakeResponse): FakeResponse {
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

/** Light agents may write internal notes, and nothing else. */
function isInternalNoteOnly(change: JsonObject): boolean {
  const harmless = new Set(['comment', 'metadata', 'safe_update', 'updated_stamp']);
  const comment = isObject(change['comment']) ? change['comment'] : undefined;
  return comment?.['public'] === false && Object.keys(change).every((key) => harmless.has(key));
}

export const methodNotAllowed = (): FakeResponse => jsonResponse(405, { error: 'MethodNotAllowed' });
