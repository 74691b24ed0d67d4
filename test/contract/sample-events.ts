import type { RunEvent } from '../../src/domain/run/events.ts';

const at = '2026-11-20T09:00:00.000Z';
const stamp = { v: 1, at } as const;
const by = { id: '2', name: 'Sample Agent' };
const failure = { code: 'unavailable', reason: 'No answer.', status: 503, requestId: 'r1' } as const;
const system = { from: 'system', system: 'stripe', record: 'customer', field: 'dispute_count' } as const;

/** One event of every kind and shape: what a ledger has to give back as it was. */
export const sampleEvents: readonly RunEvent[] = [
  {
    ...stamp,
    type: 'fact-read',
    command: '1/read:a#0',
    fact: 'a',
    reading: { is: 'value', value: [{ money: 'USD 1' }, 'x', 2, true, null, { date: at }, { number: '1' }] },
    source: { ...system, url: 'https://example.com' },
    observedAt: at,
  },
  {
    ...stamp,
    type: 'fact-read',
    command: '1/read:b#0',
    fact: 'b',
    reading: { is: 'empty' },
    source: { from: 'person', person: by },
    observedAt: at,
    onlyForFilling: true,
  },
  {
    ...stamp,
    type: 'fact-read',
    command: '1/read:c#0',
    fact: 'c',
    reading: { is: 'none', because: 'not-found' },
    source: system,
    observedAt: at,
  },
  { ...stamp, type: 'fact-failed', command: '1/read:d#0', fact: 'd', system: 'stripe', failure },
  { ...stamp, type: 'fact-extracted', command: '1/extract#0', fact: 'e', value: null, by: 'nobody' },
  { ...stamp, type: 'fact-extracted', command: '1/extract#0', fact: 'f', value: 'no', quote: '“no”', by },
  { ...stamp, type: 'question-answered', command: '0.1/question#0', answer: 'yes', by },
  { ...stamp, type: 'gate-answered', command: '2.1/gate#0', answer: 'again', by, reason: 'I looked.' },
  { ...stamp, type: 'judgement-answered', command: '2.2/judge#0', answer: 'no', by },
  {
    ...stamp,
    type: 'proposal-decided',
    command: '3.1',
    by,
    decision: 'approved',
    parameters: { amount: 'USD 142.1', custom_field: null, value: true },
    edited: false,
    digest: 'd'.repeat(64),
  },
  { ...stamp, type: 'proposal-decided', command: '3.2', by, decision: 'rejected', reason: 'Not now.' },
  { ...stamp, type: 'deviation-chosen', command: '3.2/deviation', choice: 'go-on', by },
  { ...stamp, type: 'execution-intended', command: '3.1', key: 'k', by },
  { ...stamp, type: 'execution-ended', command: '3.1', result: { is: 'unknown', failure } },
  {
    ...stamp,
    type: 'execution-ended',
    command: '3.1',
    result: {
      is: 'succeeded',
      reference: 're_1',
      url: 'https://example.com',
      pending: true,
      reconciled: 'found',
      remark: 'no tag',
    },
  },
  { ...stamp, type: 'execution-ended', command: '3.3', result: { is: 'failed', failure } },
  { ...stamp, type: 'customer-answered', command: '4.1/answer', comment: 'Grüße 👋' },
  { ...stamp, type: 'manual-step-done', command: '4.2', by, note: 'done' },
  { ...stamp, type: 'section-written', command: '4.3' },
  { ...stamp, type: 'held', command: '4.4/wait#0', until: at },
  { ...stamp, type: 'held', command: '4.5/wait#0' },
  { ...stamp, type: 'hold-ended', command: '4.4/wait#0' },
  { ...stamp, type: 'run-ended', outcome: { is: 'closed', as: 'resolved' } },
  { ...stamp, type: 'run-ended', outcome: { is: 'escalated', to: 'Tier 2', because: 'a fact is missing' } },
  { ...stamp, type: 'run-ended', outcome: { is: 'escalated', to: 'Tier 2', because: undefined } },
  { ...stamp, type: 'run-ended', outcome: { is: 'stopped', by: 'sop', reason: undefined } },
  { ...stamp, type: 'run-ended', outcome: { is: 'stopped', by, reason: 'mine' }, by },
  { ...stamp, type: 'run-ended', outcome: { is: 'failed', failure } },
  { ...stamp, type: 'run-ended', outcome: { is: 'cancelled', reason: 'run again' } },
];
