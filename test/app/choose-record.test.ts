import { beforeEach, describe, expect, it } from 'vitest';
import type { AppPorts } from '../../src/app/app-ports.ts';
import { chooseRecord } from '../../src/app/choose-record.ts';
import { readAgain } from '../../src/app/read-again.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { showRun } from '../../src/app/show-run.ts';
import type { RecordChoice } from '../../src/domain/decisions/proposal.ts';
import { createAppWorld, sampleRep, type AppWorld } from '../support/app-world.ts';
import { settle } from '../support/manual-clock.ts';
import { approveWaiting, openRun, waitingProposal } from '../support/sample-rep.ts';
import { refundSop } from '../support/sample-sops.ts';

const orders: RecordChoice = {
  system: 'shopify',
  record: 'order',
  candidates: [
    { id: 'o1', name: '#1001', details: [{ label: 'amount', value: 'USD 120' }] },
    { id: 'o2', name: '#1002', details: [{ label: 'amount', value: 'USD 900' }] },
  ],
};
const payments: RecordChoice = {
  system: 'stripe',
  record: 'charge',
  candidates: [
    { id: 'ch_1', name: 'Visa ··4242', details: [] },
    { id: 'ch_2', name: 'Visa ··4242', details: [] },
  ],
};

let world: AppWorld;
let session: RunSession;

async function open(): Promise<void> {
  session = await openRun(world);
  await session.settled();
}

beforeEach(async () => {
  world = createAppWorld(refundSop);
  world.facts.set('order number', '1001');
  world.several.set('order value', {
    choice: orders,
    values: new Map([
      ['o1', '$120'],
      ['o2', '$900'],
    ]),
  });
  await open();
});

const asked = () => showRun(session, { match: undefined, isOnline: true, now: world.clock.now() }).waitingFor;
const choose = (choice: RecordChoice, id: string | null, command = asked()[0]?.id ?? '') =>
  chooseRecord(session, {
    type: 'choose-record',
    command,
    system: choice.system,
    record: choice.record,
    id,
    name: choice.candidates.find((candidate) => candidate.id === id)?.name ?? 'none',
  });
const stored = async () => (await world.ledger.latestRun('4512'))?.events.map(({ type }) => type);

describe('several records that fit', () => {
  it('are shown with what tells them apart, and nothing is decided before the rep has chosen', () => {
    expect(asked()).toMatchObject([{ kind: 'record', choice: orders, facts: ['order value'] }]);
    expect(session.context.advanced.plan).toEqual([]);
    expect(session.context.events.map(({ type }) => type)).not.toContain('fact-read');
  });

  it('are never the first one by themselves, however long nobody chooses', async () => {
    await world.clock.advance(24 * 60 * 60_000);
    expect(session.context.advanced.plan).toEqual([]);
  });

  it('leave the run to go on with the one that the rep chose, and the log says who chose it', async () => {
    await choose(orders, 'o1');
    await session.settled();
    expect(waitingProposal(session)).toMatchObject({
      operation: 'stripe.refund',
      parameters: { amount: 'USD 120' },
    });
    await session.journal.log.allSaved();
    expect(await stored()).toContain('record-chosen');
    const chosen = session.context.events.find(({ type }) => type === 'record-chosen');
    expect(chosen).toMatchObject({ id: 'o1', name: '#1001', by: { id: sampleRep.id } });
  });

  it('leave the fact unknown when it is none of them, and nobody is asked again', async () => {
    await choose(orders, null);
    await session.settled();
    expect(asked().map(({ kind }) => kind)).toEqual(['missing']);
    expect(session.context.advanced.plan).toEqual([]);
  });

  it('offer nothing else than what was offered', async () => {
    await expect(choose(orders, 'o9')).rejects.toThrow('no longer open');
    await expect(choose(payments, 'ch_1')).rejects.toThrow('no longer open');
    expect(asked().map(({ kind }) => kind)).toEqual(['record']);
  });

  it('are chosen once: a reload asks for the same record', async () => {
    await choose(orders, 'o2');
    await session.settled();
    await session.journal.log.allSaved();
    await session.close();
    await open();
    expect(waitingProposal(session)?.operation).toBe('zendesk.escalate');
    expect(session.context.chosen('shopify', 'order')).toBe('o2');
  });

  it('are chosen for a colleague who has the ticket open too', async () => {
    const mine = session;
    await open();
    await choose(orders, 'o1');
    await session.settled();
    await session.journal.log.allSaved();
    const other = await world.ledger.latestRun('4512');
    mine.journal.merge(other?.events ?? []);
    await mine.settled();
    expect(waitingProposal(mine)?.parameters).toEqual({ amount: 'USD 120' });
  });

  it('are chosen anew when the chosen one is not among them any more', async () => {
    await choose(orders, 'o1');
    await session.settled();
    const others = {
      ...orders,
      candidates: [{ id: 'o3', name: '#1003', details: [] }, ...orders.candidates.slice(1)],
    };
    world.several.set('order value', { choice: others, values: new Map([['o3', '$80']]) });
    await world.clock.advance(60_000);
    expect(await approveWaiting(session)).toBeUndefined();
    await session.settled();
    expect(asked().map(({ kind }) => kind)).toEqual(['missing']);
    for (let press = 0; press < 2; press += 1) {
      await readAgain(session, asked()[0]?.id ?? '');
      await session.settled();
    }
    expect(asked()).toMatchObject([{ kind: 'record', choice: others }]);
    await choose(others, 'o3');
    await session.settled();
    expect(waitingProposal(session)?.parameters).toEqual({ amount: 'USD 80' });
    expect(world.done).toEqual([]);
  });

  it('cannot be chosen by somebody who may only look', async () => {
    world.user = { ...sampleRep, mayChangeTickets: false };
    await open();
    await choose(orders, 'o1');
    expect(asked().map(({ kind }) => kind)).toEqual(['record']);
  });
});

describe('several payments that a refund could reach', () => {
  beforeEach(async () => {
    world.several.clear();
    world.facts.set('order value', '$120');
    world.payments = payments;
    world.ticket = { ...world.ticket, id: '4513' };
    await open();
  });

  it('keep the proposal from being approved', async () => {
    expect(await approveWaiting(session)).toBeUndefined();
    expect(world.done).toEqual([]);
  });

  it('are chosen on its card, and the approval is bound to the one that was chosen', async () => {
    const id = waitingProposal(session)?.id ?? '';
    await choose(payments, 'ch_2', id);
    await session.settled();
    const item = waitingProposal(session);
    expect(item && session.preparations.get(item)).toMatchObject({ target: { ids: { charge: 'ch_2' } } });
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
    const claim = (await world.ledger.claims('4513-1', [id])).get(id);
    expect(claim?.claim?.approval.target.ids).toEqual({ charge: 'ch_2' });
  });

  it('show the one that was chosen last, whichever answer comes last', async () => {
    const ports = world.browser();
    const answers: (() => void)[] = [];
    const slow: AppPorts = {
      ...ports,
      actions: {
        ...ports.actions,
        prepare: async (...given) => {
          const prepared = await ports.actions.prepare(...given);
          if (prepared.is === 'ready' && given[0].operation === 'stripe.refund')
            await new Promise<void>((resolve) => answers.push(resolve));
          return prepared;
        },
      },
    };
    session = await openRun(world, slow);
    await session.settled();
    const id = waitingProposal(session)?.id ?? '';
    await choose(payments, 'ch_1', id);
    await choose(payments, 'ch_2', id);
    await settle();
    for (const answer of answers.toReversed()) {
      answer();
      await settle();
    }
    const item = waitingProposal(session);
    expect(item && session.preparations.get(item)).toMatchObject({ target: { ids: { charge: 'ch_2' } } });
  });

  it('can be chosen again where the system did not answer the first time', async () => {
    const id = waitingProposal(session)?.id ?? '';
    const both = world.payments;
    world.payments = { ...payments, candidates: payments.candidates.slice(1) };
    await choose(payments, 'ch_1', id);
    await session.settled();
    world.payments = both;
    session.preparations.askAgain('stripe');
    session.goOn();
    await session.settled();
    const item = waitingProposal(session);
    expect(item && session.preparations.get(item)).toMatchObject({ target: { ids: { charge: 'ch_1' } } });
  });

  it('stay a question when it is none of them', async () => {
    const id = waitingProposal(session)?.id ?? '';
    await choose(payments, null, id);
    await session.settled();
    const item = waitingProposal(session);
    expect(item && session.preparations.get(item)).toMatchObject({ is: 'impossible' });
    expect(await approveWaiting(session)).toBeUndefined();
  });
});
