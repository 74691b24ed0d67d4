import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunSession } from '../../src/app/run-session.ts';
import type { CurrentUser } from '../../src/app/ports/ticket-desk.ts';
import { createAppWorld, sampleRep, type AppWorld } from '../support/app-world.ts';
import { closingAfter, gatedPorts } from '../support/gated-ports.ts';
import { settle } from '../support/manual-clock.ts';
import { approveWaiting, openRun, workToTheEnd } from '../support/sample-rep.ts';
import { refundSop } from '../support/sample-sops.ts';

const colleague: CurrentUser = { ...sampleRep, id: '8', name: 'Sample Colleague' };

function createWorld(fates: AppWorld['fates'] = []): AppWorld {
  const world = createAppWorld(refundSop);
  world.facts.set('order number', '1001').set('order value', '$120');
  world.fates.push(...fates);
  return world;
}

const refunds = ({ done }: AppWorld) => done.filter(({ operation }) => operation === 'stripe.refund');

/** Every end that the log of the ledger holds for refunds. */
async function refundEnds(world: AppWorld): Promise<readonly string[]> {
  const run = await world.ledger.latestRun('4512');
  return (run?.events ?? []).flatMap((event) =>
    event.type === 'execution-ended' && event.command.startsWith('1.') ? [event.result.is] : [],
  );
}

/** Works in a tab that is closed after so many steps, between any two of them. True if it was closed. */
async function workUntilClosed(world: AppWorld, steps: number, user = sampleRep): Promise<boolean> {
  const tab = closingAfter(steps);
  const work = async () => {
    const session = await openRun(world, gatedPorts(world.browser(user), tab.gate));
    await workToTheEnd(session, world);
    await session.close();
  };
  const working = work();
  working.catch(() => undefined);
  await Promise.race([working, tab.closed]);
  await settle();
  return tab.isClosed();
}

async function workOn(world: AppWorld, user: CurrentUser): Promise<RunSession> {
  const session = await openRun(world, world.browser(user));
  await workToTheEnd(session, world);
  return session;
}

const anyFate = fc.constantFrom('succeeds', 'lost-after', 'lost-before', 'fails');
const anyBody = fc.constantFrom(sampleRep, colleague);

describe('an approved action', { timeout: 120_000 }, () => {
  it('happens exactly once, wherever the tab is closed and whatever the system answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.array(anyFate, { maxLength: 3 }),
        anyBody,
        async (steps, fates, next) => {
          const world = createWorld(fates);
          await workUntilClosed(world, steps);
          const session = await workOn(world, next);
          expect(session.context.advanced.outcome).toEqual({ is: 'closed', as: 'resolved' });
          expect(refunds(world)).toHaveLength(1);
          expect((await refundEnds(world)).filter((end) => end === 'succeeded')).toHaveLength(1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('happens exactly once although the tab is closed again and again', async () => {
    const closings = fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(closings, fc.array(anyFate, { maxLength: 4 }), async (steps, fates) => {
        const world = createWorld(fates);
        for (const count of steps) await workUntilClosed(world, count);
        await workOn(world, sampleRep);
        expect(refunds(world)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  it('is not carried out by itself when the run is opened again', async () => {
    for (let steps = 0; steps <= 60; steps += 1) {
      const world = createWorld();
      await workUntilClosed(world, steps);
      const before = world.done.length;
      const session = await openRun(world);
      await session.settled();
      await world.clock.advance(10 * 60_000);
      expect(world.done.length).toBe(before);
    }
  });

  it('happens exactly once when two people approve it at the same instant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), anyFate, anyBody, async (scheduler, fate, other) => {
        const world = createWorld([fate]);
        const one = await openRun(world);
        await one.settled();
        const gate = (name: string) => scheduler.schedule(Promise.resolve(), name).then(() => undefined);
        const ports = [gatedPorts(world.browser(sampleRep), gate), gatedPorts(world.browser(other), gate)];
        const opening = ports.map((of) => openRun(world, of));
        await scheduler.waitFor(Promise.all(opening));
        const sessions = await Promise.all(opening);
        await scheduler.waitFor(Promise.all(sessions.map((session) => session.settled())));
        await scheduler.waitFor(Promise.all(sessions.map((session) => approveWaiting(session))));
        expect(refunds(world).length).toBeLessThanOrEqual(1);
        for (const session of sessions) await scheduler.waitFor(session.journal.log.allSaved());
        await workOn(world, sampleRep);
        expect(refunds(world)).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});
