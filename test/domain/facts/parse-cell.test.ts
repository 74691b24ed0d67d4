import { describe, expect, it } from 'vitest';
import { cellOf, factsOf, vocabularyOf } from './declaring.ts';

const vocabulary = vocabularyOf({
  amount: 'money USD',
  x: 'number',
  y: 'number',
  paid: 'yes/no',
  plan: 'text',
  status: 'one of (in transit, lost, returned, not sent, lost or stolen, unknown)',
  previous: 'one of (lost, found)',
  sent: 'date',
  allowed: 'list',
  'days since x': 'number',
});

const facts = factsOf(vocabulary, {
  amount: '$1200',
  x: 1200,
  paid: true,
  plan: 'Gold',
  status: 'lost',
  previous: 'lost',
  sent: '2026-11-01',
  allowed: [1200],
  'days since x': 4,
  today: '2026-11-20',
});

function resultOf(column: string, cell: string): string {
  const { expression, problems } = cellOf(vocabulary, column, cell);
  return expression?.decide(facts).is ?? [...new Set(problems.map((problem) => problem.id))].join(' ');
}

describe('a cell of a column of numbers', () => {
  it.each([
    [' ANY ', 'yes'],
    ['unknown', 'no'],
    ['known', 'syntax'],
    ['  ', 'syntax'],
    ['1,200', 'syntax'],
    ['(1,200)', 'syntax'],
    ['1,200 + 1', 'syntax'],
    ['> 1,000', 'yes'],
    ['[1,000..2,000]', 'yes'],
    ['(1,000..2,000)', 'yes'],
    ['(1..1200)', 'no'],
    ['(1..1200]', 'yes'],
    ['(1200), 5', 'yes'],
    ['(1 + 2) * 400', 'yes'],
    ['1200,', 'syntax'],
    ['y, 1200', 'yes'],
    ['y, 5', 'unknown'],
    ['-5', 'no'],
    ['not in (5, 6)', 'yes'],
    ['not in [1..5]', 'yes'],
    ['not in allowed', 'no'],
    ['in (1200)', 'syntax'],
    ['1200 or 5', 'syntax'],
    ['(1..', 'syntax'],
    ['[1..2..3]', 'syntax'],
    ['5 days', 'type-mismatch'],
  ])('%s → %s', (cell, result) => expect(resultOf('x', cell)).toBe(result));
});

describe('a cell of a choice', () => {
  it.each([
    ['lost', 'yes'],
    ['“Lost”', 'yes'],
    ['returned, "lost"', 'yes'],
    ['In  Transit', 'no'],
    ['not sent', 'no'],
    ['(lost)', 'yes'],
    ['lost or stolen', 'no'],
    ['not in (lost)', 'no'],
    ['not in (returned or lost)', 'no'],
    ['not in (lost or stolen)', 'yes'],
    ['not in (lst)', 'not-a-choice'],
    ['not in (lost', 'syntax'],
    ['lost,', 'syntax'],
    ['= lost', 'yes'],
    ['!= lst', 'not-a-choice'],
    ['= previous', 'yes'],
    ['previous', 'not-a-choice'],
    ['unknown', 'no'],
    ['"unknown"', 'no'],
    ['> lost', 'type-mismatch'],
    ['["a".."b"]', 'type-mismatch'],
  ])('%s → %s', (cell, result) => expect(resultOf('status', cell)).toBe(result));
});

describe('the head of a column', () => {
  it.each([
    ['days since sent', '19', 'yes'],
    ['Days Since (sent)', '19', 'yes'],
    ['days since x', '4', 'yes'],
    ['days until sent', '-19', 'yes'],
    ['count(allowed)', '0, 1', 'yes'],
    ['x + 1', '1201', 'yes'],
    ['(x > 5)', 'yes', 'yes'],
    ['x > 5', 'yes', 'syntax'],
    ['', '5', 'syntax'],
    ['x y', '5', 'syntax'],
    ['amout', 'broken', 'unknown-fact'],
    ['amout', '$5, $6', 'unknown-fact'],
    ['amout', 'any', 'unknown-fact'],
    ['amout', '$5 $6', 'syntax'],
    ['paid', '"yes"', 'type-mismatch'],
    ['allowed', '"a"', 'type-mismatch'],
    ['sent', '2026-02-30', 'syntax'],
  ])('%s with %s → %s', (column, cell, result) => expect(resultOf(column, cell)).toBe(result));
});

describe('a cell', () => {
  it('that asks nothing uses no fact', () => {
    expect(cellOf(vocabulary, 'x', 'any').expression?.facts).toEqual([]);
    expect(cellOf(vocabulary, 'x', '> y').expression?.facts).toEqual(['x', 'y']);
  });

  it('has its place in the document', () => {
    expect(cellOf(vocabulary, 'x', ' > 5 ').expression).toMatchObject({
      span: { from: 101, to: 104 },
      text: '> 5',
    });
  });

  it('and its column report problems at their own places', () => {
    const { problems } = cellOf(vocabulary, 'amout', '> yy');
    expect(problems.map(({ from, to }) => [from, to])).toEqual([
      [50, 55],
      [102, 104],
    ]);
  });
});
