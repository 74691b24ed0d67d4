import { call, type Rest } from './rest.ts';
import {
  CommentsAnswer,
  OrganizationAnswer,
  TicketAnswer,
  UserAnswer,
  type Comment,
  type Organization,
  type Ticket,
  type User,
} from './zendesk-json.ts';

/** A ticket with those whom it concerns, as they are saved. */
export type TicketRecords = {
  readonly ticket: Ticket;
  readonly comments: readonly Comment[];
  readonly requester: User;
  readonly organization: Organization | undefined;
  /** Everybody who wrote, by id. */
  readonly authors: ReadonlyMap<number, User>;
};

/** Reads everything that the ticket's page shows. Rejects with what could not be read. */
export async function loadTicket(rest: Rest, ticketId: number): Promise<TicketRecords> {
  const path = `/api/v2/tickets/${ticketId}`;
  const [{ ticket }, { comments }] = await Promise.all([
    call(rest, { method: 'GET', path: `${path}.json` }, TicketAnswer),
    call(rest, { method: 'GET', path: `${path}/comments.json` }, CommentsAnswer),
  ]);
  const ids = [...new Set([ticket.requester_id, ...comments.map((comment) => comment.author_id)])];
  const [organization, ...users] = await Promise.all([
    loadOrganization(rest, ticket.organization_id ?? undefined),
    ...ids.map((id) => loadUser(rest, id)),
  ]);
  const authors = new Map(users.map((user) => [user.id, user]));
  const requester = authors.get(ticket.requester_id) ?? (await loadUser(rest, ticket.requester_id));
  return { ticket, comments, requester, organization, authors };
}

async function loadUser(rest: Rest, id: number): Promise<User> {
  return (await call(rest, { method: 'GET', path: `/api/v2/users/${id}.json` }, UserAnswer)).user;
}

async function loadOrganization(rest: Rest, id: number | undefined): Promise<Organization | undefined> {
  if (id === undefined) return undefined;
  return (await call(rest, { method: 'GET', path: `/api/v2/organizations/${id}.json` }, OrganizationAnswer))
    .organization;
}
