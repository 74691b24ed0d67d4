import { describe, expect, it } from 'vitest';
import { measuredTable } from '../../bench/measured-table.ts';
import { performancePage } from '../../bench/performance-page.ts';
import type { Measured } from '../../bench/run.ts';
import { targetText, verdict } from '../../bench/verdict.ts';

const one = (value: number, target: Pick<Measured, 'atMost' | 'atLeast'> = {}): Measured => ({
  what: 'time to the plan',
  value,
  unit: 'ms',
  ran: 'Fifteen loads.',
  ...target,
});

describe('a target', () => {
  it.each([
    [300, { atMost: 300 }, 'met'],
    [300.1, { atMost: 300 }, 'MISSED'],
    [5000, { atLeast: 5000 }, 'met'],
    [4999, { atLeast: 5000 }, 'MISSED'],
    [Number.NaN, { atMost: 300 }, 'MISSED'],
    [7, {}, '–'],
  ])('of %s against %o is %s', (value, target, expected) => {
    expect(verdict(one(value, target))).toBe(expected);
  });

  it('is written with its unit', () => {
    expect(targetText(one(1, { atMost: 300 }))).toBe('at most 300 ms');
    expect(targetText({ ...one(1, { atLeast: 5000 }), unit: '/s' })).toBe('at least 5,000/s');
  });
});

describe('what is printed', () => {
  const measured = [one(212.4, { atMost: 300 }), { ...one(14, { atMost: 12 }), what: 'requests', unit: '' }];
  const notMeasured = [{ what: 'the sidebar', because: 'The desk did not open.' }];

  it('marks a missed target plainly, and what could not be measured', () => {
    const table = measuredTable(measured, notMeasured);
    expect(table).toContain('1 MISSED: requests.');
    expect(table).toContain('NOT MEASURED: the sidebar. The desk did not open.');
  });

  it('says of every line what was run', () => {
    expect(measuredTable(measured, []).match(/Fifteen loads\./g)).toHaveLength(2);
  });

  it('is recorded with the machine and every value', () => {
    const page = performancePage({ measured, notMeasured, machine: '2 cores, Node 24.', day: '2026-11-20' });
    expect(page).toContain('Measured on 2026-11-20: 2 cores, Node 24.');
    expect(page).toContain('| requests | 14 | at most 12 | **MISSED** |');
    expect(page).toContain('| the sidebar | The desk did not open. | – | **not measured** |');
  });
});
