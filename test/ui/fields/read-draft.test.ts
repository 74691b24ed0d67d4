import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { decimalText, parseDecimal } from '../../../src/domain/facts/decimal.ts';
import type { FactType } from '../../../src/domain/facts/value.ts';
import { draftOf } from '../../../src/ui/fields/draft-of.ts';
import { readLocalNumber, writeLocalNumber } from '../../../src/ui/fields/local-number.ts';
import { readDraft } from '../../../src/ui/fields/read-draft.ts';

const usd: FactType = { kind: 'money', currency: 'USD' };

describe('numbers as people write them', () => {
  test.each([
    ['1,234.50', 'en-US', '1234.5'],
    ['1234.5', 'en-US', '1234.5'],
    ['1.234,50', 'de-DE', '1234.5'],
    ['1 234,50', 'fr-FR', '1234.5'],
    ['1’234.50', 'de-CH', '1234.5'],
    ['12,34,567', 'en-IN', undefined],
    ['1,23', 'en-US', undefined],
    ['1.5', 'de-DE', undefined],
    ['1.2.3', 'en-US', undefined],
    ['12,', 'en-US', undefined],
    ['.5', 'en-US', undefined],
    ['5.', 'en-US', undefined],
    ['1e3', 'en-US', undefined],
    ['', 'en-US', undefined],
    ['−5', 'en-US', '-5'],
  ])('%s in %s', (text, locale, expected) => {
    const number = readLocalNumber(text, locale);
    expect(number && decimalText(number)).toBe(expected);
  });

  test('what is written is read as the same number, in every locale', () => {
    const locales = ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'sv-SE', 'ja-JP'];
    const amount = fc
      .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(99))
      .map(([whole, cents]) => `${whole}.${cents}`);
    fc.assert(
      fc.property(amount, fc.constantFrom(...locales), (text, locale) => {
        const number = parseDecimal(text)!;
        expect(decimalText(readLocalNumber(writeLocalNumber(number, locale, 2), locale)!)).toBe(
          decimalText(number),
        );
      }),
    );
  });
});

describe('a draft', () => {
  test.each<[string, FactType, unknown]>([
    ['', usd, { is: 'empty' }],
    ['  ', { kind: 'text' }, { is: 'empty' }],
    ['142.10', usd, { is: 'value', value: 'USD 142.1' }],
    ['142.10', { kind: 'money', currency: undefined }, { is: 'problem', problem: 'no-currency' }],
    ['3', { kind: 'count' }, { is: 'value', value: '3' }],
    ['-3', { kind: 'count' }, { is: 'problem', problem: 'negative' }],
    ['3.5', { kind: 'count' }, { is: 'problem', problem: 'not-whole' }],
    ['three', { kind: 'number' }, { is: 'problem', problem: 'not-a-number' }],
    ['yes', { kind: 'yes-no' }, { is: 'value', value: true }],
    ['no', { kind: 'yes-no' }, { is: 'value', value: false }],
    ['2026-11-20', { kind: 'date' }, { is: 'value', value: '2026-11-20' }],
    ['2026-02-30', { kind: 'date' }, { is: 'problem', problem: 'not-a-date' }],
    ['20.11.2026', { kind: 'date' }, { is: 'problem', problem: 'not-a-date' }],
    ['90', { kind: 'duration' }, { is: 'value', value: 'PT5400S' }],
    ['a\n\n b ', { kind: 'list' }, { is: 'value', value: ['a', 'b'] }],
    ['lost', { kind: 'choice', options: ['lost'] }, { is: 'value', value: 'lost' }],
  ])('%j of %j', (draft, type, reading) => {
    expect(readDraft(draft, { type, locale: 'en-US' })).toEqual(reading);
  });

  test.each<[FactType, string | boolean | number, string]>([
    [usd, 'USD 142.1', '142.10'],
    [{ kind: 'money', currency: undefined }, 'JPY 1500', '1500'],
    [{ kind: 'yes-no' }, true, 'yes'],
    [{ kind: 'duration' }, 'PT5400S', '90'],
    [{ kind: 'count' }, 3, '3'],
  ])('a value of %j begins as what somebody would type', (type, json, draft) => {
    expect(draftOf(json, type, 'en-US')).toBe(draft);
  });
});
