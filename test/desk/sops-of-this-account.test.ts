import { describe, expect, it } from 'vitest';
import { sopsOfThisAccount } from '../../desk/world/sops.ts';
import { checkSop } from '../../src/domain/check/check-sop.ts';
import { coverExamples } from '../../src/domain/examples/cover-examples.ts';
import { readExamples } from '../../src/domain/sop/read-examples.ts';

const today = '2026-11-20';

describe.each(sopsOfThisAccount())('$id', ({ text }) => {
  const { sop, problems } = checkSop(text, { today });

  it('has neither an error nor a warning', () => {
    expect(problems.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('has examples, and all of them pass', () => {
    if (!sop) throw new Error('There is nothing to read.');
    const { examples, problems: mistakes } = readExamples(sop, today);
    expect(mistakes).toEqual([]);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    const { results } = coverExamples(sop, examples, today);
    expect(results.filter(({ result }) => result.is !== 'passed')).toEqual([]);
  });
});
