import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../../src/domain/facts/parse-condition.ts';
import { cellOf, vocabularyOf } from './declaring.ts';

const vocabulary = vocabularyOf({
  'order value': 'money USD',
  'carrier status': 'one of (in transit, lost)',
  'delivered date': 'date',
  'orders in dispute': 'list',
  paid: 'yes/no',
  plan: 'text',
  x: 'number',
});

const messageOf = (text: string) =>
  parseCondition(text, { vocabulary, mustBeCondition: true }).problems[0]?.message;

/** What a support lead reads. */
describe('the message', () => {
  it.each([
    ['order valu < $5', '“order valu” is not a declared fact. Did you mean “order value”?'],
    ['plan = gold', '“gold” is not a declared fact. If it is a text, put it in quotes.'],
    ['carrier status = "losst"', '“losst” is not one of the values that are declared. Did you mean “lost”?'],
    [
      'carrier status = "stolen"',
      '“stolen” is not one of the values that are declared. It can be “in transit”, “lost”.',
    ],
    ['order value', '“order value” is money in USD, which is neither yes nor no. Compare it with something.'],
    ['plan = 5', '“plan” is a text and “5” is a number: they cannot be compared.'],
    ['plan < "silver"', '“plan” is a text, which has no order. It can only be equal or not.'],
    ['order value + 5 > $7', '“5” is a number and cannot be added to money in USD. Did you mean “5 USD”?'],
    [
      'delivered date + 30 > today',
      '“30” is a number and cannot be added to a date. Did you mean “30 days”?',
    ],
    ['order value < €5', 'Here money in USD meets money in EUR. There is no conversion between currencies.'],
    ['count(plan) > 1', '“count” needs a list, but “plan” is a text.'],
    ['', 'A condition is missing.'],
    ['x <', 'A fact or a value is missing at the end.'],
    ['plan = "gold', 'The quotation mark that opens here is never closed with ".'],
    ["plan = 'gold'", '“\'gold\'” cannot be read. Texts stand in double quotes: write “"gold"”.'],
    ["paid = '", 'Texts stand in double quotes, as in "lost"; facts in none.'],
    ['x > 3 months', 'Months and years have no fixed length. Say it in weeks or days.'],
    ['x in (1,200)', 'Is “1,200” one number or two? Write 1200, or put a space after the comma.'],
    ['average(x) > 2', 'There is no function “average”.'],
    ['paid = unknown', '“unknown” is not a value. Say “is unknown” after a fact.'],
    ['paid paid', 'After “paid” an operator such as “and” or “=” is missing before “paid”.'],
    ['(paid', 'A bracket is never closed.'],
    ['min(1) > 0', '“min” needs two values, separated by a comma, in its brackets.'],
    ['delivered date = 2026-02-30', 'There is no day 2026-02-30 in the calendar.'],
    ['if paid then 1', '“if … then …” needs an “else”. A comparison after “then” stands in brackets.'],
  ])('for %s', (text, message) => expect(messageOf(text)).toBe(message));

  it('for an empty cell', () => {
    const { problems } = cellOf(vocabulary, 'x', ' ');
    expect(problems).toMatchObject([
      { id: 'syntax', message: 'An empty cell says nothing. Write “any” if everything fits.' },
    ]);
  });

  it('quotes long texts in short', () => {
    expect(messageOf('x '.repeat(1000))).toMatch(/^After “x” .{0,80}$/);
    expect(messageOf(`"${'a'.repeat(1000)}"`)?.length).toBeLessThan(250);
  });
});
