import type { FakeResponse } from '../fake.ts';
import { created, forbidden, isObject, ok, recordInvalid, recordNotFound, type Call } from './call.ts';
import { rightsOf } from './role.ts';
import type { SideConversationSeed } from './seed.ts';
import { newId, type TicketRecord } from './state.ts';
import { withTicket } from './tickets.ts';

export const listSideConversations = (call: Call): FakeResponse =>
  withAddOn(call, (ticket) =>
    ok({
      side_conversations: ticket.sideConversations.map((one) => sideConversationJson(ticket, one)),
      count: ticket.sideConversations.length,
      next_page: null,
    }),
  );

/** Every request starts another one: there is no key by which Zendesk would know it again. */
export const createSideConversation = (call: Call): FakeResponse =>
  withAddOn(call, (ticket) => {
    if (!rightsOf(call).side_conversation_create) return forbidden();
    const message = isObject(call.body['message']) ? call.body['message'] : {};
    const to = (Array.isArray(message['to']) ? message['to'] : []).flatMap((one: unknown) =>
      isObject(one) && typeof one['email'] === 'string' ? [one['email']] : [],
    );
    if (to.length === 0) return recordInvalid({ to: 'To: must have at least one recipient' });
    const given = isObject(call.body['external_ids']) ? call.body['external_ids'] : {};
    const one: SideConversationSeed = {
      id: `side-${newId(call.state)}`,
      subject: typeof message['subject'] === 'string' ? message['subject'] : '',
      to,
      state: 'open',
      at: call.now(),
      externalIds: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)])),
    };
    ticket.sideConversations.push(one);
    return created({ side_conversation: sideConversationJson(ticket, one) });
  });

function withAddOn(call: Call, answer: (ticket: TicketRecord) => FakeResponse): FakeResponse {
  return call.state.seed.hasSideConversations === false ? recordNotFound() : withTicket(call, answer);
}

const sideConversationJson = (ticket: TicketRecord, one: SideConversationSeed) => ({
  id: one.id,
  ticket_id: ticket.id,
  subject: one.subject,
  preview_text: one.subject,
  state: one.state,
  participants: one.to.map((email) => ({ email, name: null, user_id: null })),
  created_at: one.at,
  updated_at: one.at,
  message_added_at: one.at,
  state_updated_at: one.at,
  external_ids: one.externalIds ?? {},
});
