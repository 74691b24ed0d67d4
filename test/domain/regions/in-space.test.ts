import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../src/domain/facts/calendar.ts';
import { compareEquality, compareOrder } from '../../../src/domain/facts/compare-values.ts';
import { decimalOf } from '../../../src/domain/facts/decimal.ts';
import type { KnownFacts, Value } from '../../../src/domain/facts/value.ts';
import { inSpace } from '../../../src/domain/regions/in-space.ts';
import type { Box, Cell, Dimension } from '../../../src/domain/regions/space.ts';
import { cellOf, expressionOf, factsOf, vocabularyOf } from '../facts/declaring.ts';
import { completeFacts, conditions, vocabulary } from '../facts/generated-conditions.ts';
import { leftOver, sampleVocabulary, today, withSpace } from './regions-of.ts';

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
    ['a third of an amount', ['order value / 3 >= $33.33', 'order value < $99.99'], []],
    ['a negative share', ['order value / -2 >= $10', 'order value > -$20'], []],
    [
      'nothing between whole numbers that are added up',
      [
        'prior chargebacks + count(orders in dispute) < 1',
        'prior chargebacks + count(orders in dispute) > 0',
      ],
      [],
    ],
    [
      'nothing between two steps of a rounded amount',
      ['round(score, 1) <= 0.4', 'round(score,1) >= 0.5'],
      [],
    ],
    [
      'nothing where two dates are compared with whole days between them',
      ['promised date > shipped date + 2 days', 'promised date <= shipped date + 2 days'],
      [],
    ],
    [
      'the days between two dates',
      ['promised date > shipped date + 2 days'],
      ['promised date - shipped date 2 days or less'],
    ],
    [
      'a difference the way round in which it is above zero',
      ['refund amount - order value > $5', 'refund amount - order value < $5'],
      ['refund amount - order value exactly $5'],
    ],
    [
      'the present day, whatever the day of the check is',
      ['today < 2026-12-24', 'today > 2026-12-26'],
      ['today 2026-12-24 to 2026-12-26'],
    ],
    [
      'a date that is taken away again',
      ['promised date - (promised date - today) <= shipped date'],
      ['days since shipped date 1 or more'],
    ],
    [
      'days from today beside written days',
      ['promised date < 2026-12-24', 'days since(promised date) > 30'],
      ['promised date 2026-12-24 or after, days since promised date 30 or less'],
    ],
    [
      'money of several currencies, each by itself',
      ['vip and deposit < $50', 'not vip and deposit > 100 EUR'],
      ['vip yes, deposit $50 or more', 'vip no, deposit €100 or less'],
    ],
    [
      'whole numbers by the first and the last',
      ['prior chargebacks in (2, 3, 5)'],
      ['prior chargebacks 1 or less, exactly 4, or 6 or more'],
    ],
    [
      'values with others between them each by itself',
      ['not (score in (1, 2))'],
      ['score exactly 1 or exactly 2'],
    ],
    [
      'yes and no compared',
      ['vip = (order value > $5)', 'vip and order value <= $5'],
      ['vip no, order value over $5'],
    ],
    [
      'what is unknown wherever a fact that it rests on is',
      ['orders in dispute is known and vip', 'count(orders in dispute) < 0'],
      ['orders in dispute known, vip no'],
    ],
    ['at least', ['order value < refund amount'], ['order value at least refund amount']],
    ['unknown before “other than”', ['note is known and note = "a"'], ['note unknown or other than "a"']],
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

  it('rests on no day of the check where a condition asks for the present day', () => {
    const conditions = [
      'today < 2026-12-24',
      'days since(promised date) > 3',
      'promised date < 2026-01-01',
    ].map((text) => expressionOf(sampleVocabulary, text));
    withSpace(conditions, (space) => {
      const [early, late, old] = conditions.map((condition) => space.decide(condition));
      if (!early || !late || !old) throw new Error('There are three conditions.');
      expect(early.no).not.toBe(space.nothing);
      expect(space.intersect(late.yes, old.no)).not.toBe(space.nothing);
      // What was promised before January is long ago by now, but the branch for it stays one.
      const recent = space.intersect(late.no, old.yes);
      expect(recent).not.toBe(space.nothing);
      expect(space.stillToCome(recent)).toBe(space.nothing);
    });
  });

  it('keeps apart what columns ask in the same words', () => {
    const cells = ['plan', 'note'].map(
      (column) => cellOf(sampleVocabulary, column, 'ticket subject').expression,
    );
    const conditions = cells.flatMap((cell) => cell ?? []);
    withSpace(conditions, (space) => {
      const [one, other] = conditions.map((condition) => space.decide(condition).yes);
      expect(one).not.toBe(other);
    });
  });

  it('takes spaces in a text for what they are', () => {
    const parts = leftOver(['starts with(note, "a b")', 'not starts with(note, "a  b")']);
    expect(parts).not.toEqual([]);
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

describe('what several conditions come to in one world', () => {
  it('has a place in their space, whatever the day is, in every currency', { timeout: 60_000 }, () => {
    const tried = { count: 0 };
    fc.assert(
      fc.property(fc.array(conditions, { minLength: 1, maxLength: 4 }), completeFacts, (texts, json) => {
        const expressions = texts.flatMap((text) => expressionOrNothing(text) ?? []);
        const facts = factsOf(vocabulary, json);
        const analysed = inSpace(expressions, { today, unknowns: 'where-tested' }, (space) => {
          let place = space.everything;
          for (const expression of expressions) {
            const { is } = expression.decide(facts);
            if (is !== 'unknown') place = space.intersect(place, space.decide(expression)[is]);
          }
          return place === space.nothing ? 'no place' : 'a place';
        });
        if (analysed.is === 'too-many') return;
        tried.count += 1;
        expect(analysed.result).toBe('a place');
      }),
      { numRuns: 3000, seed: 20261121 },
    );
    expect(tried.count).toBeGreaterThan(2000);
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
  return value;
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
