import * as z from 'zod/mini';
import { askedAt, dayOutcome, failed, listOutcome, textOutcome, type Outcome } from './fact-outcome.ts';
import type { RestFact, RestReading } from './rest-fact.ts';

const userSchema = z.object({
  user: z.object({
    phone: z.nullish(z.string()),
    alias: z.nullish(z.string()),
    time_zone: z.nullish(z.string()),
    created_at: z.nullish(z.string()),
    last_login_at: z.nullish(z.string()),
    suspended: z.nullish(z.boolean()),
    verified: z.nullish(z.boolean()),
  }),
});
type User = z.output<typeof userSchema>['user'];

const onRequester =
  (take: (user: User, timeZone: string) => Outcome) =>
  async (reading: RestReading): Promise<Outcome> => {
    const { requesterId: id, request, rest, timeZone } = reading;
    if (id === undefined) return { is: 'none', because: 'not-found' };
    const path = `/api/v2/users/${id}.json`;
    const asked = await rest.ask(request, { what: 'the requester', path, schema: userSchema });
    return asked.is === 'failed' ? asked : { ...take(asked.body.user, timeZone), ...askedAt(asked) };
  };

const organizationSchema = z.object({ organization: z.object({ created_at: z.nullish(z.string()) }) });

async function readOrganizationSince(reading: RestReading): Promise<Outcome> {
  const { organizationId: id, request, rest, timeZone } = reading;
  if (id === undefined) return { is: 'none', because: 'not-found' };
  const path = `/api/v2/organizations/${id}.json`;
  const asked = await rest.ask(request, { what: 'the organization', path, schema: organizationSchema });
  return asked.is === 'failed'
    ? asked
    : { ...dayOutcome(asked.body.organization.created_at, timeZone), ...askedAt(asked) };
}

const requestedSchema = z.object({
  tickets: z.array(z.object({ id: z.number(), status: z.string(), created_at: z.string() })),
  meta: z.nullish(z.object({ has_more: z.nullish(z.boolean()) })),
});
type Requested = z.output<typeof requestedSchema>['tickets'][number];

/**
 * The requester's other tickets, out of the list of the requester and not out of the search, which lags behind. A list of ids, so that an
 * SOP can count it. Source: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-tickets
 */
const otherTickets =
  (belongs: (ticket: Requested, now: number) => boolean) =>
  async (reading: RestReading): Promise<Outcome> => {
    const { requesterId: id, request, rest, now } = reading;
    if (id === undefined) return { is: 'none', because: 'not-found' };
    const asked = await rest.ask(request, {
      what: 'the requester’s tickets',
      path: `/api/v2/users/${id}/tickets/requested.json`,
      query: { 'page[size]': '100' },
      schema: requestedSchema,
    });
    if (asked.is === 'failed') return asked;
    if (asked.body.meta?.has_more === true)
      return failed('unreadable', 'The requester has more tickets than Zendesk lists at once.');
    const others = asked.body.tickets.filter(
      (ticket) => String(ticket.id) !== request.ticket.id && belongs(ticket, Date.parse(now)),
    );
    return { ...listOutcome(others.map((ticket) => String(ticket.id))), ...askedAt(asked) };
  };

const recent = 30 * 24 * 60 * 60 * 1000;
const isOpen = ({ status }: Requested) => status !== 'solved' && status !== 'closed';

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const yesNo = { kind: 'yes-no' } as const;
const flag = (value: boolean | null | undefined): Outcome =>
  value === null || value === undefined ? { is: 'empty' } : { is: 'value', value };

export const profileFacts: readonly RestFact[] = [
  { record: 'requester', field: 'phone', type: text, read: onRequester(({ phone }) => textOutcome(phone)) },
  { record: 'requester', field: 'alias', type: text, read: onRequester(({ alias }) => textOutcome(alias)) },
  {
    record: 'requester',
    field: 'time_zone',
    type: text,
    read: onRequester(({ time_zone: zone }) => textOutcome(zone)),
  },
  {
    record: 'requester',
    field: 'created_at',
    type: date,
    read: onRequester(({ created_at: at }, zone) => dayOutcome(at, zone)),
  },
  {
    record: 'requester',
    field: 'last_login_at',
    type: date,
    read: onRequester(({ last_login_at: at }, zone) => dayOutcome(at, zone)),
  },
  {
    record: 'requester',
    field: 'suspended',
    type: yesNo,
    read: onRequester(({ suspended }) => flag(suspended)),
  },
  {
    record: 'requester',
    field: 'verified',
    type: yesNo,
    read: onRequester(({ verified }) => flag(verified)),
  },
  { record: 'requester', field: 'open_tickets', type: { kind: 'list' }, read: otherTickets(isOpen) },
  {
    record: 'requester',
    field: 'recent_tickets',
    type: { kind: 'list' },
    read: otherTickets(({ created_at: at }, now) => Date.parse(at) >= now - recent),
  },
  { record: 'organization', field: 'created_at', type: date, read: readOrganizationSince },
];
