import { middleOf } from '../measure.ts';
import type { Measured } from '../run.ts';
import { depthOf } from './depth.ts';
import type { DeskClient } from './desk-client.ts';
import { openToPlan, type TicketPlace } from './open-ticket.ts';

const LOADS = 15;
/** Loads before those that count: the server and the browser warm up. */
const WARM_UP = 2;
const AMOUNT = '$142.10';

/** Targets in milliseconds, for a desk that answers at once and for one that takes its time. Source: the app's budget of a ticket. */
const AT_MOST_AT_ONCE = 300;
const ANSWER_TAKES = 200;
const DEEPEST = 3;
/** What a busy machine may add to a wait that goes through timers of two programs. */
const SLACK = 100;

type Loads = { readonly times: readonly number[]; readonly depths: readonly number[] };

/** From the message that registers the app to the plan on the screen, with systems that answer at once and with slow ones. */
export async function benchTimeToPlan(
  place: Omit<TicketPlace, 'ticket'>,
  desk: DeskClient,
): Promise<readonly Measured[]> {
  const ticket = await ticketOfAmount(desk);
  const load = async (answerTakes: number, count: number): Promise<Loads> => {
    const loads: { time: number; depth: number }[] = [];
    for (let n = 0; n < count; n++) {
      // One load at a time: what is measured is one rep in front of one ticket.
      loads.push(await loadOnce({ ...place, ticket }, desk, answerTakes));
    }
    return { times: loads.map(({ time }) => time), depths: loads.map(({ depth }) => depth) };
  };
  await load(0, WARM_UP);
  const atOnce = await load(0, LOADS);
  const slow = await load(ANSWER_TAKES, LOADS);
  return timeMeasured(atOnce, slow);
}

async function loadOnce(
  place: TicketPlace,
  desk: DeskClient,
  answerTakes: number,
): Promise<{ time: number; depth: number }> {
  await desk.reset();
  await desk.answerWithin(answerTakes);
  const shown = await openToPlan({ ...place, amount: AMOUNT });
  const before = (await desk.requests()).filter(({ ended }) => ended <= shown.at);
  return { time: shown.milliseconds, depth: depthOf(before) };
}

function timeMeasured(atOnce: Loads, slow: Loads): readonly Measured[] {
  const first = middleOf(atOnce.times);
  const second = middleOf(slow.times);
  const waits = (second.value - first.value) / ANSWER_TAKES;
  return [
    {
      what: 'app.registered to the plan on the screen, systems answer at once',
      ...first,
      unit: 'ms',
      atMost: AT_MOST_AT_ONCE,
      ran: `The ticket “late parcel, ${AMOUNT}” in the desk, ${LOADS} loads, each in a fresh browser profile and a fresh world: median.`,
    },
    {
      what: `app.registered to the plan on the screen, every answer takes ${ANSWER_TAKES} ms`,
      ...second,
      unit: 'ms',
      atMost: Math.round(DEEPEST * ANSWER_TAKES + first.value + SLACK),
      ran: `The same ${LOADS} loads; the target is ${DEEPEST} answers deep, plus the line above, plus ${SLACK} ms. The wait was ${waits.toFixed(1)} answers long.`,
    },
    {
      what: 'answers that wait for each other before the plan shows',
      value: Math.max(...slow.depths),
      unit: '',
      atMost: DEEPEST,
      ran: `The longest chain in the desk’s request log, over those ${LOADS} loads, of requests answered before the plan showed, each of which began after another’s answer.`,
    },
  ];
}

async function ticketOfAmount(desk: DeskClient): Promise<number> {
  const found = (await desk.tickets()).find(({ shows }) => shows.includes(AMOUNT));
  if (!found) throw new Error(`The desk has no ticket about ${AMOUNT}.`);
  return found.id;
}
