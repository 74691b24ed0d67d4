import type { Composer } from './composer.ts';
import type { TicketRecords } from './load-ticket.ts';
import { RestRefused, call, type Rest } from './rest.ts';
import { formOf, updateOf, type TicketForm } from './ticket-form.ts';
import { TicketAnswer } from './zendesk-json.ts';
import type { Submitted } from './ticket-tab.ts';

type Save = {
  readonly rest: Rest;
  readonly records: TicketRecords;
  readonly form: TicketForm;
  readonly composer: Composer;
};

/** Saves what differs from the saved ticket, with the comment, in one update, as Submit does. */
export async function saveTicket({ rest, records, form, composer }: Save): Promise<Submitted> {
  const ticket = { ...updateOf(formOf(records.ticket), form), ...commentOf(composer) };
  if (Object.keys(ticket).length === 0) return { is: 'saved' };
  const path = `/api/v2/tickets/${records.ticket.id}.json`;
  try {
    await call(rest, { method: 'PUT', path, body: { ticket } }, TicketAnswer);
    return { is: 'saved' };
  } catch (error) {
    if (error instanceof RestRefused) return { is: 'refused', reason: error.message };
    throw error;
  }
}

function commentOf({ text, type }: Composer): Record<string, unknown> {
  return text.trim() === '' ? {} : { comment: { body: text, public: type === 'publicReply' } };
}
