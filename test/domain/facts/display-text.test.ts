import { describe, expect, test } from 'vitest';
import { displayText } from '../../../src/domain/facts/display-text.ts';
import { readValue } from '../../../src/domain/facts/read-value.ts';

function shown(json: string, locale = 'en-US'): string {
  const value = readValue({ kind: 'money', currency: undefined }, json);
  if (!value) throw new Error(`“${json}” is no money.`);
  return displayText(value, locale);
}

describe('money for people', () => {
  test.each([
    ['USD 142.105', '$142.105'],
    ['USD 142.1', '$142.10'],
    ['USD 142', '$142.00'],
    ['JPY 1200', '¥1,200'],
    ['JPY 1200.5', '¥1,200.5'],
    ['USD 0.00000000000000000001', '$0.00000000000000000001'],
  ])('%s is %s: all of its places, and at least the usual ones', (json, text) => {
    expect(shown(json)).toBe(text);
  });

  test('is written as the locale does', () => {
    expect(shown('EUR 1142.105', 'de-DE').replaceAll(/\s/g, ' ')).toBe('1.142,105 €');
  });
});
