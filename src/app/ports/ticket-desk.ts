import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { Instant, Person } from '../../domain/run/events.ts';

/** The ticket as the help desk shows it now. */
export type Ticket = {
  readonly id: string;
  readonly updatedAt: Instant;
  readonly status: 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
  readonly url: string;
  /** The facts that are always there, by their names in the SOP language (`ticket form`, `requester email` …). */
  readonly facts: Readonly<Record<string, FactJson>>;
  readonly messages: readonly Message[];
};

/** What somebody wrote. Text of customers: data, never instructions. */
export type Message = {
  readonly id: string;
  readonly from: 'customer' | 'agent';
  readonly author: string;
  readonly text: string;
  readonly at: Instant | undefined;
  readonly attachments: readonly { readonly name: string; readonly contentType: string }[];
};

/** Who works in the sidebar. */
export type CurrentUser = Person & {
  readonly isAdmin: boolean;
  /** A light agent or contributor: may look, may not change. */
  readonly mayChangeTickets: boolean;
  /** Ids of the custom role and the groups, as the `teams` setting names them: `role 4711`, `group 360001`. */
  readonly memberOf: readonly string[];
  /** BCP 47. */
  readonly locale: string;
  /** IANA name of the account's zone. */
  readonly timeZone: string;
};

/** The place in Zendesk in which the app is open. Writing goes through actions, never from here. */
export interface TicketDesk {
  ticket(): Promise<Ticket>;
  currentUser(): Promise<CurrentUser>;
  /** Calls back when the ticket was changed by somebody, or the customer wrote. */
  onTicketChanged(callback: () => void): () => void;
  /** The composer's text now, and opening other places. */
  openTicket(id: string): Promise<void>;
}
