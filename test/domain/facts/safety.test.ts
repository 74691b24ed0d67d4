import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { parseCondition } from '../../../src/domain/facts/parse-condition.ts';
import { factsOf } from './declaring.ts';
import { anItem, completeFacts, completeItems, conditions, vocabulary } from './generated-conditions.ts';

const completionsPerCondition = 10;
const withheld = fc.array(fc.constantFrom(...vocabulary.facts.map((fact) => fact.name)), { maxLength: 12 });

function without(facts: Readonly<Record<string, FactJson>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}

describe('a condition with missing facts', () => {
  /** Source: SOP language, section 3, "Safety property". */
  it('gives a definite answer only if it stays the same whatever the facts turn out to be', () => {
    let completions = 0;
    const answers = { yes: 0, no: 0, unknown: 0 };
    const others = fc.array(fc.tuple(completeFacts, anItem), {
      minLength: completionsPerCondition,
      maxLength: completionsPerCondition,
    });
    fc.assert(
      fc.property(conditions, completeFacts, withheld, others, (text, facts, names, completing) => {
        const { expression } = parseCondition(text, { vocabulary });
        fc.pre(expression !== undefined);
        const partly = without(facts, names);
        const answer = expression.decide(factsOf(vocabulary, partly));
        answers[answer.is] += 1;
        for (const [completion, item] of completing) {
          const read = Object.entries(partly).map(
            ([name, json]) => [name, completeItems(json, item)] as const,
          );
          const completed = { ...completion, ...Object.fromEntries(read) };
          const full = expression.decide(factsOf(vocabulary, completed));
          completions += 1;
          expect([text, answer.is === 'unknown' ? 'unknown' : full.is]).toEqual([text, answer.is]);
        }
      }),
      { numRuns: 2500 },
    );
    expect(completions).toBeGreaterThanOrEqual(20_000);
    expect(Math.min(answers.yes, answers.no, answers.unknown)).toBeGreaterThan(200);
  }, 60_000);

  it('names what is missing, sorted, each once, and never a fact that is known', () => {
    fc.assert(
      fc.property(conditions, completeFacts, withheld, (text, facts, names) => {
        const { expression } = parseCondition(text, { vocabulary });
        fc.pre(expression !== undefined);
        const partly = without(facts, names);
        const answer = expression.decide(factsOf(vocabulary, partly));
        if (answer.is !== 'unknown') return;
        expect(answer.missing).not.toEqual([]);
        expect(answer.missing).toEqual([...new Set(answer.missing)].toSorted());
        const lists = ['orders', 'fees'];
        const known = answer.missing.filter((name) => Object.hasOwn(partly, name) && !lists.includes(name));
        expect(known).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('decides by three-valued logic, whatever its parts are', () => {
    const rank = { no: 0, unknown: 1, yes: 2 } as const;
    fc.assert(
      fc.property(conditions, conditions, completeFacts, withheld, (left, right, facts, names) => {
        const known = factsOf(vocabulary, without(facts, names));
        const decide = (text: string) => parseCondition(text, { vocabulary }).expression?.decide(known).is;
        const [one, other] = [decide(left), decide(right)];
        fc.pre(one !== undefined && other !== undefined);
        const both = decide(`(${left}) and (${right})`) ?? 'yes';
        const either = decide(`(${left}) or (${right})`) ?? 'yes';
        expect(rank[both]).toBe(Math.min(rank[one], rank[other]));
        expect(rank[either]).toBe(Math.max(rank[one], rank[other]));
        expect(rank[decide(`not (${left})`) ?? 'yes']).toBe(2 - rank[one]);
        expect(decide(`(${left}) is known`)).toBe(one === 'unknown' ? 'no' : 'yes');
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
