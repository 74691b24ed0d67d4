import { changeTicket } from './fakes/zendesk/change-ticket.ts';
import type { AttachmentSeed } from './fakes/zendesk/seed.ts';
import type { ZendeskFake } from './fakes/zendesk/zendesk-fake.ts';

/** What the customer of a ticket writes. */
export type CustomerMessage = {
  readonly ticketId: number;
  readonly text: string;
  readonly attachments: readonly AttachmentSeed[];
};

/** A message of the ticket's requester arrives, which opens the ticket again. False where there is no such open ticket. */
export function customerWrites(
  zendesk: ZendeskFake,
  now: string,
  { ticketId, text, attachments }: CustomerMessage,
): boolean {
  const ticket = zendesk.state.tickets.get(ticketId);
  if (ticket === undefined || ticket.status === 'closed') return false;
  const change = { comment: { body: text, public: true }, status: 'open' };
  changeTicket(zendesk.state, ticket, change, { now, authorId: ticket.requesterId, attachments });
  zendesk.touched(ticketId);
  return true;
}
