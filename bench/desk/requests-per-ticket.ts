import { median } from '../measure.ts';
import type { Measured } from '../run.ts';
import type { AnsweredRequest, DeskClient, DeskTicket } from './desk-client.ts';
import { openWhile, type TicketPlace } from './open-ticket.ts';

/** Requests before the rep acts. Source: docs/architecture, the budget that all tabs of an agent share. */
const AT_MOST = 12;

/** So long without a request means that the app waits for somebody: it saves a run a few seconds after the last answer. */
const QUIET = 4000;
const LONGEST = 30_000;
const GLANCE = 100;

type Counted = { readonly ticket: DeskTicket; readonly requests: readonly AnsweredRequest[] };

/** Opens every ticket of the desk for which there is an SOP and counts what the app asks until it waits for the rep. */
export async function benchRequestsPerTicket(
  place: Omit<TicketPlace, 'ticket'>,
  desk: DeskClient,
): Promise<readonly Measured[]> {
  const titles = await desk.sopTitles();
  const counted: Counted[] = [];
  for (const ticket of await desk.tickets()) {
    await desk.reset();
    const said = await openWhile({ ...place, ticket: ticket.id }, () => untilQuiet(desk));
    if (titles.some((title) => said.startsWith(title)))
      counted.push({ ticket, requests: await desk.requests() });
  }
  if (counted.length === 0) throw new Error('No ticket of the desk showed an SOP.');
  return [measuredOf(counted)];
}

function measuredOf(counted: readonly Counted[]): Measured {
  const counts = counted.map(({ requests }) => requests.length);
  const most = counted.reduce((a, b) => (b.requests.length > a.requests.length ? b : a));
  return {
    what: 'requests per ticket before the rep acts, the most of any ticket',
    value: most.requests.length,
    unit: '',
    atMost: AT_MOST,
    ran: `Each of the ${counted.length} tickets of the desk that an SOP matches, opened in a fresh world until ${QUIET / 1000} s passed without a request; median ${median(counts)}. The most was ticket ${most.ticket.id}: ${bySystem(most.requests)}.`,
  };
}

/** `zendesk 5, shopify 1`. */
function bySystem(requests: readonly AnsweredRequest[]): string {
  const systems = Map.groupBy(requests, ({ system }) => system);
  return [...systems].map(([system, asked]) => `${system} ${asked.length}`).join(', ');
}

async function untilQuiet(desk: DeskClient): Promise<void> {
  const until = Date.now() + LONGEST;
  while (Date.now() < until) {
    const requests = await desk.requests();
    const last = Math.max(...requests.map(({ ended }) => ended));
    if (requests.length > 0 && Date.now() - last > QUIET) return;
    await new Promise((resolve) => setTimeout(resolve, GLANCE));
  }
  throw new Error(`The app still asked its systems after ${LONGEST / 1000} s, with nobody doing anything.`);
}
