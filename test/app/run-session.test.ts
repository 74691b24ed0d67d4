import { beforeEach, describe, expect, it } from 'vitest';
import { answerPerson } from '../../src/app/answer-people.ts';
import { approve } from '../../src/app/approve.ts';
import { giveFacts } from '../../src/app/give-facts.ts';
import { readAgain, startRefreshing } from '../../src/app/read-again.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { takeOver } from '../../src/app/take-over.ts';
import { traceText } from '../../src/app/trace-text.ts';
import { createAppWorld, sampleRep, unavailable, type AppWorld } from '../support/app-world.ts';
import { approveWaiting, openRun, waitingProposal } from '../support/sample-rep.ts';
import { askSop, extractSop, manualSop, refundSop, waitingSop } from '../support/sample-sops.ts';

let world: AppWorld;
let session: RunSession;

async function open(): Promise<void> {
  session = await openRun(world);
  await session.settled();
}

async function reload(): Promise<void> {
  await session.close();
  await open();
}

const waitingKinds = () => session.context.advanced.waitingFor.map(({ kind }) => kind);
const waitingId = (kind: string) =>
  session.context.advanced.waitingFor.find((command) => command.kind === kind)?.id ?? '';
const outcome = () => session.context.advanced.outcome;
const addMessage = (id: string, text: string) => {
  const at = world.clock.now();
  const message = { id, from: 'customer', author: 'Sample Customer', text, at, attachments: [] } as const;
  world.ticket = { ...world.ticket, updatedAt: at, messages: [...world.ticket.messages, message] };
};

describe('a run', () => {
  beforeEach(async () => {
    world = createAppWorld(refundSop);
    world.facts.set('order number', '1001').set('order value', '$120');
    await open();
  });

  it('reads what it needs by itself, each thing once, after what it is looked up by', () => {
    expect(waitingKinds()).toEqual(['propose']);
    const reads = world.calls.filter((call) => call.startsWith('read'));
    expect(reads).toEqual(['read order number', 'read order value']);
  });

  it('is stored before anything else, and its readings are saved together a little later', async () => {
    expect(world.calls[0]).toBe('ledger.latestRun');
    expect(world.calls.filter((call) => call === 'ledger.save')).toEqual([]);
    await world.clock.advance(2000);
    expect(world.calls.filter((call) => call === 'ledger.save')).toHaveLength(1);
    expect(session.journal.log.saving).toEqual({ is: 'saved' });
  });

  it('stays within twelve requests before anybody acts', async () => {
    await world.clock.advance(5000);
    const requests = world.calls.filter((call) => !call.startsWith('prepare zendesk'));
    expect(requests.length).toBeLessThanOrEqual(12);
  });

  it('says that it is not saved, and tries again by itself', async () => {
    const { ledger } = session.context.ports;
    const save = ledger.save.bind(ledger);
    ledger.save = async () => ({ is: 'failed', reason: 'Zendesk answered 503.' });
    await world.clock.advance(2000);
    expect(session.journal.log.saving).toEqual({ is: 'not-saved', reason: 'Zendesk answered 503.' });
    ledger.save = save;
    await world.clock.advance(10_000);
    expect(session.journal.log.saving).toEqual({ is: 'saved' });
  });

  it('goes on where it was after a reload, without reading again what it knows', async () => {
    await world.clock.advance(2000);
    world.calls.length = 0;
    await reload();
    expect(waitingProposal(session)?.id).toBe('1.1>1.1');
    expect(world.calls.filter((call) => call.startsWith('read'))).toEqual(['read order number']);
  });

  it('is two sessions on one run when two browsers begin at once', async () => {
    world = createAppWorld(refundSop);
    world.facts.set('order number', '1001').set('order value', '$120');
    const sessions = await Promise.all([
      openRun(world),
      openRun(world, world.browser({ ...sampleRep, id: '8' })),
    ]);
    await Promise.all(sessions.map((of) => of.settled()));
    expect(sessions.map(({ context }) => context.runId)).toEqual(['4512-1', '4512-1']);
    const [one, other] = sessions;
    expect(one?.context.events[0]).toEqual(other?.context.events[0]);
  });

  it('ends once, and is over for good', async () => {
    await approveWaiting(session);
    await session.settled();
    await approveWaiting(session);
    await session.journal.log.allSaved();
    expect(outcome()).toEqual({ is: 'closed', as: 'resolved' });
    const run = await world.ledger.latestRun('4512');
    expect(run?.events.filter(({ type }) => type === 'run-ended')).toHaveLength(1);
    expect(run?.events.at(-1)?.type).toBe('run-ended');
    await reload();
    expect(outcome()).toEqual({ is: 'closed', as: 'resolved' });
  });

  it('is planned again when a proposal is rejected', async () => {
    await answerPerson(session, { type: 'reject', command: '1.1>1.1', reason: 'not late' });
    expect(waitingKinds()).toEqual(['deviation']);
    await answerPerson(session, {
      type: 'choose-deviation',
      command: waitingId('deviation'),
      choice: 'go-on',
    });
    await session.settled();
    expect(waitingProposal(session)?.operation).toBe('zendesk.draft_reply');
    expect(world.done).toEqual([]);
  });

  it('is planned again when an action fails: a gate, and a new proposal that needs a new approval', async () => {
    world.fates.push('fails');
    await approveWaiting(session);
    expect(waitingKinds()).toEqual(['missing']);
    await readAgain(session, waitingId('missing'));
    await session.settled();
    const item = waitingProposal(session);
    expect(item).toMatchObject({ operation: 'stripe.refund', attempt: 1, state: { is: 'waiting' } });
    expect(world.done).toEqual([]);
    await approveWaiting(session);
    expect(world.done).toHaveLength(1);
  });

  it('ends as stopped when the rep takes over, with the reason', async () => {
    expect(await takeOver(session, 'known customer')).toBe(true);
    expect(outcome()).toEqual({
      is: 'stopped',
      by: { id: '7', name: 'Sample Rep' },
      reason: 'known customer',
    });
    expect(await approveWaiting(session)).toBeUndefined();
    expect(world.done).toEqual([]);
  });

  it('decides anew when the ticket was changed and a fact with it', async () => {
    world.ticket = { ...world.ticket, updatedAt: world.clock.now() };
    world.facts.set('order value', '$500');
    startRefreshing(session, 'ticket-changed');
    await session.settled();
    expect(waitingProposal(session)?.operation).toBe('stripe.refund');
  });

  it('explains itself in plain text, with every value on its line', async () => {
    const text = traceText(session.context);
    expect(text).toContain('Refund, version 1 (refund');
    expect(text).toContain('1. Refund');
    expect(text).toMatch(/order value < \$200.*\[yes\] \(order value: USD 120\)/);
  });
});

describe('a system that does not answer', () => {
  beforeEach(async () => {
    world = createAppWorld(refundSop);
    world.facts.set('order number', '1001').set('order value', unavailable);
    await open();
  });

  it('leaves the fact unknown and the run waiting, never going on as if it knew', () => {
    expect(waitingKinds()).toEqual(['missing']);
    expect(world.done).toEqual([]);
  });

  it('is asked again when the rep wants that', async () => {
    world.facts.set('order value', '$120');
    await readAgain(session, waitingId('missing'));
    await session.settled();
    expect(waitingKinds()).toEqual(['propose']);
  });

  it('is not needed when the rep gives the fact, in any written form, with the person as its source', async () => {
    await giveFacts(session, waitingId('missing'), [{ fact: 'order value', value: '$90' }]);
    await session.settled();
    expect(waitingProposal(session)?.parameters).toEqual({ amount: 'USD 90' });
    const fact = session.context.advanced.facts.find(({ name }) => name === 'order value');
    expect(fact?.state).toMatchObject({ is: 'known', from: { from: 'person', person: { id: '7' } } });
  });

  it('is not replaced by a value that does not fit, nor by a fact that nobody asked for', async () => {
    const command = waitingId('missing');
    const misfit = await giveFacts(session, command, [{ fact: 'order value', value: 'a lot' }]);
    expect(misfit.get('order value')).toEqual({ is: 'refused', because: 'misfit' });
    const nothing = await giveFacts(session, command, [{ fact: 'order value', value: null }]);
    expect(nothing.get('order value')).toEqual({ is: 'refused', because: 'misfit' });
    const other = await giveFacts(session, command, [{ fact: 'order number', value: '1' }]);
    expect(other.get('order number')).toEqual({ is: 'refused', because: 'not-asked' });
    expect(waitingId('missing')).toBe(command);
  });
});

describe('what the message says', () => {
  const reads = (value: string | null) => ({
    isOn: true,
    extract: async () =>
      ({
        is: 'read',
        facts: [
          { name: 'damage kind', value, quote: 'it is broken' },
          { name: 'refund', value: 'yes' },
        ],
      }) as const,
  });

  beforeEach(() => {
    world = createAppWorld(extractSop);
  });

  it('is read by the assistant, with the words, and nothing besides what was asked', async () => {
    world.assistant = reads('broken');
    await open();
    expect(outcome()).toEqual({ is: 'closed', as: 'broken' });
    const extracted = session.context.events.filter(({ type }) => type === 'fact-extracted');
    expect(extracted).toMatchObject([
      { fact: 'damage kind', value: 'broken', quote: 'it is broken', by: 'assistant' },
    ]);
  });

  it('stands as the rep gave it, when the assistant answers later', async () => {
    let answer: () => void = () => undefined;
    const late = reads('broken');
    world.assistant = {
      ...late,
      extract: async () => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return late.extract();
      },
    };
    session = await openRun(world);
    await world.clock.advance(1000);
    await giveFacts(session, waitingId('extract'), [{ fact: 'damage kind', value: 'scratched' }]);
    answer();
    await session.settled();
    const extracted = session.context.events.filter(({ type }) => type === 'fact-extracted');
    expect(extracted).toMatchObject([{ value: 'scratched' }]);
    expect(session.journal.problem).toBeUndefined();
  });

  it('is unknown when the assistant did not find it, and the rep is asked', async () => {
    world.assistant = reads(null);
    await open();
    expect(waitingKinds()).toEqual(['missing']);
  });

  it('is read by the rep when the assistant is off', async () => {
    await open();
    expect(waitingKinds()).toEqual(['extract']);
    expect(session.leftToPeople.get(waitingId('extract'))).toEqual({ is: 'assistant-off' });
    await giveFacts(session, waitingId('extract'), [{ fact: 'damage kind', value: 'scratched' }]);
    expect(outcome()).toEqual({ is: 'closed', as: 'scratched' });
  });

  it('is read by the rep when the assistant fails, who may have it try again', async () => {
    world.assistant = { isOn: true, extract: async () => ({ is: 'failed', reason: 'overloaded' }) };
    await open();
    expect(session.leftToPeople.get(waitingId('extract'))).toEqual({
      is: 'assistant-failed',
      reason: 'overloaded',
    });
    world.assistant = reads('broken');
    await readAgain(session, waitingId('extract'));
    await session.settled();
    expect(outcome()).toEqual({ is: 'closed', as: 'broken' });
  });

  it('may be that it does not say it', async () => {
    await open();
    await giveFacts(session, waitingId('extract'), [{ fact: 'damage kind', value: null }]);
    expect(waitingKinds()).toEqual(['missing']);
  });
});

describe('waiting', () => {
  beforeEach(async () => {
    world = createAppWorld(waitingSop);
    world.facts.set('carrier status', 'lost').set('photo attached', false);
    world.settings.set('teams', 'Team lead = role 4711');
    await open();
  });

  const asLead = { ...sampleRep, id: '9', name: 'Sample Lead', memberOf: ['role 4711'] };
  const answerEdgeCase = () =>
    answerPerson(session, { type: 'answer-question', command: waitingId('question'), answer: 'no' });
  const yesToGate = () =>
    answerPerson(session, {
      type: 'answer-gate',
      command: waitingId('gate'),
      answer: 'yes',
      reason: undefined,
    });

  it('for the rep, where an edge case cannot be decided without an assistant', async () => {
    expect(waitingKinds()).toEqual(['question']);
    await answerEdgeCase();
    await session.settled();
    expect(waitingKinds()).toEqual(['gate']);
  });

  it('for a colleague with the role: nobody else may answer', async () => {
    await answerEdgeCase();
    await session.settled();
    expect(await yesToGate()).toBe(false);
    expect(waitingKinds()).toEqual(['gate']);
  });

  it('until the colleague has answered in another browser', async () => {
    await answerEdgeCase();
    await session.settled();
    await session.journal.log.allSaved();
    const rep = session;
    world.user = asLead;
    await open();
    expect(await yesToGate()).toBe(true);
    await session.journal.log.allSaved();
    await world.clock.advance(2 * 60_000);
    startRefreshing(rep, 'ticket-changed');
    await rep.settled();
    await answerPerson(rep, { type: 'end-hold', command: 'none' });
    expect(rep.context.advanced.waitingFor.map(({ kind }) => kind)).not.toContain('gate');
  });

  describe('after the gate', () => {
    beforeEach(async () => {
      await answerEdgeCase();
      await session.settled();
      await session.journal.log.allSaved();
      world.user = asLead;
      await open();
      await yesToGate();
      await session.settled();
      await approveWaiting(session);
      await session.settled();
    });

    it('holds until a condition is true, looking again whenever the ticket is changed', async () => {
      expect(waitingKinds()).toEqual(['wait']);
      startRefreshing(session, 'ticket-changed');
      await session.settled();
      expect(waitingKinds()).toEqual(['wait']);
      world.facts.set('photo attached', true);
      startRefreshing(session, 'ticket-changed');
      await session.settled();
      expect(waitingKinds()).toEqual(['manual']);
    });

    it('looks again when the run is opened again', async () => {
      world.facts.set('photo attached', true);
      await reload();
      expect(waitingKinds()).toEqual(['manual']);
    });
  });
});

describe('a hold', () => {
  beforeEach(async () => {
    world = createAppWorld(
      waitingSop.replace(
        'If carrier status = "lost": gate Team lead "Lost?".',
        'If carrier status = "lost": hold for 2 hours.',
      ),
    );
    world.facts.set('carrier status', 'lost').set('photo attached', true);
    await open();
    await answerPerson(session, { type: 'answer-question', command: waitingId('question'), answer: 'no' });
    await session.settled();
  });

  it('ends by itself when its time is over, and reads again before it decides', async () => {
    expect(waitingKinds()).toEqual(['wait']);
    world.facts.set('carrier status', 'delivered');
    await world.clock.advance(2 * 60 * 60_000 - 1);
    expect(waitingKinds()).toEqual(['wait']);
    await world.clock.advance(1);
    await session.settled();
    expect(waitingKinds()).toEqual(['judge']);
  });

  it('ends after a reload too, at the time that was set when it began', async () => {
    world.facts.set('carrier status', 'delivered');
    await session.journal.log.allSaved();
    await session.close();
    await world.clock.advance(3 * 60 * 60_000);
    await open();
    expect(waitingKinds()).toEqual(['judge']);
  });

  it('can be ended by a person', async () => {
    world.facts.set('carrier status', 'delivered');
    await answerPerson(session, { type: 'end-hold', command: waitingId('wait') });
    await session.settled();
    expect(waitingKinds()).toEqual(['judge']);
  });
});

describe('a question to the customer', () => {
  beforeEach(async () => {
    world = createAppWorld(askSop);
    await open();
    await approveWaiting(session);
    await approveWaiting(session);
    await session.settled();
  });

  it('waits for an answer that is newer than the question', async () => {
    expect(waitingKinds()).toEqual(['wait']);
    await world.clock.advance(60_000);
    addMessage('m2', 'The blue one.');
    startRefreshing(session, 'ticket-changed');
    await session.settled();
    expect(waitingProposal(session)?.parameters).toEqual({ tag: 'answered' });
    const answered = session.context.events.find(({ type }) => type === 'customer-answered');
    expect(answered).toMatchObject({ comment: 'm2' });
  });

  it('does not take an answer of unknown time for a new one', async () => {
    const [first] = world.ticket.messages;
    world.ticket = {
      ...world.ticket,
      messages: [...world.ticket.messages, { ...first!, id: 'm0', at: undefined }],
    };
    startRefreshing(session, 'ticket-changed');
    await session.settled();
    expect(waitingKinds()).toEqual(['wait']);
  });
});

describe('one run in two browsers', () => {
  it('keeps what both people have done, although neither saw the other', async () => {
    world = createAppWorld(manualSop);
    await open();
    const other = await openRun(world, world.browser({ ...sampleRep, id: '8', name: 'Sample Colleague' }));
    await other.settled();
    const [first, second] = session.context.advanced.waitingFor.map(({ id }) => id);
    await answerPerson(session, { type: 'tick-manual', command: first ?? '', note: undefined });
    await answerPerson(other, { type: 'tick-manual', command: second ?? '', note: undefined });
    await world.clock.advance(20_000);
    await Promise.all([session.settled(), other.settled()]);
    await world.clock.advance(20_000);
    const run = await world.ledger.latestRun('4512');
    const ticks = run?.events.flatMap((event) => (event.type === 'manual-step-done' ? [event.by.id] : []));
    expect(ticks?.toSorted()).toEqual(['7', '8']);
    expect(other.context.advanced.outcome).toEqual({ is: 'closed', as: 'done' });
    expect(other.journal.log.saving).toEqual({ is: 'saved' });
  });
});

describe('a log that does not fit its SOP', () => {
  it('stops the run with a clear problem, and nothing goes on', async () => {
    world = createAppWorld(refundSop);
    world.facts.set('order number', '1001').set('order value', '$120');
    await open();
    session.journal.append(
      [{ type: 'gate-answered', command: '9.9', answer: 'yes', by: { id: '1', name: 'Somebody' } }],
      'now',
    );
    await session.journal.log.allSaved();
    await reload();
    expect(session.journal.problem).toContain('9.9');
    expect(await approve(session, { command: '1.1>1.1', parameters: { amount: 'USD 120' } })).toBeUndefined();
    expect(world.done).toEqual([]);
  });
});
