import * as z from 'zod/mini';
import { askedAt, dayOutcome, failed, type Outcome } from './fact-outcome.ts';
import type { RestFact, RestReading } from './rest-fact.ts';

/**
 * The app framework does not say which comments are public, so they are asked for. One page of the newest hundred serves all of these
 * facts. Source: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
 */
const commentsSchema = z.object({
  comments: z.array(
    z.object({
      author_id: z.number(),
      public: z.nullish(z.boolean()),
      created_at: z.string(),
    }),
  ),
  users: z.nullish(z.array(z.object({ id: z.number(), role: z.nullish(z.string()) }))),
  next_page: z.nullish(z.string()),
});

type Comment = { readonly at: string; readonly isPublic: boolean; readonly isByCustomer: boolean };

/** The newest first. Whoever asks is the customer, and so is everybody else who is no agent. */
function commentsOf(
  { comments, users }: z.output<typeof commentsSchema>,
  requesterId: string | undefined,
): readonly Comment[] {
  const endUsers = new Set((users ?? []).flatMap(({ id, role }) => (role === 'end-user' ? [id] : [])));
  return comments
    .map(({ author_id: author, public: isPublic, created_at: at }) => ({
      at,
      isPublic: isPublic !== false,
      isByCustomer: String(author) === requesterId || endUsers.has(author),
    }))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const onComments =
  (take: (comments: readonly Comment[], reading: RestReading, isWhole: boolean) => Outcome) =>
  async (reading: RestReading): Promise<Outcome> => {
    const { id } = reading.request.ticket;
    const asked = await reading.rest.ask(reading.request, {
      what: `the comments of ticket ${id}`,
      path: `/api/v2/tickets/${id}/comments.json`,
      query: { sort_order: 'desc', per_page: '100', include: 'users' },
      schema: commentsSchema,
    });
    if (asked.is === 'failed') return asked;
    const { next_page: next } = asked.body;
    const isWhole = next === null || next === undefined;
    const comments = commentsOf(asked.body, reading.requesterId);
    return { ...take(comments, reading, isWhole), ...askedAt(asked) };
  };

const countOf = (counts: (comment: Comment) => boolean) =>
  onComments((comments, { request }, isWhole) =>
    isWhole
      ? { is: 'value', value: comments.filter(counts).length }
      : failed(
          'unreadable',
          `Ticket ${request.ticket.id} has more comments than Zendesk lists at once, so they were not counted.`,
        ),
  );

/** The day of the newest comment of a kind. */
const readLast = (what: string, isMeant: (comment: Comment) => boolean) =>
  onComments((comments, { timeZone, request }, isWhole): Outcome => {
    const found = comments.find(isMeant);
    if (found) return dayOutcome(found.at, timeZone);
    return isWhole
      ? { is: 'empty' }
      : failed('unreadable', `The last ${what} in ticket ${request.ticket.id} is too far back to be found.`);
  });

/** Where the page gives messages without times. */
export const readLastCustomerMessage = readLast(
  'message of the customer',
  ({ isByCustomer }) => isByCustomer,
);

/** Of what the customer can see: an internal note answers nobody. */
const readCustomerWroteLast = onComments((comments, { request }, isWhole): Outcome => {
  const last = comments.find(({ isPublic }) => isPublic);
  if (last) return { is: 'value', value: last.isByCustomer };
  return isWhole
    ? { is: 'value', value: false }
    : failed('unreadable', `The last message in ticket ${request.ticket.id} is too far back to be found.`);
});

export const commentFacts: readonly RestFact[] = [
  {
    record: 'ticket',
    field: 'public_comment_count',
    type: { kind: 'count' },
    read: countOf(({ isPublic }) => isPublic),
  },
  {
    record: 'ticket',
    field: 'private_comment_count',
    type: { kind: 'count' },
    read: countOf(({ isPublic }) => !isPublic),
  },
  {
    record: 'ticket',
    field: 'last_public_reply_at',
    type: { kind: 'date' },
    read: readLast('reply', ({ isPublic, isByCustomer }) => isPublic && !isByCustomer),
  },
  {
    record: 'ticket',
    field: 'customer_wrote_last',
    type: { kind: 'yes-no' },
    read: readCustomerWroteLast,
  },
];
