import { afterEach, describe, expect, test, vi } from 'vitest';
import { withQuickTimers } from './quick-timers.ts';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { AGENTS } from '../../desk/world/people.ts';
import { starterSops } from '../../desk/world/sops.ts';
import { FIELDS } from '../../desk/world/ticket-fields.ts';
import { RunLog } from '../../src/app/run-log.ts';
import type { ZafRequest } from '../../src/systems/zendesk/zaf-client.ts';
import { openDeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';
import { outsideEffects } from './outside-effects.ts';
import { createVanishingClient, type VanishingClient } from './vanishing-client.ts';
import { pass, workToTheEnd, type Worked, type WorkedRun } from './work-a-run.ts';

// A run of every starter SOP, whose tab vanishes at every moment that could matter, and which the same rep takes up in a new tab.

type Ticket = Pick<WorkedRun, 'ticketId' | 'filledIn'> & {
  /** What comes to pass outside meanwhile; looked after once a minute. */
  readonly meanwhile?: (desk: NodeDesk) => void;
};

const tickets: Readonly<Record<string, Ticket>> = {
  'account-access': { ticketId: 4532 },
  'address-change': { ticketId: 4529 },
  'carrier-claim': {
    ticketId: 4538,
    meanwhile: ({ state }) => {
      for (const claim of state.systems.easypost.state.claims) claim.status = 'approved';
    },
  },
  'damaged-item': { ticketId: 4518 },
  'data-deletion': { ticketId: 4533 },
  'dispute-received': { ticketId: 4537 },
  'duplicate-charge': { ticketId: 4535 },
  'late-parcel': { ticketId: 4512 },
  'order-cancellation': { ticketId: 4528 },
  'refund-status': { ticketId: 4536 },
  'return-request': {
    ticketId: 4530,
    filledIn: [{ [FIELDS.returnCondition.id]: 'return_as_new', [FIELDS.returnedValue.id]: '$40.00' }],
  },
  'subscription-cancellation': { ticketId: 4534 },
  'wrong-item': { ticketId: 4531 },
};

/** When the tab vanishes. */
type Moment =
  /** The log has got so many events, and none of the last ones has left the tab. */
  | { readonly after: 'event'; readonly count: number }
  /** So many requests have changed something, and the answer to the last one does not arrive. */
  | { readonly after: 'write'; readonly count: number };

type Course = {
  readonly worked: Worked;
  readonly effects: string;
  readonly composer: string;
  /** An action of two requests lost the second, and its result says what was not done along with it. */
  readonly isRemarked: boolean;
  /** The lengths that the log had, and the number of requests that changed something, in the first tab. */
  readonly lengths: readonly number[];
  readonly writes: number;
};

afterEach(() => {
  vi.restoreAllMocks();
});

/** The run from beginning to end; with a moment, in two tabs. */
async function course(ticket: Ticket, moment?: Moment): Promise<Course> {
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now(), isChecked: moment === undefined });
  everyMinute(clock, () => ticket.meanwhile?.(desk));
  const run = { ...ticket, desk, clock };
  const place = { ticketId: ticket.ticketId, user: AGENTS.rep.id };
  // The composer keeps its draft when the page is loaded again.
  const zendesk = desk.zafClientFor(place);
  const writes = { count: 0 };
  const tab: VanishingClient = createVanishingClient(zendesk, {
    onAnswered: (request) => {
      if (!request || !isWrite(request)) return;
      writes.count += 1;
      if (moment?.after === 'write' && writes.count >= moment.count) tab.vanish();
    },
  });
  const lengths = watchLog((length) => {
    if (moment?.after === 'event' && length >= moment.count) tab.vanish();
  });
  const first = await openDeskSidebar(desk, { ...place, clock, client: tab.client });
  let worked = await workToTheEnd(first, run, tab.isGone);
  // Whoever leaves in order saves what is left, and may vanish in doing so.
  if (worked.is !== 'gone') void first.store.close();
  await pass(clock, 3000);
  if (tab.isGone()) {
    const second = await openDeskSidebar(desk, { ...place, clock, client: zendesk });
    worked = await workToTheEnd(second, run);
    await second.store.close();
  }
  expect(desk.contract?.read().requests ?? []).toEqual([]);
  const log = String(
    desk.state.systems.zendesk.state.customObjects.get('signoff_run')?.[0]?.fields['events'],
  );
  return {
    worked,
    effects: outsideEffects(desk),
    composer: zendesk.workspace.composer.text,
    isRemarked: log.includes('"remark":'),
    lengths: [...lengths],
    writes: writes.count,
  };
}

function everyMinute(clock: ManualClock, happen: () => void): void {
  clock.after(60_000, () => {
    happen();
    everyMinute(clock, happen);
  });
}

const isWrite = ({ type, url }: ZafRequest): boolean => type !== 'GET' && !url.includes('graphql');

/** The lengths of the first log that gets an event: the rep's, before any colleague comes. */
function watchLog(onLength: (length: number) => void): ReadonlySet<number> {
  const lengths = new Set<number>();
  let watched: RunLog | undefined;
  const grown = (log: RunLog) => {
    watched ??= log;
    if (watched !== log) return;
    lengths.add(log.events.length);
    onLength(log.events.length);
  };
  // oxlint-disable-next-line typescript/unbound-method -- Applied to the log below.
  const { append, replace } = RunLog.prototype;
  vi.spyOn(RunLog.prototype, 'append').mockImplementation(function (this: RunLog, ...given) {
    append.apply(this, given);
    grown(this);
  });
  vi.spyOn(RunLog.prototype, 'replace').mockImplementation(function (this: RunLog, ...given) {
    replace.apply(this, given);
    grown(this);
  });
  return lengths;
}

/** What is not as it was without the tab vanishing, in words. */
function differences(broken: Course, whole: Course): readonly string[] {
  const [outcome, effects] = [
    JSON.stringify(outcomeOf(broken)),
    firstDifference(broken.effects, whole.effects),
  ];
  return [
    ...(outcome === JSON.stringify(outcomeOf(whole)) ? [] : [outcome]),
    ...(effects === undefined || broken.isRemarked ? [] : [effects]),
    ...(broken.composer === whole.composer ? [] : [`the composer says “${broken.composer}”`]),
  ];
}

function firstDifference(text: string, expected: string): string | undefined {
  const lines = expected.split('\n');
  const found = text.split('\n');
  const at = found.findIndex((line, index) => line !== lines[index]);
  return at === -1 && found.length === lines.length ? undefined : found.slice(at - 6, at + 2).join('\n');
}

const outcomeOf = ({ worked }: Course) => (worked.is === 'ended' ? worked.outcome : worked);

withQuickTimers();

describe('a run whose tab vanishes comes to the same end, with the same effects, each once', () => {
  test.each(Object.keys(tickets))('%s', { timeout: 60_000 }, async (sop) => {
    const ticket = tickets[sop] ?? { ticketId: 0 };
    const whole = await course(ticket);
    vi.restoreAllMocks();
    expect(whole.worked).toEqual({ is: 'ended', outcome: outcomeOf(whole) });
    const moments: readonly Moment[] = [
      ...whole.lengths.map((count) => ({ after: 'event', count }) as const),
      ...Array.from({ length: whole.writes }, (_, index) => ({ after: 'write', count: index + 1 }) as const),
    ];
    const differing: string[] = [];
    for (const moment of moments) {
      const broken = await course(ticket, moment);
      vi.restoreAllMocks();
      const when = `after ${moment.after} ${moment.count}`;
      differing.push(...differences(broken, whole).map((difference) => `${when}: ${difference}`));
    }
    expect(differing).toEqual([]);
  });

  test('for every starter SOP there is a ticket', () => {
    expect(Object.keys(tickets)).toEqual(starterSops().map(({ id }) => id));
  });
});
