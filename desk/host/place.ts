import type { Agent } from '../zaf/account.ts';

/** What the address of the page says: which tickets are open, who is logged in, which colours. */
export type Place = {
  readonly agentId: number;
  readonly tickets: readonly number[];
  readonly active: number | undefined;
  readonly scheme: 'light' | 'dark';
};

/** Reads `?ticket=4512&agent=9001&scheme=dark`. The first agent is logged in where the address names nobody. */
export function placeOf(address: string, agents: readonly Agent[]): Place {
  const query = new URLSearchParams(address);
  const agentId = Number(query.get('agent'));
  const ticket = Number(query.get('ticket'));
  return {
    agentId: agents.some(({ id }) => id === agentId) ? agentId : (agents[0]?.id ?? 0),
    tickets: ticket > 0 ? [ticket] : [],
    active: ticket > 0 ? ticket : undefined,
    scheme: query.get('scheme') === 'dark' ? 'dark' : 'light',
  };
}

/** The address that leads back here. */
export function addressOf({ agentId, active, scheme }: Place): string {
  const query = new URLSearchParams({ agent: String(agentId) });
  if (active !== undefined) query.set('ticket', String(active));
  if (scheme === 'dark') query.set('scheme', 'dark');
  return `?${query.toString()}`;
}

/** Opens a ticket in a tab of its own, or shows the tab that is open. */
export function opened(place: Place, ticketId: number): Place {
  const tickets = place.tickets.includes(ticketId) ? place.tickets : [...place.tickets, ticketId];
  return { ...place, tickets, active: ticketId };
}

/** Closes a tab; its neighbour comes to the front. */
export function closed(place: Place, ticketId: number): Place {
  const at = place.tickets.indexOf(ticketId);
  const tickets = place.tickets.filter((id) => id !== ticketId);
  const active = place.active === ticketId ? (tickets[at] ?? tickets.at(-1)) : place.active;
  return { ...place, tickets, active };
}
