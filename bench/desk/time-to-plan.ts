import { middleOf } from '../measure.ts';
import { waitForQuiet } from '../quiet.ts';
import type { Measured } from '../run.ts';
import type { AnsweredRequest, DeskClient } from './desk-client.ts';
import { longestChain } from './longest-chain.ts';
import { openToPlan, type TicketPlace } from './open-ticket.ts';

const LOADS = 15;
/** Loads before those that count: the server and the browser warm up. */
const WARM_UP = 2;
const AMOUNT = '$142.10';

/** Targets in milliseconds, for a desk that answers at once and for one that takes its time. Source: the app's budget of a ticket. */
const AT_MOST_AT_ONCE = 300;
const ANSWER_TAKES = 200;
const DEEPEST = 3;
/** What a busy machine may add to a wait that goes through the timers of two programs. */
const SLACK = 100;

type Load = {
  readonly time: number;
  readonly isQuiet: boolean;
  /** Requests that were answered before the plan showed. */
  readonly before: readonly AnsweredRequest[];
  /** What the files weigh that the browser had loaded for the app by then, in kB. */
  readonly loaded: number;
};

/** From the message that registers the app to the plan on the screen, with systems that answer at once and with slow ones. */
export async function benchTimeToPlan(
  place: Omit<TicketPlace, 'ticket'>,
  desk: DeskClient,
): Promise<readonly Measured[]> {
  const there = { ...place, ticket: await ticketOfAmount(desk) };
  for (let n = 0; n < WARM_UP; n++) await loadOnce(there, desk, 0);
  const atOnce: Load[] = [];
  const slow: Load[] = [];
  // In turns, so that a machine that is busy for a while is so for both.
  for (let n = 0; n < LOADS; n++) {
    atOnce.push(await loadOnce(there, desk, 0));
    slow.push(await loadOnce(there, desk, ANSWER_TAKES));
  }
  return [...timesOf(atOnce, slow), depthMeasured(slow), weightMeasured(atOnce)];
}

async function loadOnce(place: TicketPlace, desk: DeskClient, answerTakes: number): Promise<Load> {
  await desk.reset();
  await desk.answerWithin(answerTakes);
  const isQuiet = await waitForQuiet();
  const { milliseconds, at, loaded } = await openToPlan({ ...place, amount: AMOUNT });
  const before = (await desk.requests()).filter(({ ended }) => ended <= at);
  return { time: milliseconds, isQuiet, before, loaded };
}

function timesOf(atOnce: readonly Load[], slow: readonly Load[]): readonly Measured[] {
  const first = middleOf(atOnce.map(({ time }) => time));
  const second = middleOf(slow.map(({ time }) => time));
  const waits = (second.value - first.value) / ANSWER_TAKES;
  return [
    {
      what: 'app.registered to the plan on the screen, systems answer at once',
      ...first,
      unit: 'ms',
      atMost: AT_MOST_AT_ONCE,
      ran: `The ticket “late parcel, ${AMOUNT}” in the desk, ${LOADS} loads, each in a fresh browser profile and a fresh world: median. ${noise(atOnce)}`,
    },
    {
      what: `app.registered to the plan on the screen, every answer takes ${ANSWER_TAKES} ms`,
      ...second,
      unit: 'ms',
      atMost: Math.round(DEEPEST * ANSWER_TAKES + first.value + SLACK),
      ran: `As many loads of the same ticket, in turns with those above. The target is ${DEEPEST} answers, plus the line above, plus ${SLACK} ms; the wait was ${waits.toFixed(1)} answers longer than above. ${noise(slow)}`,
    },
  ];
}

function depthMeasured(slow: readonly Load[]): Measured {
  const chains = slow.map(({ before }) => longestChain(before));
  const { value, between } = middleOf(chains.map(({ length }) => length));
  const example = chains.find(({ length }) => length === Math.round(value)) ?? [];
  return {
    what: 'answers that wait for each other before the plan shows',
    value,
    between,
    unit: '',
    atMost: DEEPEST,
    ran: `The longest chain in the desk’s request log of requests that were answered before the plan showed, each of which began after another’s answer; median of the slow loads. One of them: ${example.map(shortName).join(', then ')}.`,
  };
}

/** The budget of the first load covers what is there before the first picture; this is what the rep has loaded when the plan shows. */
function weightMeasured(loads: readonly Load[]): Measured {
  return {
    what: 'everything that was loaded of the app when the plan shows, gzip',
    value: middleOf(loads.map(({ loaded }) => loaded)).value,
    unit: 'kB',
    ran: 'The app’s page, scripts and styles that the browser had received by then, in the desk’s build of the app, gzip -9 each. No target.',
  };
}

/** `stripe GET /v1/customers`. */
function shortName({ system, method, url }: AnsweredRequest): string {
  return `${system} ${method} ${new URL(url, 'https://zendesk').pathname}`;
}

function noise(loads: readonly Load[]): string {
  const busy = loads.filter(({ isQuiet }) => !isQuiet).length;
  return busy === 0
    ? 'The machine was quiet.'
    : `The machine was busy with something else at ${busy} of them.`;
}

async function ticketOfAmount(desk: DeskClient): Promise<number> {
  const found = (await desk.tickets()).find(({ shows }) => shows.includes(AMOUNT));
  if (!found) throw new Error(`The desk has no ticket about ${AMOUNT}.`);
  return found.id;
}
