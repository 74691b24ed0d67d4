import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoredEvents, storedEventsText } from '../../../src/domain/ledger/stored-events.ts';
import type { RunEvent } from '../../../src/domain/run/events.ts';

const at = '2026-11-20T10:00:00.000Z';
const by = { id: '7', name: 'Sample Rep' };
const failure = {
  code: 'unavailable',
  reason: 'Stripe did not answer',
  status: 503,
  requestId: 'req_1',
} as const;
const started = {
  v: 1,
  at,
  type: 'run-started',
  sop: { id: 'late-parcel', version: 5, hash: 'h' },
  today: '2026-11-20',
  locale: 'de-DE',
  by,
} as const;

/** One of every kind, with every optional part. Kept for ever: version 1 of stored logs stays readable. */
const everyKind: readonly RunEvent[] = [
  started,
  {
    v: 1,
    at,
    type: 'fact-read',
    command: 'a',
    fact: 'x',
    reading: {
      is: 'value',
      value: [
        'p',
        1,
        true,
        null,
        { money: 'USD 5' },
        { date: '2026-11-01' },
        { number: '0.1' },
        { duration: 'PT1S' },
      ],
    },
    source: {
      from: 'system',
      system: 'shopify',
      record: 'order 1',
      field: 'total_price',
      url: 'https://shop.example.com',
    },
    observedAt: at,
    onlyForFilling: true,
  },
  {
    v: 1,
    at,
    type: 'fact-read',
    command: 'b',
    fact: 'x',
    reading: { is: 'empty' },
    source: { from: 'person', person: by },
    observedAt: at,
  },
  {
    v: 1,
    at,
    type: 'fact-read',
    command: 'c',
    fact: 'x',
    reading: { is: 'none', because: 'several' },
    source: { from: 'person', person: by },
    observedAt: at,
  },
  { v: 1, at, type: 'fact-failed', command: 'd', fact: 'x', system: 'stripe', failure },
  {
    v: 1,
    at,
    type: 'fact-extracted',
    command: 'e',
    fact: 'x',
    value: 'yes',
    quote: 'my lawyer',
    by: 'assistant',
  },
  { v: 1, at, type: 'fact-extracted', command: 'e', fact: 'y', value: null, by: 'nobody' },
  { v: 1, at, type: 'fact-extracted', command: 'e', fact: 'z', value: null, by },
  { v: 1, at, type: 'question-answered', command: 'f', answer: 'no', by },
  { v: 1, at, type: 'gate-answered', command: 'g', answer: 'again', by, reason: 'ok' },
  { v: 1, at, type: 'judgement-answered', command: 'h', answer: 'yes', by },
  {
    v: 1,
    at,
    type: 'proposal-decided',
    command: 'i',
    by,
    decision: 'approved',
    parameters: { amount: 'USD 1', note: null },
    edited: true,
    digest: 'd',
  },
  { v: 1, at, type: 'proposal-decided', command: 'j', by, decision: 'rejected', reason: 'not late' },
  { v: 1, at, type: 'deviation-chosen', command: 'k', choice: 'go-on', by },
  { v: 1, at, type: 'execution-intended', command: 'i', key: 'k', by },
  { v: 1, at, type: 'execution-ended', command: 'i', result: { is: 'unknown', failure } },
  {
    v: 1,
    at,
    type: 'execution-ended',
    command: 'i',
    result: { is: 'failed', failure: { code: 'stale', reason: '' } },
  },
  {
    v: 1,
    at,
    type: 'execution-ended',
    command: 'i',
    result: {
      is: 'succeeded',
      reference: 're_1',
      url: 'https://pay.example.com',
      pending: true,
      reconciled: 'found in the list',
    },
  },
  { v: 1, at, type: 'customer-answered', command: 'l', comment: '9' },
  { v: 1, at, type: 'manual-step-done', command: 'm', by, note: 'done' },
  { v: 1, at, type: 'section-written', command: 'n' },
  { v: 1, at, type: 'held', command: 'o', until: at },
  { v: 1, at, type: 'held', command: 'p' },
  { v: 1, at, type: 'hold-ended', command: 'o' },
  { v: 1, at, type: 'run-ended', outcome: { is: 'closed', as: 'resolved' } },
  { v: 1, at, type: 'run-ended', outcome: { is: 'escalated', to: 'Tier 2', because: undefined }, by },
  { v: 1, at, type: 'run-ended', outcome: { is: 'stopped', by: 'sop', reason: undefined } },
  { v: 1, at, type: 'run-ended', outcome: { is: 'stopped', by, reason: 'taken over' } },
  { v: 1, at, type: 'run-ended', outcome: { is: 'failed', failure } },
  { v: 1, at, type: 'run-ended', outcome: { is: 'cancelled', reason: 'begun again' } },
];

const asText = (events: readonly unknown[]): string => JSON.stringify(events);

describe('a stored log', () => {
  it('gives back every kind of event as it was', () => {
    expect(readStoredEvents(storedEventsText(everyKind))).toEqual({ is: 'read', events: everyKind });
  });

  it('of a newer version is refused by its number, before anything else in it is looked at', () => {
    const newer = [started, { v: 2, at, type: 'from-the-future' }];
    expect(readStoredEvents(asText(newer))).toEqual({ is: 'newer-version', version: 2, index: 1 });
  });

  it('that was cut off or is no log is malformed', () => {
    expect(readStoredEvents(storedEventsText(everyKind).slice(0, -10))).toEqual({
      is: 'malformed',
      index: undefined,
    });
    expect(readStoredEvents('{}')).toEqual({ is: 'malformed', index: undefined });
    expect(readStoredEvents('[]')).toEqual({ is: 'malformed', index: undefined });
    expect(readStoredEvents('')).toEqual({ is: 'malformed', index: undefined });
  });

  it('begins with the start of its run, once', () => {
    expect(readStoredEvents(asText(everyKind.slice(1)))).toEqual({ is: 'malformed', index: 0 });
    expect(readStoredEvents(asText([started, started]))).toEqual({ is: 'malformed', index: 1 });
  });

  it('in which any needed part was removed or changed its type is malformed, by the place', () => {
    const needed = everyKind.flatMap((event, index) =>
      Object.keys(event)
        .filter(
          (key) =>
            !['until', 'note', 'comment', 'reason', 'quote', 'onlyForFilling', 'locale', 'edited'].includes(
              key,
            ),
        )
        .filter((key) => !(event.type === 'run-ended' && key === 'by') && key !== 'value')
        .map((key) => ({ index, key })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...needed),
        fc.constantFrom(undefined, { wrong: true }),
        ({ index, key }, wrong) => {
          const spoiled = everyKind.map((event, position) =>
            position === index ? { ...event, [key]: wrong } : event,
          );
          expect(readStoredEvents(asText(spoiled))).toEqual({ is: 'malformed', index });
        },
      ),
    );
  });
});
