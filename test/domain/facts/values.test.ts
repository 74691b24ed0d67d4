import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, isCalendarDate } from '../../../src/domain/facts/calendar.ts';
import { canonicalText, toFactJson } from '../../../src/domain/facts/canonical-text.ts';
import { parseMoney } from '../../../src/domain/facts/currency.ts';
import {
  compareDecimals,
  decimalText,
  parseDecimal,
  type Decimal,
} from '../../../src/domain/facts/decimal.ts';
import { parseDuration } from '../../../src/domain/facts/duration.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { factTypeText, parseFactType } from '../../../src/domain/facts/fact-type.ts';
import { emptyValue, readValue } from '../../../src/domain/facts/read-value.ts';
import type { Value } from '../../../src/domain/facts/value.ts';

const typeOf = (text: string) => {
  const type = parseFactType(text);
  if (type === undefined) throw new Error(`${text} is no type`);
  return type;
};
const textOf = (value: Value | undefined) => (value === undefined ? undefined : canonicalText(value));
const read = (type: string, json: FactJson | undefined) => textOf(readValue(typeOf(type), json));

describe('types', () => {
  it.each([
    'text',
    'number',
    'count',
    'money',
    'money USD',
    'yes/no',
    'date',
    'duration',
    'list',
    'one of (a, b c)',
  ])('are written as they are read: %s', (text) => expect(factTypeText(typeOf(text))).toBe(text));

  it.each([
    [' Yes / No ', 'yes/no'],
    ['ONE OF(a,b)', 'one of (a, b)'],
    ['one of ("a, b", “c”)', 'one of ("a, b", c)'],
    ['money  EUR', 'money EUR'],
  ])('are free in case and space: %s', (text, canonical) =>
    expect(factTypeText(typeOf(text))).toBe(canonical),
  );

  it.each([
    '',
    'textual',
    'money EURO',
    'money usd',
    'money XYZ',
    'one of ()',
    'one of (a,)',
    'one of (a, A)',
    'list of text',
  ])('are not made of “%s”', (text) => expect(parseFactType(text)).toBeUndefined());
});

describe('values', () => {
  it.each([
    ['number', '1,234.50', '1234.5'],
    ['number', 1e21, '1000000000000000000000'],
    ['number', 1e-7, '0.0000001'],
    ['number', -0, '0'],
    ['number', '1e3', undefined],
    ['number', '+3', undefined],
    ['number', '.5', undefined],
    ['number', true, undefined],
    ['count', '5.0', '5'],
    ['count', 1.5, undefined],
    ['count', -1, undefined],
    ['money', '$ 1,234.50', 'USD 1234.5'],
    ['money', '-£5', 'GBP -5'],
    ['money', '120EUR', 'EUR 120'],
    ['money', 'EUR -5', 'EUR -5'],
    ['money', '120 eur', undefined],
    ['money', '120 XYZ', undefined],
    ['money', 50, undefined],
    ['money USD', 50, 'USD 50'],
    ['money USD', '€50', undefined],
    ['money USD', '50', undefined],
    ['yes/no', 'Yes', 'yes'],
    ['yes/no', 1, undefined],
    ['date', '2024-02-29', '2024-02-29'],
    ['date', '2026-02-29', undefined],
    ['date', '0000-01-01', undefined],
    ['date', '2026-11-01T10:00:00Z', undefined],
    ['duration', 'PT-5S', 'PT-5S'],
    ['duration', 'PT1H', undefined],
    ['list', ['a', 1, null, true, { money: '€5' }, { date: 'x' }], 'a, 1, unknown, yes, EUR 5, unknown'],
    ['list', 'a', undefined],
    ['one of (a, b c)', 'B C', 'b c'],
    ['one of (a, b c)', 'd', undefined],
    ['text', 5, undefined],
    ['text', '', ''],
    ['text', null, undefined],
    ['text', undefined, undefined],
  ])('%s reads %j as %j', (type, json, text) => expect(read(type, json)).toBe(text));

  it.each([
    ['text', ''],
    ['list', ''],
    ['one of (a, None)', 'None'],
    ['one of (a, b)', undefined],
    ['yes/no', undefined],
    ['number', undefined],
  ])('an empty field of type %s is %j', (type, text) => expect(textOf(emptyValue(typeOf(type)))).toBe(text));
});

describe('durations', () => {
  it.each([
    ['2 minutes', '120'],
    ['90 minutes', '5400'],
    ['1.5 hours', '5400'],
    ['1 Week', '604800'],
    ['PT5400S', '5400'],
    ['PT0.5S', '0.5'],
    ['3 months', undefined],
    ['5 minute minutes', undefined],
    ['minutes', undefined],
    ['5', undefined],
    ['5 constructor', undefined],
  ])('%s is %s seconds', (text, seconds) => expect(parseDuration(text)?.toFixed()).toBe(seconds));
});

describe('round trips', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(25))
    .map(([digits, decimals]) => decimalOfText(scaled(digits, decimals)));
  const whole = fc.bigInt({ min: 0n, max: 10n ** 30n }).map((digits) => decimalOfText(String(digits)));
  const currency = fc.constantFrom('USD', 'EUR', 'GBP', 'JPY');
  const date = fc.integer({ min: -719_162, max: 2_932_896 }).map((day) => dateOfDay(day) ?? '');
  const plain = [
    fc.string().map((text) => ({ type: 'text', value: { kind: 'text', text } })),
    decimal.map((number) => ({ type: 'number', value: { kind: 'number', number } })),
    fc
      .tuple(decimal, currency)
      .map(([amount, code]) => ({ type: 'money', value: { kind: 'money', amount, currency: code } })),
    fc.boolean().map((yes) => ({ type: 'yes/no', value: { kind: 'yes-no', yes } })),
    date.map((day) => ({ type: 'date', value: { kind: 'date', date: day } })),
    decimal.map((seconds) => ({ type: 'duration', value: { kind: 'duration', seconds } })),
  ] as fc.Arbitrary<{ type: string; value: Value }>[];
  const item = fc.oneof(...plain.map((each) => each.map(({ value }) => value)), fc.constant(undefined));
  const typed = fc.oneof(
    ...plain,
    fc
      .constantFrom('a', 'b c')
      .map((choice) => ({ type: 'one of (a, b c)', value: { kind: 'choice', choice } as Value })),
    whole.map((number) => ({ type: 'count', value: { kind: 'number', number } as Value })),
    fc.array(item).map((items) => ({ type: 'list', value: { kind: 'list', items } as Value })),
  );

  it('give every value back from its JSON', () => {
    fc.assert(
      fc.property(typed, ({ type, value }) => {
        const json = JSON.parse(JSON.stringify(toFactJson(value))) as FactJson;
        const back = readValue(typeOf(type), json);
        expect(back?.kind).toBe(value.kind);
        expect(textOf(back)).toBe(canonicalText(value));
        expect(back).toEqual(readValue(typeOf(type), toFactJson(back ?? value)));
      }),
    );
  });

  it('give every amount back from its canonical text', () => {
    fc.assert(
      fc.property(decimal, currency, (amount, code) => {
        const money = parseMoney(canonicalText({ kind: 'money', amount, currency: code }));
        expect(money?.currency).toBe(code);
        expect(money?.amount.eq(amount)).toBe(true);
      }),
    );
  });

  it('compare decimals as big.js does', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        expect(Math.sign(compareDecimals(left, right)) === left.cmp(right)).toBe(true);
        expect(parseDecimal(decimalText(left))?.eq(left)).toBe(true);
      }),
    );
  });

  it('number the days of the calendar without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        const written = dateOfDay(day) ?? '';
        expect(isCalendarDate(written)).toBe(true);
        expect(dayNumber(written)).toBe(day);
      }),
    );
    expect([dateOfDay(-719_163), dateOfDay(2_932_897)]).toEqual([undefined, undefined]);
  });

  it('never throw on foreign JSON', () => {
    const types = [
      'text',
      'number',
      'count',
      'money',
      'money USD',
      'yes/no',
      'date',
      'duration',
      'list',
      'one of (a, b)',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.jsonValue(), (type, json) => {
        expect(() => readValue(typeOf(type), json as FactJson)).not.toThrow();
      }),
    );
  });
});

function decimalOfText(text: string): Decimal {
  const decimal = parseDecimal(text);
  if (decimal === undefined) throw new Error(`${text} is no decimal`);
  return decimal;
}

function scaled(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const point = text.length - decimals;
  return decimals === 0 ? `${sign}${text}` : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}
