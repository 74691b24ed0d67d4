import { beforeEach, describe, expect, it } from 'vitest';
import type { AppPorts } from '../../src/app/app-ports.ts';
import type { CurrentUser } from '../../src/app/ports/ticket-desk.ts';
import { startRefreshing } from '../../src/app/read-again.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { settleUnknown } from '../../src/app/settle-unknown.ts';
import { makeWay, takeOver } from '../../src/app/take-over.ts';
import { createAppWorld, sampleRep, type AppWorld } from '../support/app-world.ts';
import { settle } from '../support/manual-clock.ts';
import { approveWaiting, openRun, waitingProposal } from '../support/sample-rep.ts';
import { refundSop } from '../support/sample-sops.ts';

const colleague: CurrentUser = { ...sampleRep, id: '8', name: 'Sample Colleague' };
const refundId = '1.1>1.1';

/** The refund depends on a field of the ticket; otherwise it is another one. */
const branchedSop = refundSop
  .replace('actions:', '  order status: text from zendesk.ticket.field "Order status"\nactions:')
  .replace('amount = order value', 'amount = order value\n  small refund: stripe.refund (amount = $10)')
  .replace('If order value < $200:', 'If order status = "open":')
  .replace('escalate to Tier 2 because "too much"', 'propose small refund');

let world: AppWorld;

function create(sop: string): void {
  world = createAppWorld(sop);
  world.facts.set('order number', '1001').set('order value', '$120').set('order status', 'open');
}

async function open(ports: AppPorts = world.browser()): Promise<RunSession> {
  const session = await openRun(world, ports);
  await session.settled();
  return session;
}

const refunds = () => world.done.filter(({ operation }) => operation === 'stripe.refund');
const stateIn = ({ context }: RunSession) => context.advanced.plan.find(({ id }) => id === refundId)?.state;

/** A browser in which an action takes until it is let go. */
function slowBrowser(): { readonly ports: AppPorts; readonly letGo: () => void } {
  const ports = world.browser(colleague);
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

describe('another run', () => {
  beforeEach(() => create(refundSop));

  it('does not begin while a colleague carries something out of which the log says nothing yet', async () => {
    const mine = await open();
    const slow = slowBrowser();
    const theirs = await open(slow.ports);
    const approving = approveWaiting(theirs);
    await settle();
    expect(await makeWay(mine, 'begun-again')).toBe(false);
    expect(mine.context.advanced.outcome).toBeUndefined();
    slow.letGo();
    await approving;
    expect(await makeWay(mine, 'begun-again')).toBe(true);
    expect(stateIn(mine)).toMatchObject({ is: 'ended', result: { is: 'succeeded' }, by: { id: '8' } });
  });

  it('begins after one that was taken over with an unknown end, as soon as the system can tell', async () => {
    world.fates.push('lost-after');
    world.canTell = false;
    const session = await open();
    await approveWaiting(session);
    await session.settled();
    await takeOver(session, 'known customer');
    await session.close();
    const reopened = await open();
    expect(await makeWay(reopened, 'begun-again')).toBe(false);
    await reopened.settled();
    await reopened.close();
    world.canTell = true;
    expect(await makeWay(await open(), 'begun-again')).toBe(true);
  });
});

describe('an end that nobody knows', () => {
  it('is what the ledger says by now, whatever a person says who has not heard of it', async () => {
    create(refundSop);
    world.fates.push('lost-after');
    world.canTell = false;
    const theirs = await open();
    await approveWaiting(theirs);
    await theirs.settled();
    await theirs.journal.log.allSaved();
    const mine = await open(world.browser(colleague));
    const claim = (await world.ledger.claims('4512-1', [refundId])).get(refundId)?.claim;
    if (!claim) throw new Error('There is no claim.');
    await world.ledger.recordResult(claim, { is: 'succeeded', reference: 're_1' });
    await settleUnknown(mine, refundId, 'did-not-happen');
    expect(stateIn(mine)).toMatchObject({ is: 'ended', result: { is: 'succeeded', reference: 're_1' } });
  });
});

describe('an execution of one rep, while a fact that led to it changes for the other', () => {
  beforeEach(() => create(branchedSop));

  const changeTicket = async (session: RunSession) => {
    world.facts.set('order status', 'shipped');
    world.ticket = { ...world.ticket, updatedAt: world.clock.now() };
    startRefreshing(session, 'ticket-changed');
    await session.settled();
  };

  it('is not left out of the log, and nothing else is proposed in its place', async () => {
    const mine = await open();
    const theirs = await open(world.browser(colleague));
    await world.clock.advance(3000);
    await approveWaiting(mine);
    await changeTicket(theirs);
    expect(waitingProposal(theirs)?.action).toBe('small refund');
    await world.clock.advance(40_000);
    expect(stateIn(mine)).toMatchObject({ is: 'ended', result: { is: 'succeeded' } });
    await approveWaiting(theirs);
    expect(refunds()).toHaveLength(1);
    await world.clock.advance(31_000);
    expect(stateIn(theirs)).toMatchObject({ is: 'ended', result: { is: 'succeeded' } });
    const stored = await world.ledger.latestRun('4512');
    expect(
      stored?.events.filter((event) => event.type === 'execution-ended' && event.command === refundId),
    ).toHaveLength(1);
    expect(mine.journal.log.saving).toEqual({ is: 'saved' });
  });

  it('keeps the other one from carrying out something else', async () => {
    const mine = await open();
    const theirs = await open(world.browser(colleague));
    await world.clock.advance(3000);
    await approveWaiting(mine);
    await changeTicket(theirs);
    await world.clock.advance(3000);
    await approveWaiting(theirs);
    expect(refunds()).toHaveLength(1);
    expect(stateIn(theirs)).toMatchObject({ is: 'running' });
  });

  it('is said where the other one could not know and has carried out something else', async () => {
    const ports = world.browser();
    let isDown = false;
    const ledger: AppPorts['ledger'] = {
      ...ports.ledger,
      claim: (claim) => {
        isDown = true;
        return ports.ledger.claim(claim);
      },
      save: (run) =>
        isDown ? Promise.resolve({ is: 'failed', reason: 'Zendesk answered 503.' }) : ports.ledger.save(run),
    };
    const mine = await open({ ...ports, ledger });
    const theirs = await open(world.browser(colleague));
    await world.clock.advance(3000);
    await approveWaiting(mine);
    await changeTicket(theirs);
    await approveWaiting(theirs);
    await theirs.journal.log.allSaved();
    isDown = false;
    await world.clock.advance(40_000);
    expect(mine.journal.problem).toContain('carried out here');
    expect(stateIn(mine)).toMatchObject({ is: 'ended', result: { is: 'succeeded' } });
    expect(mine.journal.log.saving).toMatchObject({ is: 'not-saved' });
  });
});

describe('an approval that was interrupted', () => {
  it('is not carried out minutes later, when somebody else may have gone on', async () => {
    create(refundSop);
    const ports = world.browser();
    const ledger: AppPorts['ledger'] = {
      ...ports.ledger,
      claim: async (claim) => {
        const answer = await ports.ledger.claim(claim);
        await world.clock.advance(6 * 60_000);
        return answer;
      },
    };
    const session = await open({ ...ports, ledger });
    expect(await approveWaiting(session)).toMatchObject({ is: 'failed', failure: { code: 'stale' } });
    expect(refunds()).toEqual([]);
  });
});
