import { describe, expect, it } from 'vitest';
import { addedId } from '../../../src/domain/run/log-index.ts';
import type { Person, RunEvent } from '../../../src/domain/run/events.ts';
import { simulate } from '../../../src/domain/run/simulate.ts';
import { event, go, rep, sopOf, steps, waits } from './running.ts';

const colleague: Person = { id: '8', name: 'Sample Colleague' };
const lead: Person = { id: '9', name: 'Sample Lead' };

const answer = (
  by: Person,
  changes: { role?: string; answer?: 'yes' | 'no'; question?: string } = {},
): RunEvent => event({ type: 'gate-answered', command: '1.1', answer: 'yes', by, ...changes });
const asked = (by: Person): RunEvent =>
  event({
    type: 'proposal-added',
    command: addedId('1.1', 'ask-colleague', 0),
    about: '1.1',
    because: 'ask-colleague',
    action: { operation: 'zendesk.notify', parameters: { team: 'Team lead', message: 'Refund?' } },
    by,
  });

const gateOf = (words: string) => sopOf(steps(`Gate Team lead "Refund?"${words}.`, 'Close as "resolved".'));
const byAnother = gateOf(' by another person');
const isOpen = (...events: readonly RunEvent[]) => waits(go(byAnother, ...events)).includes('gate Team lead');

describe('a gate by another person', () => {
  it.each<[string, boolean, readonly RunEvent[]]>([
    ['of whoever began the run does not count', true, [answer(rep)]],
    ['of a colleague counts', false, [answer(colleague)]],
    ['of whoever has asked for it does not count', true, [asked(colleague), answer(colleague)]],
    ['counts although its giver asks afterwards', false, [answer(colleague), asked(colleague)]],
    ['of a colleague counts after one that does not', false, [answer(rep), answer(colleague)]],
    [
      'of a colleague counts before one that does not',
      false,
      [answer(colleague), answer(rep, { answer: 'no' })],
    ],
  ])('an answer %s', (_, open, events) => {
    expect(isOpen(...events)).toBe(open);
  });

  it('says who may not answer', () => {
    expect(go(byAnother, asked(colleague), asked(colleague)).waitingFor).toMatchObject([
      { kind: 'gate', notBy: [rep, colleague] },
    ]);
  });

  it('takes the no of a third person', () => {
    const advanced = go(byAnother, asked(colleague), answer(lead, { answer: 'no' }));
    expect(advanced.outcome).toMatchObject({ is: 'stopped', by: lead });
  });
});

describe('an example of a gate by another person', () => {
  it('is answered by somebody else than who began the run', () => {
    const { advanced, happened } = simulate(byAnother, {
      today: '2026-11-20',
      answer: () => ({ is: 'unknown' }),
      fails: () => false,
      decide: () => 'yes',
      mostRounds: 10,
    });
    expect(happened.map(({ kind }) => kind)).toEqual(['gate']);
    expect(advanced.outcome).toEqual({ is: 'closed', as: 'resolved' });
  });
});

describe('a gate without these words', () => {
  const plain = gateOf('');

  it('is answered by whoever has the role, as before', () => {
    expect(go(plain, asked(rep), answer(rep)).outcome).toMatchObject({ is: 'closed' });
    expect(go(plain).waitingFor[0]).not.toHaveProperty('notBy');
  });

  it.each<[string | undefined, boolean]>([
    [undefined, true],
    ['Team lead', true],
    ['team LEAD', true],
    ['Tier 1', false],
  ])('counts an answer in the role %s: %s', (role, counts) => {
    const { outcome } = go(plain, answer(rep, role === undefined ? {} : { role }));
    expect(outcome !== undefined).toBe(counts);
  });

  it('is not answered by what was said about another question since', () => {
    const events = [answer(rep, { question: 'Refund?' }), answer(rep, { question: 'Refund $900?' })];
    expect(waits(go(plain, ...events))).toEqual(['gate Team lead']);
  });
});
