import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changed, smallSop } from '../check/small-sop.ts';
import { coverageOf, openOf } from './testing.ts';

const rowsOf = (places: readonly { readonly path: string; readonly rows: readonly number[] }[]) =>
  Object.fromEntries(places.map(({ path, rows }) => [path, rows]));

describe('coverage', () => {
  it('names every branch by its path, with the rows that reach it', () => {
    const { branches } = coverageOf(smallSop);
    expect(rowsOf(branches)).toEqual({
      '1.2>1': [8],
      '2.1>1': [1, 12],
      '2.1>2': [2, 3, 4],
      '2.1>else': [5, 6],
      '2.1>unknown': [7],
      'remedy>1': [2, 3],
      'remedy>2': [4],
      'edge.1': [9],
    });
  });

  it('points at the words of a branch and says its kind', () => {
    const { branches } = coverageOf(smallSop);
    expect(branches.map(({ kind, from, to }) => `${kind} ${smallSop.slice(from, to).slice(0, 24)}`)).toEqual([
      'if If days since(promised d',
      'if If order value < $200 an',
      'if Else if carrier status =',
      'else Else: escalate to Tier 2',
      'unknown If unknown: escalate to ',
      'row | < $500 | gate Team lea',
      'row | >= $500 | escalate to ',
      'when When legal threat: escal',
    ]);
  });

  it('keeps failure paths apart: rows reach them through “fails”', () => {
    expect(rowsOf(coverageOf(smallSop).failures)).toEqual({ 'edge.2': [10], 'edge.3': [11], 'edge.4': [12] });
    const without = changed(['| $120 | lost | 3 | no | easypost | hold |\n', '']);
    expect(openOf(coverageOf(without))).toEqual(['On failure of easypost']);
  });

  it('sees a failure path that a closed lock leads to', () => {
    const text = changed(
      ['amount = order value', 'amount = order value only if order value > $150'],
      [
        '| $120 | lost | 3 | no | full refund | propose full refund; escalate to Payments |',
        '| $120 | lost | 3 | no | | escalate to Payments |',
      ],
    );
    expect(rowsOf(coverageOf(text).failures)).toMatchObject({ 'edge.4': [12] });
  });

  it('lists what examples can never reach, because they approve everything and end at a hold', () => {
    const text = changed(
      [
        '   - Draft reply "say',
        '   - Gate Team lead "Really?".\n   - If refused: stop.\n   - On rejection of full refund: stop.\n   - Draft reply "say',
      ],
      [
        '   - Close as "resolved".',
        '   - Hold for 1 day.\n   - If order value > $5: stop.\n   - Close as "resolved".',
      ],
    );
    expect(coverageOf(text).never.map(({ kind, because }) => `${kind} ${because}`)).toEqual([
      'refused approved',
      'rejection approved',
      'if after-hold',
    ]);
  });

  it('follows a jump past a hold', () => {
    const held = ['2. **Decide.** [P1]', '2. **Decide.** [P1]\n   - Hold for 1 day.'] as const;
    const chosen = ['   - Close as', '   - If order value > $5: stop.\n   - Close as'] as const;
    const jump = [
      '   - Get order value,',
      '   - If order value > $900: go to step 3.\n   - Get order value,',
    ] as const;
    const never = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
      coverageOf(changed(...changes)).never.map(({ path }) => path);
    expect(never(held, chosen)).toContain('3.2>1');
    expect(never(held, chosen, jump)).not.toContain('3.2>1');
  });

  it('counts the same table once, wherever it is decided', () => {
    const text = changed([
      '   - Else: escalate to Tier 2 because "the parcel is not lost".',
      '   - Else: decide remedy.',
    ]);
    expect(rowsOf(coverageOf(text).branches)).toMatchObject({ 'remedy>1': [2, 3, 5, 6], 'remedy>2': [4] });
  });
});

describe('a border', () => {
  const bordersOf = (text: string) =>
    coverageOf(text).borders.map(({ name, text: value, rows }) => `${name} ${value}: ${rows.join(' ')}`);

  it('is each constant that a fact is compared with, and a row stands exactly on it', () => {
    expect(bordersOf(smallSop)).toEqual([
      'days since promised date 3: 1 2 3 4 5 6 7 12',
      'order value $200: 2',
      'order value $500: 4',
    ]);
  });

  it('is not reached by a row that comes close', () => {
    expect(bordersOf(changed(['| $500 | lost', '| $500.01 | lost']))).toContain('order value $500: ');
  });

  it('is not reached by a row in which nobody asks', () => {
    const row = '| $200 | lost | 3 | no | | gate Team lead; propose full refund; close as resolved |';
    const early = '| $200 | lost | 2 | no | | draft reply please wait; close as not late yet |';
    expect(bordersOf(changed([row, early]))).toContain('order value $200: ');
  });

  it.each([
    ['order value between $200 and $300', ['order value $200', 'order value $300']],
    ['order value in ($5..300 USD]', ['order value $5', 'order value $300']],
    ['200 > order value', ['order value $200']],
    ['not (order value = -$1.50)', ['order value -$1.50']],
    ['days until(promised date) < 2', ['days since promised date -2']],
    ['promised date < today', ['days since promised date 0']],
    ['promised date < 2026-03-01', ['promised date 2026-03-01']],
    ['carrier status = "lost" and legal threat', []],
    ['order value is known', []],
  ])('of “%s” is %j', (condition, borders) => {
    const text = changed(['If order value < $200 and carrier status = "lost"', `If ${condition}`]);
    const found = coverageOf(text).borders.map(({ name, text: value }) => `${name} ${value}`);
    const others = ['days since promised date 3', 'order value $500'];
    expect(found.filter((border) => !others.includes(border))).toEqual(borders);
  });
});

it.each(['late-parcel', 'damaged-item'])('every branch and border of %s is reached', (name) => {
  const { branches, borders, results } = coverageOf(readFileSync(`sops/${name}.sop.md`, 'utf8'));
  expect(results.every(({ result }) => result.is === 'passed')).toBe(true);
  expect(openOf({ branches, borders, failures: [], never: [], results })).toEqual([]);
});
