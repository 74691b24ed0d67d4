import { describe, expect, it } from 'vitest';
import { withQuickTimers } from './quick-timers.ts';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { deskSop } from '../../desk/world/sops.ts';
import { AGENTS } from '../../desk/world/people.ts';
import type { BrowserLock } from '../../src/app/ports/ledger.ts';
import type { ProposalView } from '../../src/app/proposal-view.ts';
import { createBrowserLock } from '../../src/systems/memory/browser-lock.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';
import { createJitteryClient } from './jittery-client.ts';
import { seededRandom } from './seeded-random.ts';
import { stripeScenarios } from './scenarios/stripe.ts';
import { pass } from './work-a-run.ts';

const [refund] = stripeScenarios;

/** How often each race is run, each time with another seed. */
const interleavings = 200;

type Runner = { readonly user: number; readonly lock: BrowserLock };

/** Who races: their number of browsers and people. */
const races: readonly (readonly [string, () => readonly Runner[]])[] = [
  [
    'two tabs of one browser',
    () => {
      const lock = createBrowserLock(undefined);
      return [
        { user: AGENTS.rep.id, lock },
        { user: AGENTS.rep.id, lock },
      ];
    },
  ],
  [
    'one rep in two browsers',
    () => [
      { user: AGENTS.rep.id, lock: createBrowserLock(undefined) },
      { user: AGENTS.rep.id, lock: createBrowserLock(undefined) },
    ],
  ],
  [
    'two reps',
    () => [
      { user: AGENTS.rep.id, lock: createBrowserLock(undefined) },
      { user: AGENTS.secondRep.id, lock: createBrowserLock(undefined) },
    ],
  ],
];

type Race = {
  readonly clock: ManualClock;
  readonly desk: NodeDesk;
  readonly sidebars: readonly DeskSidebar[];
};

async function startRace(runners: readonly Runner[], seed: number): Promise<Race> {
  if (!refund) throw new Error('There is no refund to race for.');
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now(), sops: [deskSop(refund.sop)] });
  desk.state.systems.zendesk.state.settings['sop_mappings'] = 'ticket status != "" -> scenario';
  const random = seededRandom(seed);
  const { ticketId } = refund;
  const sidebars: DeskSidebar[] = [];
  for (const { user, lock } of runners) {
    const client = createJitteryClient(desk.zafClientFor({ ticketId, user }), clock, random);
    sidebars.push(
      await whileTimePasses(clock, openDeskSidebar(desk, { ticketId, user, clock, client, lock })),
    );
  }
  await until(clock, () => sidebars.every((sidebar) => proposalOf(sidebar)?.preparation.is === 'ready'));
  return { clock, desk, sidebars };
}

const proposalOf = ({ proposals }: DeskSidebar): ProposalView | undefined => proposals()[0];

async function until(clock: ManualClock, holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (holds()) return;
    await pass(clock, turn < 100 ? 100 : 5000);
  }
  throw new Error('It never came to that.');
}

async function whileTimePasses<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  const state = { isDone: false };
  const done = work.finally(() => {
    state.isDone = true;
  });
  await until(clock, () => state.isDone);
  return done;
}

/** What both see when it is over, and what was really done. */
async function finish({ clock, desk, sidebars }: Race) {
  await until(clock, () => sidebars.every((sidebar) => proposalOf(sidebar)?.state.is === 'succeeded'));
  const seen = sidebars.map((sidebar) => {
    const state = proposalOf(sidebar)?.state;
    return state?.is === 'succeeded' ? state.by.name : undefined;
  });
  await Promise.all(sidebars.map(({ store }) => whileTimePasses(clock, store.close())));
  return {
    refunds: desk.state.systems.stripe.state.refunds.map(({ amount }) => amount),
    seen: [...new Set(seen)],
    contract: desk.contract?.read().requests ?? [],
  };
}

withQuickTimers();

describe.each(races)('%s approve the same refund at the same instant', (_, runnersOf) => {
  it(
    `in ${interleavings} interleavings: it happens once, and both see who did it`,
    { timeout: 240_000 },
    async () => {
      const winners = new Map<string, number>();
      for (let seed = 1; seed <= interleavings; seed += 1) {
        const race = await startRace(runnersOf(), seed);
        for (const sidebar of race.sidebars) {
          const proposal = proposalOf(sidebar);
          if (proposal)
            sidebar.store.send({ type: 'approve', command: proposal.id, parameters: proposal.parameters });
        }
        const end = await finish(race);
        expect({ seed, ...end }).toMatchObject({ refunds: [14_210], contract: [] });
        expect(end.seen, `seed ${seed}`).toHaveLength(1);
        const winner = end.seen[0] ?? '';
        winners.set(winner, (winners.get(winner) ?? 0) + 1);
      }
      // Chance decides who wins: a race that the same side always won would be none.
      const names = new Set(runnersOf().map(({ user }) => user));
      expect(winners.size).toBe(names.size);
    },
  );
});
