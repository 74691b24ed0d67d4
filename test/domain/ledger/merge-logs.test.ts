import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameLog, mergeLogs } from '../../../src/domain/ledger/merge-logs.ts';
import type { RunEvent } from '../../../src/domain/run/events.ts';

const by = { id: '7', name: 'Sample Rep' };
const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const started: RunEvent = {
  v: 1,
  at: at(0),
  type: 'run-started',
  sop: { id: 'refund', version: 1, hash: 'h' },
  today: '2026-11-20',
  by,
};
const read = (minute: number, fact: string): RunEvent => ({
  v: 1,
  at: at(minute),
  type: 'fact-read',
  command: `1.1/read:${fact}#0`,
  fact,
  reading: { is: 'value', value: 'x' },
  source: { from: 'system', system: 'shopify', record: 'order', field: fact },
  observedAt: at(minute),
});
const gate = (minute: number, command: string, answer: 'yes' | 'no'): RunEvent => ({
  v: 1,
  at: at(minute),
  type: 'gate-answered',
  command,
  answer,
  by,
});

const anyEvent = fc.oneof(
  fc.tuple(fc.nat(50), fc.constantFrom('a', 'b', 'c')).map(([minute, fact]) => read(minute, fact)),
  fc
    .tuple(fc.nat(50), fc.constantFrom('2.1', '2.2'), fc.constantFrom('yes', 'no'))
    .map(([minute, command, answer]) => gate(minute, command, answer)),
);
const anyLog = fc.array(anyEvent, { maxLength: 8 }).map((events) => [started, ...events]);

describe('two logs of one run', () => {
  it('keep what is stored, in its order, in front', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (stored, ours) => {
        expect(mergeLogs(stored, ours).slice(0, stored.length)).toEqual(stored);
      }),
    );
  });

  it('lose nothing that a person did', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (stored, ours) => {
        const merged = mergeLogs(stored, ours);
        const answers = ours.filter(({ type }) => type === 'gate-answered');
        expect(merged).toEqual(expect.arrayContaining(answers));
      }),
    );
  });

  it('count a reading once that both have made', () => {
    expect(mergeLogs([started, read(1, 'a')], [started, read(2, 'a'), read(2, 'b')])).toEqual([
      started,
      read(1, 'a'),
      read(2, 'b'),
    ]);
  });

  it('are the stored one when the other has nothing new', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(mergeLogs(log, log)).toBe(log);
        expect(mergeLogs(log, log.slice(0, 2))).toBe(log);
      }),
    );
  });

  it('are the same whatever the order of the parts of an event', () => {
    const { at: time, ...rest } = read(1, 'a');
    expect(isSameLog([started, read(1, 'a')], [started, { ...rest, at: time }])).toBe(true);
    expect(isSameLog([started], [started, read(1, 'a')])).toBe(false);
    expect(isSameLog([started, read(1, 'a')], [started, read(1, 'b')])).toBe(false);
  });
});
