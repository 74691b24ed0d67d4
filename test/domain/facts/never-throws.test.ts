import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCase } from '../../../src/domain/facts/evaluate-case.ts';
import type { Expression } from '../../../src/domain/facts/expression.ts';
import { parseCell } from '../../../src/domain/facts/parse-cell.ts';
import { parseCondition, type ParsedExpression } from '../../../src/domain/facts/parse-condition.ts';
import { factsOf } from './declaring.ts';
import { completeFacts, conditions, vocabulary } from './generated-conditions.ts';

/** Pieces of the language in any order come much further into the parser than letters in any order. */
const pieces = fc.constantFrom(
  ...'and or not in is between contains known unknown one of none at least most less more than before after if then else'.split(
    ' ',
  ),
  ...'otherwise yes no true today paid age status plan orders ordered deposit waited sum( count( min( round( days since('.split(
    ' ',
  ),
  ...'( ) [ ] , .. . < <= > >= = != + - * / % $ € £ " “ ” \' ; : 5 1,200 0.5 2026-11-01 2026-02-30 days USD any order valu'.split(
    ' ',
  ),
  'order value',
  'starts with(',
  'not in (',
);
const soup = fc.array(pieces, { maxLength: 25 }).map((found) => found.join(' '));
const closeTo = fc
  .tuple(conditions, fc.nat(), fc.nat(8), pieces)
  .map(
    ([text, at, length, piece]) =>
      `${text.slice(0, at % (text.length + 1))}${piece}${text.slice((at % (text.length + 1)) + length)}`,
  );
const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), soup, closeTo, conditions);

function problemsInside({ problems }: ParsedExpression, from: number, to: number): boolean {
  return problems.every((problem) => problem.from >= from && problem.to <= to && problem.from <= problem.to);
}

/** Every part stands inside the whole, and its words are those of the document at its place. */
function placedRight(tree: Expression, whole: Expression, offset: number, document: string): void {
  expect(tree.span.from).toBeGreaterThanOrEqual(whole.span.from);
  expect(tree.span.to).toBeLessThanOrEqual(whole.span.to);
  expect(document.slice(tree.span.from - offset, tree.span.to - offset)).toBe(tree.text);
  for (const part of Object.values(tree)) {
    for (const each of Array.isArray(part) ? (part as unknown[]) : [part]) {
      if (typeof each === 'object' && each !== null && 'span' in each)
        placedRight(each as Expression, whole, offset, document);
    }
  }
}

describe('any text', () => {
  it('is a condition or has problems inside it, and never throws', () => {
    fc.assert(
      fc.property(texts, completeFacts, fc.boolean(), (text, facts, mustBeCondition) => {
        const parsed = parseCondition(text, { vocabulary, offset: 7, mustBeCondition });
        expect(parsed.expression === undefined).toBe(parsed.problems.length > 0);
        expect(problemsInside(parsed, 7, 7 + text.length)).toBe(true);
        const ids = parsed.problems.map((problem) => problem.id);
        expect(ids.length === 1 || !ids.includes('syntax')).toBe(true);
        if (parsed.expression === undefined) return;
        placedRight(parsed.expression.tree, parsed.expression.tree, 7, text);
        const known = factsOf(vocabulary, facts);
        expect(parsed.expression.evaluate(known).is).toMatch(/^(value|unknown)$/);
        expect(parsed.expression.decide(known).is).toMatch(/^(yes|no|unknown)$/);
      }),
      { numRuns: 4000 },
    );
  }, 60_000);

  it('can be a cell or a column', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.constantFrom('status', 'age', 'order value')), texts, (column, cell) => {
        const parsed = parseCell({ column, columnOffset: 0, cell, cellOffset: column.length, vocabulary });
        expect(parsed.expression === undefined).toBe(parsed.problems.length > 0);
        expect(problemsInside(parsed, 0, column.length + cell.length)).toBe(true);
        parsed.expression?.decide(new Map());
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('can stand anywhere in a case', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.jsonValue(),
        texts,
        (facts, values, condition) => {
          expect(() => evaluateCase({ facts, values, condition, today: values })).not.toThrow();
        },
      ),
    );
  }, 60_000);

  it.each([
    ['spaces', ' '.repeat(100_000)],
    ['letters', 'a'.repeat(100_000)],
    ['names', 'abc '.repeat(25_000)],
    ['unknown names', Array.from({ length: 20_000 }, (_, index) => `x${index}`).join('+')],
    ['digits', '1'.repeat(100_000)],
    ['groups of digits', `1${',111'.repeat(25_000)}`],
    ['quotes', '"'.repeat(100_001)],
    ['brackets', '('.repeat(100_000)],
    ['closing brackets', ')'.repeat(100_000)],
    ['ranges', 'age in ['.repeat(10_000)],
    ['branches', 'if paid then '.repeat(10_000)],
    ['products', Array(50_000).fill('9').join('*')],
    ['quotients', Array(50_000).fill('7').join('/')],
    ['dots', '.'.repeat(100_000)],
    ['apostrophes', "a'".repeat(50_000)],
    ['marks', 'a\u0308'.repeat(50_000)],
    ['half characters', '\ud800'.repeat(100_000)],
  ])(
    'of 100,000 %s is read in no time',
    (_, text) => {
      const started = performance.now();
      parseCondition(text, { vocabulary }).expression?.evaluate(new Map());
      parseCell({ column: text, columnOffset: 0, cell: text, cellOffset: 0, vocabulary });
      parseCell({ column: 'status', columnOffset: 0, cell: text, cellOffset: 0, vocabulary });
      expect(performance.now() - started).toBeLessThan(5000);
    },
    60_000,
  );
});
