import { beforeEach, describe, expect, it } from 'vitest';
import { takeOver } from '../../src/app/take-over.ts';
import { approve } from '../../src/app/approve.ts';
import { approveAll } from '../../src/app/approve-all.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { settleUnknown } from '../../src/app/settle-unknown.ts';
import { createAppWorld, sampleRep, unavailable, type AppWorld } from '../support/app-world.ts';
import { approveWaiting, openRun, waitingProposal } from '../support/sample-rep.ts';
import { askSop, lockedRefundSop, messageSop, refundSop } from '../support/sample-sops.ts';

let world: AppWorld;
let session: RunSession;

async function open(sop: string): Promise<void> {
  world = createAppWorld(sop);
  world.facts.set('order number', '1001').set('order value', '$120').set('order status', 'open');
  world.settings.set('teams', 'Team lead = role 4711');
  world.assistant = {
    isOn: true,
    extract: async () => ({ is: 'read', facts: [{ name: 'legal threat', value: false }] }),
  };
  session = await openRun(world);
  await session.settled();
}

const refundId = '1.1>1.1';
const stateOf = (id = refundId) => session.context.advanced.plan.find((item) => item.id === id)?.state;
const noteOf = (id = refundId) => session.notes.get(id);
const approveRefund = (amount: string) => approve(session, { command: refundId, parameters: { amount } });
const touchTicket = () => {
  world.ticket = { ...world.ticket, updatedAt: world.clock.now() };
};

describe('approving', () => {
  beforeEach(() => open(refundSop));

  it('carries out exactly what was shown, and goes on', async () => {
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
    expect(world.done).toMatchObject([{ operation: 'stripe.refund', amount: 'USD 120' }]);
    expect(stateOf()).toMatchObject({
      is: 'ended',
      edited: false,
      result: { is: 'succeeded' },
      by: { id: '7' },
    });
    await session.settled();
    expect(waitingProposal(session)?.operation).toBe('zendesk.draft_reply');
  });

  it('costs a claim, the call, a result, and a fresh read and a save at once because money moves', async () => {
    await world.clock.advance(3000);
    world.calls.length = 0;
    await approveWaiting(session);
    expect(world.calls).toEqual([
      'prepare stripe.refund newest',
      'ledger.claim',
      'ledger.save',
      'execute stripe.refund',
      'ledger.recordResult',
    ]);
  });

  it('has written down the decision before the system is called, in the claim', async () => {
    await approveWaiting(session);
    expect(world.calls.indexOf('ledger.claim')).toBeLessThan(world.calls.indexOf('execute stripe.refund'));
    const claims = await world.ledger.claims('4512-1', [refundId]);
    expect(claims.get(refundId)).toMatchObject({
      claim: { approval: { command: refundId } },
      result: { is: 'succeeded' },
    });
  });

  it('leads the log to the decision, the intent and the end', async () => {
    await approveWaiting(session);
    await session.journal.log.allSaved();
    const run = await world.ledger.latestRun('4512');
    const types = run?.events.map(({ type }) => type) ?? [];
    expect(types.slice(-3)).toEqual(['proposal-decided', 'execution-intended', 'execution-ended']);
  });

  it('takes a lower amount, and says that it was edited', async () => {
    await approveRefund('$100');
    expect(world.done).toMatchObject([{ amount: 'USD 100' }]);
    expect(stateOf()).toMatchObject({ edited: true, parameters: { amount: 'USD 100' } });
  });

  it.each([
    ['a higher amount', 'USD 120.01'],
    ['nothing', 'USD 0'],
    ['another currency', 'EUR 10'],
    ['words', 'everything'],
  ])('refuses %s and does nothing', async (_, amount) => {
    expect(await approveRefund(amount)).toBeUndefined();
    expect(world.done).toEqual([]);
    expect(noteOf()).toMatchObject({ is: 'refused', because: 'limit' });
    expect(stateOf()).toEqual({ is: 'waiting' });
  });

  it('refuses what only follows', async () => {
    await approve(session, { command: '2.1', parameters: { text: 'We have refunded $120.00.' } });
    expect(world.done).toEqual([]);
    expect(noteOf('2.1')).toMatchObject({ is: 'refused', because: 'not-waiting' });
  });

  it('does nothing when another payment would be reached by now', async () => {
    world.payment = 'ch_2';
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toEqual({
      is: 'stale',
      changes: [{ what: 'target', before: 'Card ch_1', after: 'Card ch_2' }],
    });
  });

  it('shows the new target after that, and takes the next approval for it', async () => {
    world.payment = 'ch_2';
    await approveWaiting(session);
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
    expect(world.done).toHaveLength(1);
  });

  it('does nothing when less is left to refund by now', async () => {
    world.atMost = 'USD 50';
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toEqual({
      is: 'stale',
      changes: [{ what: 'limit:amount', before: 'USD 120', after: 'USD 50' }],
    });
  });

  it('does nothing for a light agent', async () => {
    world.user = { ...sampleRep, mayChangeTickets: false };
    session = await openRun(world);
    await session.settled();
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toMatchObject({ is: 'refused', because: 'may-not-change' });
    expect(session.journal.log.saving).toEqual({ is: 'not-kept' });
  });

  it('does nothing on a ticket that was closed meanwhile', async () => {
    world.ticket = { ...world.ticket, status: 'closed' };
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toMatchObject({ is: 'refused', because: 'ticket-closed' });
  });

  it('sees what a colleague has decided, when the sidebar was left alone for a while', async () => {
    const other = await openRun(world, world.browser({ ...sampleRep, id: '8', name: 'Sample Colleague' }));
    await other.settled();
    other.journal.append(
      [
        {
          type: 'proposal-decided',
          command: refundId,
          by: { id: '8', name: 'Sample Colleague' },
          decision: 'rejected',
          reason: 'no',
        },
      ],
      'now',
    );
    await other.journal.log.allSaved();
    await world.clock.advance(5 * 60_000);
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(stateOf()).toMatchObject({ is: 'rejected', by: { id: '8' } });
  });
});

describe('what happens while an approval is carried out', () => {
  const reading = (value: string) =>
    ({
      type: 'fact-read',
      command: 'refresh/order value#0',
      fact: 'order value',
      reading: { is: 'value', value },
      source: { from: 'system', system: 'shopify', record: 'order', field: 'total_price' },
      observedAt: world.clock.now(),
    }) as const;

  it('waits behind it: what was verified is what is written down', async () => {
    await open(refundSop);
    const { ledger } = session.context.ports;
    const claim = ledger.claim.bind(ledger);
    ledger.claim = (of) => {
      session.journal.append([reading('$500')], 'soon');
      return claim(of);
    };
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
    expect(session.journal.problem).toBeUndefined();
    const types = session.context.events.map(({ type }) => type);
    expect(types.indexOf('execution-ended')).toBeLessThan(types.lastIndexOf('fact-read'));
    await session.close();
    session = await openRun(world);
    expect(session.journal.problem).toBeUndefined();
    expect(stateOf()).toMatchObject({ is: 'ended', result: { is: 'succeeded' } });
  });

  it('is stale when the customer has written again and the decision rests on the message', async () => {
    await open(messageSop);
    world.ticket = {
      ...world.ticket,
      updatedAt: world.clock.now(),
      messages: [
        ...world.ticket.messages,
        { ...world.ticket.messages[0]!, id: 'm2', text: 'My lawyer says hello.' },
      ],
    };
    const item = waitingProposal(session);
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf(item?.id)).toEqual({ is: 'stale', changes: [{ what: 'message', before: '', after: '' }] });
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
  });

  it('is decided anew when a fact was older than the SOP allows and is different now', async () => {
    await open(
      refundSop.replace(
        'from shopify.order.total_price',
        'from shopify.order.total_price max age 10 minutes',
      ),
    );
    world.facts.set('order value', '$80');
    await world.clock.advance(11 * 60_000);
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toEqual({
      is: 'stale',
      changes: [{ what: 'parameter:amount', before: 'USD 120', after: 'USD 80' }],
    });
    expect(waitingProposal(session)?.parameters).toEqual({ amount: 'USD 80' });
  });
});

describe('a claim that somebody made by hand', () => {
  it('is not believed, and nothing is done over it', async () => {
    await open(refundSop);
    const approval = {
      runId: '4512-1',
      command: refundId,
      operation: 'stripe.refund',
      parameters: { amount: 'USD 120' },
      target: { ids: { charge: 'ch_1' }, name: 'Card' },
      sopHash: 'other',
      ticketUpdatedAt: world.ticket.updatedAt,
      digest: 'd'.repeat(64),
      by: { id: '8', name: 'Sample Colleague' },
      at: world.clock.now(),
    };
    const forged = { runId: '4512-1', command: refundId, key: 'k', nonce: 'n', approval };
    await world.ledger.claim(forged);
    await world.ledger.recordResult(forged, { is: 'succeeded' });
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(stateOf()).toEqual({ is: 'waiting' });
    expect(noteOf()).toMatchObject({ is: 'elsewhere' });
  });
});

describe('an approval that cannot be written down', () => {
  beforeEach(() => open(refundSop));

  it('does nothing when the claim cannot be made', async () => {
    session.context.ports.ledger.claim = async () => ({ is: 'unavailable', reason: 'Zendesk answered 503.' });
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toEqual({
      is: 'refused',
      because: 'ledger-unavailable',
      detail: 'Zendesk answered 503.',
    });
    expect(stateOf()).toEqual({ is: 'waiting' });
  });

  it('stands in its claim when the log cannot be saved, and that is said', async () => {
    await session.journal.log.allSaved();
    const { ledger } = session.context.ports;
    ledger.save = async () => ({ is: 'failed', reason: 'Zendesk answered 503.' });
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
    await session.journal.log.allSaved();
    expect(session.journal.log.saving).toEqual({ is: 'not-saved', reason: 'Zendesk answered 503.' });
    const claims = await world.ledger.claims('4512-1', [refundId]);
    expect(claims.get(refundId)?.result).toMatchObject({ is: 'succeeded' });
    expect(world.done).toHaveLength(1);
  });

  it('keeps trying to write a result that could not be written', async () => {
    const { ledger } = session.context.ports;
    const recordResult = ledger.recordResult.bind(ledger);
    ledger.recordResult = async () => ({ is: 'failed', reason: 'Zendesk answered 503.' });
    await approveWaiting(session);
    ledger.recordResult = recordResult;
    await world.clock.advance(10_000);
    const claims = await world.ledger.claims('4512-1', [refundId]);
    expect(claims.get(refundId)?.result).toMatchObject({ is: 'succeeded' });
  });
});

describe('an approval behind a role and a second lock', () => {
  beforeEach(() => open(lockedRefundSop));

  const asTeamLead = async () => {
    world.user = { ...sampleRep, id: '9', name: 'Sample Lead', memberOf: ['role 4711'] };
    session = await openRun(world);
    await session.settled();
  };

  it('is refused without the role', async () => {
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toEqual({ is: 'refused', because: 'role-missing', detail: 'Team lead' });
  });

  it('is carried out with the role', async () => {
    await asTeamLead();
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
  });

  it('fails without a call when the lock is no longer open, and the SOP goes on as it says', async () => {
    await asTeamLead();
    world.facts.set('order value', '$160');
    expect(await approveWaiting(session)).toMatchObject({ is: 'failed', failure: { code: 'not-allowed' } });
    expect(world.done).toEqual([]);
    await session.settled();
    expect(waitingProposal(session)?.operation).toBe('zendesk.escalate');
  });

  it('fails without a call when nobody can say whether the lock is open', async () => {
    await asTeamLead();
    world.facts.set('order value', unavailable);
    expect(await approveWaiting(session)).toMatchObject({ is: 'failed', failure: { code: 'not-allowed' } });
    expect(world.done).toEqual([]);
  });

  it('is stale when the ticket was changed and a fact that decided with it', async () => {
    await asTeamLead();
    world.facts.set('order status', 'shipped');
    touchTicket();
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toEqual({
      is: 'stale',
      changes: [{ what: 'fact:order status', before: 'open', after: 'shipped' }],
    });
    expect(session.context.advanced.outcome).toMatchObject({ is: 'stopped' });
  });

  it('is stale when the ticket was changed and nobody can say whether the fact was', async () => {
    await asTeamLead();
    world.facts.set('order status', unavailable);
    touchTicket();
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toEqual({
      is: 'stale',
      changes: [{ what: 'fact:order status', before: 'open', after: '' }],
    });
  });

  it('goes through when the ticket was changed and nothing that decided', async () => {
    await asTeamLead();
    touchTicket();
    expect(await approveWaiting(session)).toMatchObject({ is: 'succeeded' });
  });
});

describe('a lost answer', () => {
  beforeEach(() => open(refundSop));

  it('is what remains of a call that broke in between', async () => {
    session.context.ports.actions.execute = () => Promise.reject(new Error('The tab lost its network.'));
    expect(await approveWaiting(session)).toEqual({
      is: 'unknown',
      failure: { code: 'unknown-outcome', reason: 'The tab lost its network.' },
    });
    expect(stateOf()).toMatchObject({ is: 'ended', result: { is: 'unknown' } });
  });

  it('is unknown, and a success only once the system says so', async () => {
    world.fates.push('lost-after');
    const approving = approveWaiting(session);
    expect(await approving).toMatchObject({ is: 'unknown' });
    expect(stateOf()).toMatchObject({ is: 'ended', result: { is: 'unknown' } });
    await session.settled();
    expect(stateOf()).toMatchObject({
      is: 'ended',
      result: { is: 'succeeded', reconciled: 'found in the list' },
    });
    expect(world.done).toHaveLength(1);
  });

  it('is believed not to have happened only when nothing can be on its way any more', async () => {
    world.fates.push('lost-before');
    await approveWaiting(session);
    await session.settled();
    expect(stateOf()).toMatchObject({ result: { is: 'unknown' } });
    expect(noteOf()).toMatchObject({ is: 'checking' });
    await world.clock.advance(10_000);
    await session.settled();
    expect(stateOf()).toMatchObject({ result: { is: 'failed', failure: { code: 'unknown-outcome' } } });
  });

  it('is settled by a person where no system can tell', async () => {
    world.fates.push('lost-after');
    world.canTell = false;
    await approveWaiting(session);
    await session.settled();
    expect(noteOf()).toMatchObject({ is: 'cannot-tell', how: 'The list does not answer.' });
    await settleUnknown(session, refundId, 'happened');
    expect(stateOf()).toMatchObject({
      result: { is: 'succeeded', reconciled: 'Sample Rep looked and says that it happened.' },
    });
  });

  it('is asked about again when a person wants that', async () => {
    world.fates.push('lost-after');
    world.canTell = false;
    await approveWaiting(session);
    await session.settled();
    world.canTell = true;
    await settleUnknown(session, refundId, 'ask-again');
    await session.settled();
    expect(stateOf()).toMatchObject({ result: { is: 'succeeded' } });
  });

  it('cannot be talked over by a person while the system is being asked', async () => {
    world.fates.push('lost-before');
    await approveWaiting(session);
    await session.settled();
    await settleUnknown(session, refundId, 'happened');
    expect(stateOf()).toMatchObject({ result: { is: 'unknown' } });
  });
});

describe('approving all', () => {
  const listed = () =>
    session.context.advanced.plan.map(({ id, parameters }) => ({ command: id, parameters }));

  it('carries out everything that was listed, in order', async () => {
    await open(refundSop);
    expect(await approveAll(session, listed())).toBe(2);
    expect(world.done.map(({ operation }) => operation)).toEqual(['stripe.refund', 'zendesk.draft_reply']);
    expect(session.context.advanced.outcome).toEqual({ is: 'closed', as: 'resolved' });
  });

  it('ends at the first that does not succeed', async () => {
    await open(refundSop);
    world.fates.push('fails');
    expect(await approveAll(session, listed())).toBe(0);
    expect(world.done).toEqual([]);
  });

  it('ends at an answer that was lost, whatever is found out later', async () => {
    await open(refundSop);
    world.fates.push('lost-after');
    expect(await approveAll(session, listed())).toBe(0);
    expect(world.done.map(({ operation }) => operation)).toEqual(['stripe.refund']);
  });

  it('ends where the run waits for the customer', async () => {
    await open(askSop);
    expect(await approveAll(session, listed())).toBe(2);
    expect(world.done.map(({ operation }) => operation)).toEqual(['zendesk.add_tag', 'zendesk.ask_customer']);
  });

  it('does nothing that was not listed', async () => {
    await open(refundSop);
    expect(await approveAll(session, [{ command: '2.1', parameters: {} }])).toBe(0);
    expect(world.done).toEqual([]);
  });
});

describe('the way to an approval', () => {
  it('is in the ledger before anything is done, so that whoever takes up the run comes to it again', async () => {
    await open(refundSop);
    const { ledger } = session.context.ports;
    const claim = ledger.claim.bind(ledger);
    const stored: number[] = [];
    ledger.claim = async (of) => {
      stored.push((await world.ledger.latestRun('4512'))?.events.length ?? 0);
      return claim(of);
    };
    await approveWaiting(session);
    const before = session.context.events.findIndex(({ type }) => type === 'proposal-decided');
    expect(stored).toEqual([before]);
  });

  it('that cannot be saved keeps the approval from being carried out', async () => {
    world = createAppWorld(refundSop);
    world.facts.set('order number', '1001').set('order value', '$120');
    session = await openRun(world);
    const { ledger } = session.context.ports;
    ledger.save = async () => ({ is: 'failed', reason: 'Zendesk answered 503.' });
    await session.settled();
    await approveWaiting(session);
    expect(world.done).toEqual([]);
    expect(noteOf()).toEqual({
      is: 'refused',
      because: 'ledger-unavailable',
      detail: 'Zendesk answered 503.',
    });
  });
});

describe('an execution whose end nobody knew when the rep took over', () => {
  it('is found out when the ticket is opened again', async () => {
    await open(refundSop);
    world.fates.push('lost-after');
    world.canTell = false;
    await approveWaiting(session);
    await takeOver(session, 'by hand');
    await session.journal.log.allSaved();
    await session.close();
    world.canTell = true;
    session = await openRun(world);
    await session.settled();
    expect(stateOf()).toMatchObject({ is: 'ended', result: { is: 'succeeded' } });
    expect(world.done).toHaveLength(1);
  });

  it('can be settled by a person although the run is over', async () => {
    await open(refundSop);
    world.fates.push('lost-after');
    world.canTell = false;
    await approveWaiting(session);
    await session.settled();
    await takeOver(session, 'by hand');
    await settleUnknown(session, refundId, 'happened');
    expect(stateOf()).toMatchObject({ is: 'ended', result: { is: 'succeeded' } });
  });
});
