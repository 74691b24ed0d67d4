import * as z from 'zod/mini';
import { commentFacts } from './comment-facts.ts';
import { askedAt, dayOutcome, failed, listOutcome, textOutcome, type Outcome } from './fact-outcome.ts';
import { profileFacts } from './profile-facts.ts';
import type { RestFact, RestReading } from './rest-fact.ts';
import { sideConversationsPath } from './side-conversations.ts';

const ticketSchema = z.object({
  ticket: z.object({
    id: z.number(),
    type: z.nullish(z.string()),
    subject: z.nullish(z.string()),
    status: z.string(),
    problem_id: z.nullish(z.number()),
    custom_status_id: z.nullish(z.number()),
    due_at: z.nullish(z.string()),
    satisfaction_rating: z.nullish(
      z.object({ score: z.nullish(z.string()), comment: z.nullish(z.string()) }),
    ),
  }),
});
type RestTicket = z.output<typeof ticketSchema>['ticket'];

const askTicket = ({ rest, request }: RestReading, id: string) =>
  rest.ask(request, {
    what: `ticket ${id}`,
    path: `/api/v2/tickets/${id}.json`,
    schema: ticketSchema,
  });

/** A fact that stands on the ticket itself. */
const onTicket =
  (take: (ticket: RestTicket, reading: RestReading) => Outcome | Promise<Outcome>) =>
  async (reading: RestReading): Promise<Outcome> => {
    const asked = await askTicket(reading, reading.request.ticket.id);
    return asked.is === 'failed' ? asked : { ...(await take(asked.body.ticket, reading)), ...askedAt(asked) };
  };

/** A fact of the problem that the ticket is an incident of. */
const onProblem = (take: (problem: RestTicket) => Outcome) =>
  onTicket(async ({ problem_id: id }, reading): Promise<Outcome> => {
    if (id === null || id === undefined) return { is: 'none', because: 'not-found' };
    const asked = await askTicket(reading, String(id));
    return asked.is === 'failed' ? asked : take(asked.body.ticket);
  });

const usersSchema = z.object({ users: z.array(z.object({ email: z.nullish(z.string()) })) });

const people =
  (part: 'followers' | 'email_ccs') =>
  async (reading: RestReading): Promise<Outcome> => {
    const { id } = reading.request.ticket;
    const asked = await reading.rest.ask(reading.request, {
      what: `who follows ticket ${id}`,
      path: `/api/v2/tickets/${id}/${part}.json`,
      schema: usersSchema,
    });
    return asked.is === 'failed'
      ? asked
      : { ...listOutcome(asked.body.users.flatMap(({ email }) => email ?? [])), ...askedAt(asked) };
  };

const incidentsSchema = z.object({
  tickets: z.array(z.object({ id: z.number() })),
  count: z.nullish(z.number()),
  next_page: z.nullish(z.string()),
});

async function readIncidentCount(reading: RestReading): Promise<Outcome> {
  const { id } = reading.request.ticket;
  const asked = await reading.rest.ask(reading.request, {
    what: `the incidents of ticket ${id}`,
    path: `/api/v2/tickets/${id}/incidents.json`,
    query: { per_page: '100' },
    schema: incidentsSchema,
  });
  if (asked.is === 'failed') return asked;
  const { tickets, count, next_page: next } = asked.body;
  const isWhole = next === null || next === undefined;
  const number = count ?? (isWhole ? tickets.length : undefined);
  return number === undefined
    ? failed('unreadable', `Ticket ${id} has more incidents than Zendesk lists at once.`)
    : { is: 'value', value: number, ...askedAt(asked) };
}

const conversationsSchema = z.object({
  side_conversations: z.array(z.object({ state: z.nullish(z.string()) })),
  next_page: z.nullish(z.string()),
});

const countConversations =
  (counts: (state: string) => boolean) =>
  async (reading: RestReading): Promise<Outcome> => {
    const { id } = reading.request.ticket;
    const asked = await reading.rest.ask(reading.request, {
      what: `the side conversations of ticket ${id}`,
      path: sideConversationsPath(id),
      query: { per_page: '100' },
      schema: conversationsSchema,
    });
    if (asked.is === 'failed') return asked;
    const { side_conversations: conversations, next_page: next } = asked.body;
    return next === null || next === undefined
      ? {
          is: 'value',
          value: conversations.filter(({ state }) => counts(state ?? 'open')).length,
          ...askedAt(asked),
        }
      : failed('unreadable', `Ticket ${id} has more side conversations than Zendesk lists at once.`);
  };

const text = { kind: 'text' } as const;
const list = { kind: 'list' } as const;
const count = { kind: 'count' } as const;
const date = { kind: 'date' } as const;

export const restFacts: readonly RestFact[] = [
  {
    record: 'ticket',
    field: 'custom_status',
    type: text,
    read: onTicket(async ({ custom_status_id: id }, { directory }): Promise<Outcome> => {
      if (id === null || id === undefined) return { is: 'empty' };
      const statuses = await directory.customStatuses();
      if (!statuses) return failed('unavailable', 'Cannot read the ticket status: Zendesk did not name it.');
      return textOutcome(statuses.find((status) => status.id === id)?.agent_label);
    }),
  },
  {
    record: 'ticket',
    field: 'due_at',
    type: date,
    read: onTicket(({ due_at: due }, { timeZone }) => dayOutcome(due, timeZone)),
  },
  {
    record: 'ticket',
    field: 'satisfaction_score',
    type: text,
    read: onTicket(({ satisfaction_rating: rating }) => textOutcome(rating?.score)),
  },
  {
    record: 'ticket',
    field: 'satisfaction_comment',
    type: text,
    read: onTicket(({ satisfaction_rating: rating }) => textOutcome(rating?.comment)),
  },
  { record: 'ticket', field: 'incident_count', type: count, read: readIncidentCount },
  { record: 'ticket', field: 'followers', type: list, read: people('followers') },
  { record: 'ticket', field: 'ccs', type: list, read: people('email_ccs') },
  { record: 'ticket', field: 'side_conversations', type: count, read: countConversations(() => true) },
  {
    record: 'ticket',
    field: 'open_side_conversations',
    type: count,
    read: countConversations((state) => state === 'open'),
  },
  { record: 'problem', field: 'id', type: text, read: onProblem(({ id }) => textOutcome(id)) },
  { record: 'problem', field: 'subject', type: text, read: onProblem(({ subject }) => textOutcome(subject)) },
  { record: 'problem', field: 'status', type: text, read: onProblem(({ status }) => textOutcome(status)) },
  ...commentFacts,
  ...profileFacts,
];
