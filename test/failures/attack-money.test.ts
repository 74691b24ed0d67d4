import { beforeEach, describe, expect, it } from 'vitest';
import type { AppPorts } from '../../src/app/app-ports.ts';
import { approve } from '../../src/app/approve.ts';
import { approveAll } from '../../src/app/approve-all.ts';
import { chooseRecord } from '../../src/app/choose-record.ts';
import type { CurrentUser } from '../../src/app/ports/ticket-desk.ts';
import { proposeUndo } from '../../src/app/propose-undo.ts';
import { startRefreshing } from '../../src/app/read-again.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { settleUnknown } from '../../src/app/settle-unknown.ts';
import type { RecordChoice } from '../../src/domain/decisions/proposal.ts';
import { createAppWorld, sampleRep, type AppWorld } from '../support/app-world.ts';
import { settle } from '../support/manual-clock.ts';
import { approveWaiting, openRun, waitingProposal } from '../support/sample-rep.ts';
import { messageSop, refundSop, tagSop } from '../support/sample-sops.ts';

const colleague: CurrentUser = { ...sampleRep, id: '8', name: 'Sample Colleague' };
const refundId = '1.1>1.1';

const payments: RecordChoice = {
  system: 'stripe',
  record: 'charge',
  candidates: [
    { id: 'ch_1', name: 'Visa ··4242', details: [] },
    { id: 'ch_2', name: 'Visa ··4242', details: [] },
  ],
};

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

const choose = (session: RunSession, id: string) =>
  chooseRecord(session, {
    type: 'choose-record',
    command: refundId,
    system: 'stripe',
    record: 'charge',
    id,
    name: 'Visa',
  });

describe('an edited amount', () => {
  beforeEach(() => create(refundSop));

  it('is not approved for another payment than the card shows', async () => {
    const session = await open();
    world.payment = 'ch_2';
    expect(await approve(session, { command: refundId, parameters: { amount: '$100' } })).toBeUndefined();
    expect(world.done).toEqual([]);
    expect(session.notes.get(refundId)).toMatchObject({ is: 'stale', changes: [{ what: 'target' }] });
    expect(await approve(session, { command: refundId, parameters: { amount: '$100' } })).toMatchObject({
      is: 'succeeded',
    });
  });
});

describe('a payment that a colleague chose meanwhile', () => {
  beforeEach(() => {
    create(refundSop);
    world.payments = payments;
  });
  it.each(['USD 120', '$100'])('is not refunded %s on a card that shows another one', async (amount) => {
    const mine = await open();
    await choose(mine, 'ch_1');
    await mine.settled();
    await mine.journal.log.allSaved();
    const events = mine.journal.log.events;
    const last = events.findLast(({ type }) => type === 'record-chosen');
    if (last?.type !== 'record-chosen') throw new Error('nothing');
    mine.journal.merge([...events, { ...last, id: 'ch_2', at: '2026-11-20T09:59:00.000Z' }]);
    await mine.settled();
    const item = waitingProposal(mine);
    const shown = item && mine.preparations.get(item);
    const result = await approve(mine, { command: refundId, parameters: { amount } });
    expect({ shown, result }).toMatchObject({
      shown: { is: 'ready', target: { ids: { charge: 'ch_1' } } },
      result: undefined,
    });
    expect(world.done).toEqual([]);
  });
});

describe('two who settle differently', () => {
  it('leave one truth', async () => {
    create(refundSop);
    world.fates.push('lost-after');
    world.canTell = false;
    const mine = await open();
    await approveWaiting(mine);
    await mine.settled();
    await mine.journal.log.allSaved();
    const theirs = await open(world.browser(colleague));
    await theirs.settled();
    await settle();
    expect(theirs.notes.get(refundId)).toMatchObject({ is: 'cannot-tell' });
    await Promise.all([
      settleUnknown(mine, refundId, 'happened'),
      settleUnknown(theirs, refundId, 'did-not-happen'),
    ]);
    await world.clock.advance(60_000);
    await Promise.all([mine.settled(), theirs.settled()]);
    const result = (await world.ledger.claims('4512-1', [refundId])).get(refundId)?.result?.is;
    const seen = [mine, theirs, await open()].map(({ context }) => {
      const state = context.advanced.plan.find(({ id }) => id === refundId)?.state;
      return state?.is === 'ended' ? state.result.is : state?.is;
    });
    expect(seen).toEqual([result, result, result]);
  });
});

describe('new words of the customer', () => {
  it('are not passed over because the sidebar has noticed the change of the ticket', async () => {
    create(messageSop);
    world.assistant = {
      isOn: true,
      extract: async () => ({ is: 'read', facts: [{ name: 'legal threat', value: false }] }),
    };
    const session = await open();
    await world.clock.advance(60_000);
    world.ticket = {
      ...world.ticket,
      updatedAt: world.clock.now(),
      messages: [
        ...world.ticket.messages,
        {
          id: 'm2',
          from: 'customer',
          author: 'Sample Customer',
          text: 'My lawyer will call.',
          at: world.clock.now(),
          attachments: [],
        },
      ],
    };
    startRefreshing(session, 'ticket-changed');
    await session.settled();
    expect(await approveWaiting(session)).toBeUndefined();
    expect(world.done).toEqual([]);
  });
  it('are not passed over by a reload', async () => {
    create(messageSop);
    world.assistant = {
      isOn: true,
      extract: async () => ({ is: 'read', facts: [{ name: 'legal threat', value: false }] }),
    };
    const first = await open();
    await first.journal.log.allSaved();
    await first.close();
    await world.clock.advance(60_000);
    world.ticket = {
      ...world.ticket,
      updatedAt: world.clock.now(),
      messages: [
        ...world.ticket.messages,
        {
          id: 'm2',
          from: 'customer',
          author: 'Sample Customer',
          text: 'My lawyer will call.',
          at: world.clock.now(),
          attachments: [],
        },
      ],
    };
    const session = await open();
    expect(await approveWaiting(session)).toBeUndefined();
    expect(world.done).toEqual([]);
  });
});

describe('a forged undo', () => {
  it('moves no money', async () => {
    create(tagSop);
    world.undos.set('zendesk.add_tag', { operation: 'stripe.refund', parameters: { amount: 'USD 900' } });
    const session = await open();
    await approveWaiting(session);
    await session.settled();
    await proposeUndo(session, '1.1');
    await session.settled();
    const id = '1.1/undo#0';
    await approve(session, { command: id, parameters: { amount: 'USD 900' } });
    expect(world.done.map(({ operation }) => operation)).toEqual(['zendesk.add_tag']);
  });
});

const listSop = refundSop
  .replace('propose full refund.', 'propose full refund.')
  .replace('   - If order', '   - Add tag "late".\n   - If order');
describe('approve all', () => {
  it('does not reach another payment than was listed', async () => {
    create(listSop);
    const session = await open();
    const list = session.context.advanced.plan.map(({ id, parameters }) => ({ command: id, parameters }));
    const refund = list[1];
    expect(refund?.command).toBe('1.2>1.1');
    const item = session.context.advanced.plan[1];
    if (!item) throw new Error('none');
    // The card is prepared anew while the first one is carried out.
    const all = approveAll(session, list);
    world.payment = 'ch_2';
    session.preparations.set(item, {
      is: 'ready',
      target: { ids: { charge: 'ch_2' }, name: 'Card ch_2' },
      preview: [],
      atMost: {},
    });
    expect(await all).toBe(1);
    expect(world.done.map(({ operation }) => operation)).toEqual(['zendesk.add_tag']);
  });
});
