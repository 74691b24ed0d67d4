import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changed, linesOf, problemsOf, smallSop } from './small-sop.ts';

const ids = ['branch-without-example'];
const found = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
  linesOf(changed(...changes), { ids });
const withoutExamples = smallSop.replace(/## Examples\n\n(?:\|.*\n)+/, '');

describe('a branch that no example reaches', () => {
  it.each([
    [
      'a branch of an If',
      '| $120 | lost | 2 | no | | draft reply please wait; close as not late yet |\n',
      'If days since',
    ],
    [
      'an Else',
      '| $120 | delivered | 3 | no | | escalate to Tier 2 |\n| $120 | in transit | 3 | no | | escalate to Tier 2 |\n',
      'Else: escalate',
    ],
    ['If unknown', '| $120 | unknown | 3 | no | | escalate to Tier 2 |\n', 'If unknown'],
    ['a row of a table', '| $500 | lost | 3 | no | | escalate to Payments |\n', '| >= $500 |'],
    ['a line under Edge cases', '| $120 | lost | 3 | yes | | escalate to Legal |\n', 'When legal threat'],
  ])('is a warning at %s', (_, row, start) => {
    const lines = found([row, '']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`warning branch-without-example “${start}`);
  });

  it('is named in the sentence', () => {
    const text = changed(['| $500 | lost | 3 | no | | escalate to Payments |\n', '']);
    const [problem] = problemsOf(text).filter(({ id }) => id === 'branch-without-example');
    expect(problem?.message).toBe(
      'No example reaches “row 2 of remedy”. Add a row to “## Examples” that leads there, so that nobody changes it unnoticed.',
    );
    expect(problem?.values).toEqual({ branch: 'row 2 of remedy', path: 'remedy>2' });
  });

  it('is not a branch that two rows reach, when one of them goes', () => {
    expect(found(['| $120 | delivered | 3 | no | | escalate to Tier 2 |\n', ''])).toEqual([]);
  });

  it('is not a failure path, because those are not branches', () => {
    expect(found(['| $120 | lost | 3 | no | easypost | hold |\n', ''])).toEqual([]);
  });

  it('is not what examples cannot reach: a refusal, and what comes after a hold', () => {
    expect(
      found(
        [
          '   - Draft reply "say',
          '   - Gate Team lead "Really?".\n   - If refused: stop.\n   - Draft reply "say',
        ],
        ['2. **Decide.** [P1]', '2. **Decide.** [P1]'],
      ),
    ).toEqual([]);
    expect(
      found([
        '   - Close as "resolved".',
        '   - Hold for 1 day.\n   - If order value > $5: stop.\n   - Else: close as "resolved".',
      ]),
    ).toEqual([]);
  });
});

describe('an SOP without examples', () => {
  it('has one warning, at the heading of its steps', () => {
    expect(linesOf(withoutExamples, { ids })).toEqual(['warning branch-without-example “## Steps”']);
    const [problem] = problemsOf(withoutExamples).filter(({ id }) => id === 'branch-without-example');
    expect(problem?.message).toContain('with a row for each of its 8 branches.');
  });

  it('has the same with a table that has no rows yet', () => {
    const text = smallSop.replace(/(\| fails \| expect \|\n\|[-|]+\n)(?:\|.*\n)+/, '$1');
    expect(linesOf(text, { ids })).toHaveLength(1);
  });

  it('has none where there is nothing to choose', () => {
    const steps = /1\. \*\*Look[\s\S]*(?=3\. )/;
    const text = withoutExamples
      .replace(steps, '')
      .replace(/## Decision[\s\S]*(?=## Edge)/, '')
      .replace(/- When legal.*\n/, '');
    expect(linesOf(text, { ids })).toEqual([]);
  });

  it.each([
    ['prose', '# Refunds\n\n1. Look at the order.\n2. If it is late, refund it.\n'],
    [
      'a checklist with a header',
      withoutExamples.replace(/inputs:[\s\S]*?(?=---)/, '').replaceAll(/ {3}- .*/g, '   - Look.'),
    ],
  ])('has none where it is %s', (_, text) => {
    expect(linesOf(text, { ids })).toEqual([]);
  });
});

it.each(readdirSync('sops'))('finds nothing in %s', (file) => {
  const text = readFileSync(`sops/${file}`, 'utf8');
  expect(linesOf(text, { ids: [...ids, 'example-fails'] })).toEqual([]);
});
