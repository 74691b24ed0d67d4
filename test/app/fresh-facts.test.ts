import { beforeEach, describe, expect, it } from 'vitest';
import type { RunSession } from '../../src/app/run-session.ts';
import { createAppWorld, unavailable, type AppWorld } from '../support/app-world.ts';
import { approveWaiting, openRun, waitingProposal } from '../support/sample-rep.ts';
import { boundedRefundSop } from '../support/sample-sops.ts';

let world: AppWorld;
let session: RunSession;

/** “If order value < $200: propose refund; else: escalate”, with chargebacks that must be none. */
beforeEach(async () => {
  world = createAppWorld(boundedRefundSop);
  world.facts
    .set('order number', '1001')
    .set('order value', '$120')
    .set('prior chargebacks', 0)
    .set('order age', 2);
  session = await openRun(world);
  await session.settled();
});

const refundId = () => waitingProposal(session)?.id ?? '';
const refunded = () => world.done.filter(({ operation }) => operation === 'stripe.refund');

describe('facts that decided, right before money moves', () => {
  it('are read again when they were read more than half a minute ago', async () => {
    world.calls.length = 0;
    await approveWaiting(session);
    expect(world.calls).not.toContain('read prior chargebacks');
    world = createAppWorld(boundedRefundSop);
    world.facts
      .set('order number', '1001')
      .set('order value', '$120')
      .set('prior chargebacks', 0)
      .set('order age', 2);
    session = await openRun(world);
    await session.settled();
    await world.clock.advance(31_000);
    world.calls.length = 0;
    await approveWaiting(session);
    expect(world.calls).toContain('read prior chargebacks');
    expect(world.calls).toContain('read order value');
    expect(refunded()).toHaveLength(1);
  });

  it('stop the approval when they lead the run elsewhere now, and say so', async () => {
    await world.clock.advance(31_000);
    const command = refundId();
    world.facts.set('prior chargebacks', 2);
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(session.notes.get(command)).toEqual({
      is: 'stale',
      changes: [{ what: 'fact:prior chargebacks', before: '0', after: '2' }],
    });
    await session.settled();
    expect(waitingProposal(session)?.operation).toBe('zendesk.escalate');
  });

  it('let the approval through when a change makes no difference to what is proposed', async () => {
    await world.clock.advance(31_000);
    world.facts.set('order age', 9);
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
    expect(refunded()).toHaveLength(1);
    const readings = session.context.events.filter(
      (event) => event.type === 'fact-read' && event.command.startsWith('refresh/order age'),
    );
    expect(readings).toHaveLength(1);
  });

  it('change the amount only with a new approval', async () => {
    await world.clock.advance(31_000);
    const command = refundId();
    world.facts.set('order value', '$80');
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(session.notes.get(command)).toEqual({
      is: 'stale',
      changes: [{ what: 'parameter:amount', before: 'USD 120', after: 'USD 80' }],
    });
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
    expect(refunded()).toMatchObject([{ amount: 'USD 80' }]);
  });

  it('of a system that is down count for a quarter of an hour, and not longer', async () => {
    await world.clock.advance(60_000);
    world.facts.set('prior chargebacks', unavailable);
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
  });

  it('of a system that is down need to be confirmed when they are old', async () => {
    await world.clock.advance(16 * 60_000);
    const command = refundId();
    world.facts.set('prior chargebacks', unavailable);
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(session.notes.get(command)).toEqual({
      is: 'stale',
      changes: [{ what: 'fact:prior chargebacks', before: '0', after: '' }],
    });
  });
});
