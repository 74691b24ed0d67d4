import { describe, expect, it } from 'vitest';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { english } from '../../../src/ui/i18n/messages.ts';
import { createWords } from '../../../src/ui/i18n/words.ts';
import { looseText } from '../../../src/ui/values/loose-text.ts';

const words = createWords({ messages: english, locale: 'en-US', timeZone: 'UTC' });

describe('a value without a declared type', () => {
  it.each<[FactJson, string]>([
    ['USD 142.1', '$142.10'],
    ['2026-11-02', 'Nov 2, 2026'],
    [['1 × Sample lamp', '2 × Sample bulb'], '1 × Sample lamp, 2 × Sample bulb'],
    [[], 'none'],
    ['paid', 'paid'],
    [true, 'yes'],
  ])('%j reads as %s', (json, text) => {
    expect(looseText(json, words)).toBe(text);
  });
});
