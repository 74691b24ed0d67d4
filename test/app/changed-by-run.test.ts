import { beforeEach, describe, expect, it } from 'vitest';
import type { AppPorts } from '../../src/app/app-ports.ts';
import { catchUp } from '../../src/app/catch-up.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { waitsForColleague } from '../../src/app/watch-time.ts';
import { createAppWorld, sampleRep, type AppWorld } from '../support/app-world.ts';
import { approveWaiting, openRun } from '../support/sample-rep.ts';

const sop = `---
sop: refund
title: Refund
version: 1
status: live
owner: Payments
reviewed: 2026-09-14
review_every: 6 months
matches: ticket form = "Shipping"
inputs:
  order value: money USD from shopify.order.total_price
  already refunded: money USD from stripe.charge.amount_refunded
actions:
  full refund: stripe.refund (amount = order value) needs Payments
---

# Refund

## Steps

1. **Refund.**
   - Propose full refund.

2. **Look.**
   - If already refunded > $0: close as "refunded".
   - Else: escalate to Payments because "nothing was refunded".
`;

let world: AppWorld;
let session: RunSession;
/** What each fact was asked for, in order: `already refunded newest`. */
let asked: string[];

beforeEach(async () => {
  asked = [];
  world = createAppWorld(sop);
  world.settings.set('teams', 'Payments = group 9');
  world.facts.set('order value', '$120').set('already refunded', '$0');
  const ports = world.browser();
  session = await openRun(world, {
    ...ports,
    records: {
      ...ports.records,
      read: (request) => {
        asked.push(`${request.fact} ${request.freshness}`);
        return ports.records.read(request);
      },
    },
  });
  await session.settled();
  await session.journal.log.allSaved();
});

/** A member of Payments refunds in a browser of their own, and leaves before anything is read there. */
async function colleagueRefunds(): Promise<void> {
  const ports: AppPorts = world.browser({ ...sampleRep, id: '8', memberOf: ['group 9'] });
  const never = { ...ports.records, read: () => new Promise<never>(() => undefined) };
  const theirs = await openRun(world, { ...ports, records: never });
  await approveWaiting(theirs);
  await theirs.journal.log.allSaved();
}

describe('a run that waits for somebody with a role to approve', () => {
  it('is looked at again by itself after a minute, because only another tab can go on with it', async () => {
    expect(waitsForColleague(session, '2026-11-20T09:00:10.000Z')).toBe(false);
    expect(waitsForColleague(session, '2026-11-20T09:05:00.000Z')).toBe(true);
  });

  it('reads anew from the system that was changed, whatever this tab has fetched before', async () => {
    await colleagueRefunds();
    world.facts.set('already refunded', '$120');
    await catchUp(session);
    await session.settled();
    expect(asked).toContain('order value shared');
    expect(asked.filter((one) => one.startsWith('already refunded'))).toContain('already refunded newest');
    expect(session.context.advanced.outcome).toEqual({ is: 'closed', as: 'refunded' });
  });
});
