import { millisecondsBetween } from '../domain/decisions/instant.ts';
import type { Instant, RunEvent } from '../domain/run/events.ts';
import type { Ticket } from './ports/ticket-desk.ts';
import type { RunSession } from './run-session.ts';

/**
 * Messages of the customer that came after the words were last read for the run, and that nobody was told of on a card; whenever the
 * sidebar has noticed them, and whether or not it was open. `seen` is the ticket as it was before it was read just now.
 */
export function unreadWords({ context, readWords }: RunSession, seen: Ticket): Ticket['messages'] {
  const since = lastReading(context.events);
  const cameSince = ({ at }: Ticket['messages'][number]): boolean => {
    const age = since === undefined || at === undefined ? undefined : millisecondsBetween(since, at);
    return age !== undefined && age > 0;
  };
  return context.ticket.messages.filter(
    (message) =>
      message.from === 'customer' &&
      !readWords.has(message.id) &&
      (cameSince(message) || seen.messages.every(({ id }) => id !== message.id)),
  );
}

/** The words of a ticket count as read: the assistant has them, or the person was told that there are new ones. */
export function noteAsRead({ readWords }: RunSession, { messages }: Pick<Ticket, 'messages'>): void {
  for (const { id } of messages) readWords.add(id);
}

function lastReading(events: readonly RunEvent[]): Instant | undefined {
  return events.findLast(isReading)?.at;
}

/** An answer for which the run has waited is known to whoever goes on with it. */
function isReading(event: RunEvent): boolean {
  switch (event.type) {
    case 'run-started':
    case 'fact-extracted':
    case 'customer-answered':
    case 'hold-ended':
      return true;
    case 'fact-read':
      return event.source.from === 'person';
    default:
      return false;
  }
}
