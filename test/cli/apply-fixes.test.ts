import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../src/cli/apply-fixes.ts';
import type { Fix, Problem } from '../../src/domain/facts/problem.ts';

const problem = (...fixes: readonly Fix[]): Problem => ({
  id: 'unknown-fact',
  level: 'error',
  message: 'A name is wrong.',
  values: {},
  from: 0,
  to: 1,
  fixes,
});
const edit = (from: number, to: number, text: string) => ({ from, to, text });
const fix = (title: string, ...edits: Fix['edits']): Fix => ({ title, edits });

describe('applying fixes', () => {
  it('changes the places of the first fix of each problem, and nothing else', () => {
    const { text, applied } = applyFixes('one two three', [
      problem(fix('Write “2”', edit(4, 7, '2')), fix('Take it out', edit(0, 13, ''))),
      problem(),
      problem(fix('Write “1” and “3”', edit(8, 13, '3'), edit(0, 3, '1'))),
    ]);
    expect(text).toBe('1 2 3');
    expect(applied.map(({ title }) => title)).toEqual(['Write “2”', 'Write “1” and “3”']);
  });

  it.each([
    ['one that overlaps', edit(2, 5, 'X')],
    ['one that stands beside it', edit(3, 4, 'X')],
    ['one that puts something in at its end', edit(3, 3, 'X')],
  ])('keeps a fix for later: %s', (_, other) => {
    const first = problem(fix('a', edit(0, 3, '1')));
    const { text, applied } = applyFixes('one two', [first, problem(fix('b', other))]);
    expect(text).toBe('1 two');
    expect(applied).toHaveLength(1);
  });

  it('leaves a text without fixes as it is', () => {
    expect(applyFixes('\uFEFFa\r\nb', [problem()])).toEqual({ text: '\uFEFFa\r\nb', applied: [] });
  });
});
