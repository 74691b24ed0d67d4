import type { Clock } from '../../app/ports/clock.ts';
import type { ZafClient } from './zaf-client.ts';

/** One save changes many properties: they are told of once. */
const together = 200;

/**
 * Calls back when somebody saved the ticket, the customer wrote, or a property of the ticket changed in the form. What the rep types
 * into the composer is no change of the ticket. Answers what ends it.
 */
export function onTicketChanged(
  client: Pick<ZafClient, 'on' | 'off'>,
  clock: Pick<Clock, 'after'>,
  callback: () => void,
): () => void {
  let giveUp: (() => void) | undefined;
  const soon = () => {
    giveUp ??= clock.after(together, () => {
      giveUp = undefined;
      callback();
    });
  };
  const changed = (data?: unknown) => {
    if (isOfTicket(data)) soon();
  };
  const handlers: readonly [string, (data?: unknown) => void][] = [
    ['ticket.updated', soon],
    ['ticket.submit.done', soon],
    ['ticket.conversation.changed', soon],
    ['*.changed', changed],
  ];
  for (const [event, handler] of handlers) client.on(event, handler);
  return () => {
    giveUp?.();
    giveUp = undefined;
    for (const [event, handler] of handlers) client.off(event, handler);
  };
}

/** `*.changed` names the property: `{ propertyName: 'ticket.status', … }`. */
function isOfTicket(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('propertyName' in data)) return false;
  return typeof data.propertyName === 'string' && data.propertyName.startsWith('ticket.');
}
