import { describe, expect, test } from 'vitest';
import { parseDecimal } from '../../../src/domain/facts/decimal.ts';
import {
  formatAge,
  formatDate,
  formatInstant,
  formatMoney,
  formatShortAge,
  formatTimeLeft,
} from '../../../src/ui/i18n/format.ts';
import { english } from '../../../src/ui/i18n/messages.ts';
import { createWords } from '../../../src/ui/i18n/words.ts';

const wordsOf = (locale: string, timeZone = 'America/New_York') =>
  createWords({ messages: english, locale, timeZone });
const words = wordsOf('en-US');
const now = '2026-11-20T13:05:00Z';

describe('money', () => {
  test.each([
    ['142.1', 'USD', 'en-US', '$142.10'],
    ['142.105', 'USD', 'en-US', '$142.105'],
    ['9007199254740993.01', 'USD', 'en-US', '$9,007,199,254,740,993.01'],
    ['1500', 'JPY', 'en-US', '¥1,500'],
    ['-5', 'EUR', 'en-US', '-€5.00'],
    ['142.1', 'USD', 'de-DE', '142,10 $'],
  ])('%s %s in %s is %s, with every decimal', (amount, currency, locale, text) => {
    expect(formatMoney(wordsOf(locale), parseDecimal(amount)!, currency).replaceAll('\u00A0', ' ')).toBe(
      text,
    );
  });
});

describe('time', () => {
  test('a calendar date is the same in every time zone', () => {
    expect(formatDate(wordsOf('en-US', 'Pacific/Kiritimati'), '2026-11-11')).toBe('Nov 11, 2026');
    expect(formatDate(wordsOf('en-US', 'Pacific/Pago_Pago'), '2026-11-11')).toBe('Nov 11, 2026');
  });

  test('an instant is shown in the account’s time zone', () => {
    expect(formatInstant(words, now).replaceAll('\u202F', ' ')).toBe('Nov 20, 2026, 8:05 AM');
    expect(formatInstant(wordsOf('en-US', 'no such zone'), now).replaceAll('\u202F', ' ')).toBe(
      'Nov 20, 2026, 1:05 PM',
    );
  });

  test.each([
    ['2026-11-20T13:05:00Z', 'now', 'now'],
    ['2026-11-20T13:04:30Z', 'now', 'now'],
    ['2026-11-20T13:06:00Z', 'now', 'now'],
    ['2026-11-20T13:03:00Z', '2m ago', '2m'],
    ['2026-11-20T10:01:00Z', '3h ago', '3h'],
    ['2026-11-18T13:05:00Z', '2d ago', '2d'],
  ])('%s is %s', (instant, age, short) => {
    expect(formatAge(words, instant, now)).toBe(age);
    expect(formatShortAge(words, instant, now)).toBe(short);
  });

  test.each([
    ['2026-11-20T16:17:00Z', '3 hr 12 min'],
    ['2026-11-20T16:05:00Z', '3 hr'],
    ['2026-11-20T13:05:45Z', '45 sec'],
    ['2026-11-22T15:05:00Z', '2 days 2 hr'],
    ['2026-11-20T13:00:00Z', '0 sec'],
  ])('until %s it is %s', (until, left) => {
    expect(formatTimeLeft(words, until, now)).toBe(left);
  });
});
