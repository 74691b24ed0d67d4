import * as z from 'zod/mini';
import type { Clock } from '../../app/ports/clock.ts';
import type { Ticket, TicketDesk } from '../../app/ports/ticket-desk.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { AccountDirectory } from './account-directory.ts';
import { readCurrentUser } from './current-user.ts';
import { readComments, readMessages } from './read-messages.ts';
import { toInstant } from './to-instant.ts';
import { onTicketChanged } from './ticket-events.ts';
import type { ZafClient } from './zaf-client.ts';
import { zafGet } from './zaf-get.ts';

export type ZendeskTicketDeskOptions = {
  readonly client: ZafClient;
  readonly directory: AccountDirectory;
  readonly clock: Pick<Clock, 'after'>;
  /** The page around the app, `https://example.zendesk.com`: links to tickets start with it. */
  readonly origin: string;
};

/** The ticket that is open around the sidebar, read through the app framework: no request is spent on it. */
export function createZendeskTicketDesk({
  client,
  directory,
  clock,
  origin,
}: ZendeskTicketDeskOptions): TicketDesk {
  return {
    ticket: () => readTicket(client, directory, origin),
    currentUser: () => readCurrentUser(client, directory),
    onTicketChanged: (callback) => onTicketChanged(client, clock, callback),
    openTicket: async (id) => {
      await client.invoke('routeTo', 'ticket', id);
    },
  };
}

const paths = [
  'ticket.id',
  'ticket.subject',
  'ticket.status',
  'ticket.statusCategory',
  'ticket.priority',
  'ticket.type',
  'ticket.tags',
  'ticket.updatedAt',
  'ticket.form.id',
  'ticket.brand',
  'ticket.via',
  'ticket.requester',
  'ticket.organization',
  'ticket.conversation',
] as const;

const idSchema = z.union([z.number(), z.string()]);
const textSchema = z.nullish(z.string());
const statusSchema = z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']);
const namedSchema = z.nullish(z.object({ name: textSchema }));
const requesterSchema = z.nullish(
  z.object({ id: z.nullish(idSchema), name: textSchema, email: textSchema, locale: textSchema }),
);

async function readTicket(client: ZafClient, directory: AccountDirectory, origin: string): Promise<Ticket> {
  const { values, errors } = await zafGet(client, paths);
  const id = idSchema.safeParse(values.get('ticket.id'));
  if (!id.success) throw new Error('Cannot read the ticket: it was not saved yet, or none is open.');
  const what = `ticket ${id.data}`;
  const status = statusOf(values);
  const updatedAt = toInstant(values.get('ticket.updatedAt'));
  if (status === undefined || updatedAt === undefined)
    throw unreadable(what, 'its status or its last change is missing');
  const requester = requesterSchema.safeParse(values.get('ticket.requester'));
  if (!requester.success) throw unreadable(what, 'its requester has another form than expected');
  const requesterId = String(requester.data?.id ?? '');
  const messages =
    readMessages(values.get('ticket.conversation'), requesterId) ??
    (errors.has('ticket.conversation') ? await commentsOf(client, requesterId) : undefined);
  if (messages === undefined) throw unreadable(what, 'its conversation has another form than expected');
  return {
    id: String(id.data),
    updatedAt,
    status,
    url: `${origin}/agent/tickets/${id.data}`,
    facts: {
      ...plainFacts(values),
      'ticket form': await formOf(values, directory),
      'ticket language': requester.data?.locale ?? '',
      'requester name': requester.data?.name ?? '',
      'requester email': requester.data?.email ?? '',
    },
    messages,
  };
}

/** Without the agent workspace there is no conversation, and there are comments. */
async function commentsOf(client: ZafClient, requesterId: string): Promise<Ticket['messages'] | undefined> {
  const { values } = await zafGet(client, ['ticket.comments']);
  return readComments(values.get('ticket.comments'), requesterId);
}

/** A custom status has a category behind it, which is one of Zendesk's own. */
function statusOf(values: ReadonlyMap<string, unknown>): Ticket['status'] | undefined {
  const candidates = [values.get('ticket.status'), values.get('ticket.statusCategory')];
  return candidates.map((value) => statusSchema.safeParse(value)).find((parsed) => parsed.success)?.data;
}

/** What Zendesk answered as empty is an empty text; what it did not answer is unknown. */
function plainFacts(values: ReadonlyMap<string, unknown>): Readonly<Record<string, FactJson>> {
  const text = (path: string) => textFact(values.has(path), values.get(path));
  const nameAt = (path: string) => {
    const named = namedSchema.safeParse(values.get(path));
    return textFact(values.has(path) && named.success, named.data?.name);
  };
  const tags = z.array(z.string()).safeParse(values.get('ticket.tags'));
  const via = z.object({ channel: z.nullish(idSchema) }).safeParse(values.get('ticket.via'));
  return {
    'ticket subject': text('ticket.subject'),
    'ticket status': text('ticket.status'),
    'ticket priority': text('ticket.priority'),
    'ticket type': text('ticket.type'),
    'ticket tags': tags.success ? tags.data : null,
    'ticket channel': via.success ? String(via.data.channel ?? '') : null,
    'ticket brand': nameAt('ticket.brand'),
    'organization name': nameAt('ticket.organization'),
  };
}

function textFact(isAnswered: boolean, value: unknown): FactJson {
  if (!isAnswered) return null;
  return value === null || value === undefined ? '' : typeof value === 'string' ? value : null;
}

/** The app framework gives a form by its id only. An account without forms has none. */
async function formOf(values: ReadonlyMap<string, unknown>, directory: AccountDirectory): Promise<FactJson> {
  const id = values.get('ticket.form.id');
  if (id === null || id === undefined) return values.has('ticket.form.id') ? '' : null;
  return (await directory.formName(Number(id))) ?? null;
}

const unreadable = (what: string, why: string) => new Error(`Cannot read ${what}: ${why}.`);
