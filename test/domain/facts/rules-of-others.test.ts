import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateCase } from '../../../src/domain/facts/evaluate-case.ts';

/** Rules of a public benchmark for following procedures, in our condition language. They are not ours to ship, so they may be missing. */
const cases = new URL('../../../../shared/bench/sopbench/cases.jsonl', import.meta.url);

type Case = { readonly id: string; readonly expect: 'yes' | 'no' };

const isThere = existsSync(cases);
const why = isThere ? '' : ' (skipped: the cases are not beside this repository)';

describe.skipIf(!isThere)(`rules of a public benchmark${why}`, () => {
  const results = (isThere ? readFileSync(cases, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case)
    .map(({ id, expect: wanted, ...rule }) => {
      const result = evaluateCase(rule);
      return { id, wanted, got: 'outcome' in result ? result.outcome : result.errors };
    });

  it('are all there', () => {
    expect(results).toHaveLength(231);
  });

  it('are never wrongly a yes', () => {
    expect(results.filter(({ wanted, got }) => wanted === 'no' && got === 'yes')).toEqual([]);
  });

  it('are never wrongly a no, and never undecided', () => {
    expect(results.filter(({ wanted, got }) => wanted !== got)).toEqual([]);
  });
});
