import { beforeEach, describe, expect, it } from 'vitest';
import type { AppPorts } from '../../src/app/app-ports.ts';
import type { CurrentUser } from '../../src/app/ports/ticket-desk.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { settleUnknown } from '../../src/app/settle-unknown.ts';
import { createAppWorld, sampleRep, type AppWorld } from '../support/app-world.ts';
import { settle } from '../support/manual-clock.ts';
import { approveWaiting, openRun } from '../support/sample-rep.ts';
import { refundSop } from '../support/sample-sops.ts';

const colleague: CurrentUser = { ...sampleRep, id: '8', name: 'Sample Colleague' };
const refundId = '1.1>1.1';

let world: AppWorld;

beforeEach(() => {
  world = createAppWorld(refundSop);
  world.facts.set('order number', '1001').set('order value', '$120');
});

async function open(ports: AppPorts = world.browser()): Promise<RunSession> {
  const session = await openRun(world, ports);
  await session.settled();
  return session;
}

const stored = async () => (await world.ledger.claims('4512-1', [refundId])).get(refundId)?.result?.is;

function endOf({ context }: RunSession): string | undefined {
  const state = context.advanced.plan.find(({ id }) => id === refundId)?.state;
  return state?.is === 'ended' ? state.result.is : state?.is;
}

/** A browser whose clock is ahead of everybody else's. Milliseconds. */
function aheadBy(milliseconds: number, ports: AppPorts): AppPorts {
  const now = () => new Date(Date.parse(world.clock.now()) + milliseconds).toISOString();
  return { ...ports, clock: { ...ports.clock, now } };
}

/** A browser in which an action takes until it is let go. */
function slowBrowser(): { readonly ports: AppPorts; readonly letGo: () => void } {
  const ports = world.browser();
  let letGo: () => void = () => undefined;
  const untilLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const actions: AppPorts['actions'] = {
    ...ports.actions,
    execute: async (...parameters) => {
      await untilLetGo;
      return ports.actions.execute(...parameters);
    },
  };
  return { ports: { ...ports, actions }, letGo };
}

/** A browser whose log reaches the ledger later than its results do. */
function withSlowLog(ports: AppPorts): AppPorts {
  const save: AppPorts['ledger']['save'] = async (run) => {
    await new Promise<void>((resolve) => void world.clock.after(3000, resolve));
    return ports.ledger.save(run);
  };
  return { ...ports, ledger: { ...ports.ledger, save } };
}

describe('two people who settle an unknown end differently at the same time', () => {
  it.each(['mine', 'theirs'])(
    'are left with the one end that stands beside the claim, when %s is first',
    async (first) => {
      world.fates.push('lost-after');
      world.canTell = false;
      const mine = await open(withSlowLog(world.browser()));
      const approving = approveWaiting(mine);
      await world.clock.advance(10_000);
      await approving;
      await mine.settled();
      await world.clock.advance(10_000);
      const theirs = await open(world.browser(colleague));
      await theirs.settled();
      await settle();
      const settlements = [
        () => settleUnknown(mine, refundId, 'happened'),
        () => settleUnknown(theirs, refundId, 'did-not-happen'),
      ];
      if (first === 'theirs') settlements.reverse();
      await Promise.all(settlements.map((of) => of()));
      await world.clock.advance(120_000);
      await Promise.all([mine.settled(), theirs.settled()]);
      const result = await stored();
      expect(result).toBe(first === 'mine' ? 'succeeded' : 'failed');
      expect([mine, theirs, await open()].map(endOf)).toEqual([result, result, result]);
    },
  );
});

describe('a clock that is six minutes ahead', () => {
  it('does not take what a colleague is carrying out for abandoned', async () => {
    const slow = slowBrowser();
    const theirs = await open(slow.ports);
    const approving = approveWaiting(theirs);
    await settle();
    await world.clock.advance(1000);
    const mine = await open(aheadBy(6 * 60_000, world.browser(colleague)));
    await world.clock.advance(5000);
    await approveWaiting(mine);
    await world.clock.advance(20_000);
    expect(endOf(mine)).not.toBe('failed');
    slow.letGo();
    await approving;
    await world.clock.advance(120_000);
    await Promise.all([mine.settled(), theirs.settled()]);
    expect(world.done.filter(({ operation }) => operation === 'stripe.refund')).toHaveLength(1);
    expect([await stored(), ...[mine, theirs, await open()].map(endOf)]).toEqual(Array(4).fill('succeeded'));
  });
  it('believes that a lost request did not arrive no sooner than others do', async () => {
    world.fates.push('lost-before');
    const theirs = await open();
    await approveWaiting(theirs);
    await theirs.journal.log.allSaved();
    await theirs.close();
    const mine = await open(aheadBy(6 * 60_000, world.browser(colleague)));
    await world.clock.advance(1000);
    await mine.settled();
    expect(endOf(mine)).toBe('unknown');
    await world.clock.advance(120_000);
    expect(endOf(mine)).toBe('failed');
  });
});

describe('a colleague whose clock is an hour ahead', () => {
  it('does not keep others from learning for an hour that a lost request did not arrive', async () => {
    world.fates.push('lost-before');
    const theirs = await open(aheadBy(60 * 60_000, world.browser(colleague)));
    await approveWaiting(theirs);
    await theirs.journal.log.allSaved();
    await theirs.close();
    const mine = await open();
    await world.clock.advance(30_000);
    await mine.settled();
    expect(endOf(mine)).toBe('failed');
  });
});
