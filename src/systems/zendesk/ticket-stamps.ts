import type { Instant } from '../../domain/run/events.ts';

/** When a ticket was last changed, or that we changed it ourselves and were not told when. */
type Stamp = { readonly is: 'told'; readonly at: Instant } | { readonly is: 'moved' };

/**
 * What our own updates have told of each ticket. The open page learns of them later, and a second update with an older stamp would be
 * refused.
 */
export type TicketStamps = {
  of(ticketId: string): Stamp | undefined;
  set(ticketId: string, stamp: Stamp): void;
};

export function createTicketStamps(): TicketStamps {
  const stamps = new Map<string, Stamp>();
  return { of: (ticketId) => stamps.get(ticketId), set: (ticketId, stamp) => stamps.set(ticketId, stamp) };
}

/** The later of two moments. */
export const laterOf = (one: Instant, other: Instant): Instant =>
  Date.parse(other) > Date.parse(one) ? other : one;
