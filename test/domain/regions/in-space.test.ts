import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../src/domain/facts/calendar.ts';
import { compareEquality, compareOrder } from '../../../src/domain/facts/compare-values.ts';
import { decimalOf } from '../../../src/domain/facts/decimal.ts';
import type { KnownFacts, Value } from '../../../src/domain/facts/value.ts';
import { inSpace } from '../../../src/domain/regions/in-space.ts';
import type { Box, Cell, Dimension } from '../../../src/domain/regions/space.ts';
import { expressionOf, factsOf, vocabularyOf } from '../facts/declaring.ts';
import { completeFacts, conditions, vocabulary } from '../facts/generated-conditions.ts';
import { leftOver, today } from './regions-of.ts';

describe('what a chain of conditions leaves over', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'the border between under and over',
      ['order value < $200 and prior chargebacks = 0', 'order value > $200 or prior chargebacks > 0'],
      ['order value exactly $200, prior chargebacks exactly 0'],
    ],
    ['nothing where the border is included', ['order value < $200', 'order value >= $200'], []],
    ['nothing between whole numbers', ['prior chargebacks < 1', 'prior chargebacks > 0'], []],
    ['nothing below zero of a count', ['prior chargebacks = 0', 'prior chargebacks >= 1'], []],
    [
      'a part of a dollar',
      ['order value <= $199.99', 'order value >= $200'],
      ['order value over $199.99 to under $200'],
    ],
    [
      'a day that is counted from today',
      ['days since(promised date) < 3', 'promised date < today - 3 days'],
      ['days since promised date exactly 3'],
    ],
    [
      'a day that is still to come',
      ['days until(promised date) > 5', 'days until(promised date) < 5'],
      ['days until promised date exactly 5'],
    ],
    [
      'a written day',
      ['promised date > 2026-01-01', 'promised date < 2026-01-01'],
      ['promised date exactly 2026-01-01'],
    ],
    ['half a day is no day', ['days since(promised date) <= 2.5', 'days since(promised date) >= 3'], []],
    [
      'a number of items',
      ['count(orders in dispute) > 1', 'count(orders in dispute) = 0'],
      ['count(orders in dispute) exactly 1'],
    ],
    [
      'a choice',
      ['carrier status = "lost"', 'carrier status in ("in transit", "returned")'],
      ['carrier status delivered'],
    ],
    ['all choices but one', ['carrier status = "lost"'], ['carrier status other than lost']],
    ['any other text', ['note = "a"', 'note in ("b", "c")'], ['note other than "a", "b" or "c"']],
    ['what an item in a list leaves', ['orders in dispute contains "A"'], ['orders in dispute without "A"']],
    [
      'equal facts',
      ['order value < refund amount', 'refund amount < order value'],
      ['order value exactly refund amount'],
    ],
    [
      'nothing where two facts are compared all ways',
      ['order value <= refund amount', '2 * refund amount < 2 * order value'],
      [],
    ],
    [
      'a share of an amount',
      ['order value * 20 % > $50', 'order value < $250'],
      ['order value exactly $250'],
    ],
    [
      'a limit that depends on another fact',
      ['order value < if vip then $500 else $200', 'order value >= $500'],
      ['order value $200 to under $500, vip no'],
    ],
    [
      'the smaller of two',
      ['min(order value, $100) < $50', 'order value > $50'],
      ['order value exactly $50'],
    ],
    ['a length of time', ['waited < 2 hours', 'waited > 120 minutes'], ['waited exactly 2 hours']],
    [
      'a range with an open end',
      ['order value in [$50..$200)', 'order value < $50', 'order value > $200'],
      ['order value exactly $200'],
    ],
    ['a fact that is unknown where a condition asks for it', ['vip is known'], ['vip unknown']],
    ['nothing unknown where no condition asks for it', ['vip', 'not vip'], []],
    [
      'nothing where a question is asked both ways',
      ['note contains "gift"', 'not (note contains "gift")'],
      [],
    ],
    ['several parts', ['order value between $10 and $20'], ['order value under $10 or over $20']],
  ])('%s', (_, chain, expected) => {
    expect(leftOver(chain).map(({ text }) => text)).toEqual(expected);
  });

  it('says “may” only where it rests on a question that another one may answer', () => {
    const sureness = (...texts: string[]) => leftOver(texts).map(({ isSure }) => isSure);
    expect(sureness('order value < $200')).toEqual([true]);
    expect(sureness('note contains "gift"')).toEqual([false]);
    expect(sureness('order value < refund amount')).toEqual([true]);
    expect(sureness('order value < refund amount', 'order value < $200')).toEqual([false]);
    expect(sureness('ticket tags contains "a"', 'ticket tags contains "b"')).toEqual([true]);
    expect(sureness('ticket tags contains "a"', 'count(ticket tags) > 3')).toEqual([false]);
  });

  it('gives several parts, each as large as it can be', () => {
    const parts = leftOver([
      'order value < $200 and count(orders in dispute) < 2',
      'not (ticket tags contains "late")',
    ]);
    expect(parts.map(({ text }) => text)).toEqual([
      'count(orders in dispute) 2 or more, ticket tags contains "late"',
      'order value $200 or more, ticket tags contains "late"',
    ]);
  });
});

describe('the work limit', () => {
  it('answers “too many” instead of looking at every combination', () => {
    const facts = Array.from({ length: 40 }, (_, at) => `a${String(at)}`);
    const wide = Object.fromEntries(facts.map((name) => [name, 'count']));
    const conditionsOf = facts.flatMap((name, at) =>
      facts.slice(at + 1).map((other, next) => `${name} = ${String(at)} and ${other} = ${String(next)}`),
    );
    const analysed = tooWide(wide, conditionsOf);
    expect(analysed).toBe('too-many');
  });
});

function tooWide(types: Readonly<Record<string, string>>, texts: readonly string[]): string {
  const own = vocabularyOf(types);
  const expressions = texts.map((text) => expressionOf(own, text));
  return inSpace(expressions, { today, unknowns: 'where-tested' }, (space) => {
    let rest = space.everything;
    for (const expression of expressions) rest = space.subtract(rest, space.decide(expression).yes);
    return rest;
  }).is;
}

describe('a region and the ordinary evaluator', () => {
  it('decide the same for every combination of facts', () => {
    const tried = { count: 0 };
    fc.assert(
      fc.property(conditions, completeFacts, (text, json) => {
        // What money without a currency, a list of anything or a division comes to is not told by its own words alone.
        if (/deposit|fees|orders|\//.test(text)) return;
        const condition = expressionOrNothing(text);
        if (!condition) return;
        const facts = factsOf(vocabulary, { ...json, today });
        const truth = condition.decide(facts);
        const analysed = inSpace([condition], { today, unknowns: 'where-tested' }, (space) => {
          const decided = space.decide(condition);
          expect(space.union(space.union(decided.yes, decided.no), decided.unknown)).toBe(space.everything);
          expect(space.intersect(decided.yes, decided.no)).toBe(space.nothing);
          return { yes: space.boxes(decided.yes), no: space.boxes(decided.no) };
        });
        if (analysed.is === 'too-many' || truth.is === 'unknown') return;
        const { yes, no } = analysed.result;
        if (![...yes, ...no].every(isReadable)) return;
        if (yes.length >= 12 || no.length >= 12) return;
        tried.count += 1;
        expect({ text, is: isInside(yes, facts) ? 'yes' : isInside(no, facts) ? 'no' : 'neither' }).toEqual({
          text,
          is: truth.is,
        });
      }),
      { numRuns: 6000, seed: 20261120 },
    );
    expect(tried.count).toBeGreaterThan(1500);
  });
});

function expressionOrNothing(text: string) {
  try {
    return expressionOf(vocabulary, text);
  } catch {
    return undefined;
  }
}

/** Whether what a dimension asks for can be asked again by its name: money and a plain number cannot be added, and days are no seconds. */
function isReadable({ sides }: Box): boolean {
  return sides.every(({ dimension }) => {
    if (dimension.is !== 'question') return true;
    const type = expressionOrNothing(dimension.name)?.type.kind;
    return type !== undefined && type !== 'date' && (type !== 'duration' || dimension.compared !== undefined);
  });
}

function isInside(boxes: readonly Box[], facts: KnownFacts): boolean {
  return boxes.some(({ sides }) =>
    sides.every(({ dimension, cells }) =>
      cells.some((cell) => lies(answer(dimension, facts), cell, dimension)),
    ),
  );
}

/** What a world answers in a dimension: the fact, or the computed part evaluated by the ordinary evaluator. */
function answer(dimension: Dimension, facts: KnownFacts): Value | undefined {
  if (dimension.is === 'fact') return facts.get(dimension.fact ?? '');
  if (dimension.is === 'days-since') {
    const date = facts.get(dimension.fact ?? '');
    const number = date?.kind === 'date' ? decimalOf(dayNumber(today) - dayNumber(date.date)) : undefined;
    return number && { kind: 'number', number };
  }
  const found = expressionOf(vocabulary, dimension.name).evaluate(facts);
  return found.is === 'value' ? withoutUnit(found.value, dimension) : undefined;
}

/** The difference of two facts is told as a plain number. */
function withoutUnit(value: Value, { compared, type }: Dimension): Value {
  if (!compared || type.kind !== 'number') return value;
  if (value.kind === 'money') return { kind: 'number', number: value.amount };
  if (value.kind !== 'duration') return value;
  return { kind: 'number', number: compared.areDates ? value.seconds.div('86400') : value.seconds };
}

function lies(value: Value | undefined, cell: Cell, { cells }: Dimension): boolean {
  switch (cell.is) {
    case 'unknown':
      return value === undefined;
    case 'value':
      return value !== undefined && compareEquality(value, cell.value).is === 'yes';
    case 'other':
      return (
        value !== undefined &&
        cells.every((each) => each.is !== 'value' || compareEquality(value, each.value).is === 'no')
      );
    case 'between': {
      const after = !cell.from || (value !== undefined && Number(compareOrder(value, cell.from)) > 0);
      return value !== undefined && after && (!cell.to || Number(compareOrder(value, cell.to)) < 0);
    }
  }
}
