import { describe, expect, test } from 'vitest';
import { english } from '../../../src/ui/i18n/messages.ts';
import type { MessageKey } from '../../../src/ui/i18n/message-values.ts';
import { createWords } from '../../../src/ui/i18n/words.ts';

const words = createWords({ messages: english, locale: 'en-US', timeZone: 'UTC' });

describe('words', () => {
  test('fills in placeholders', () => {
    expect(words.t('plan.step', { number: 3, name: 'Decide.' })).toBe('3. Decide.');
  });

  test('never reads what a value brings with it as a placeholder', () => {
    expect(words.t('plan.step', { number: 1, name: '{number}' })).toBe('1. {number}');
  });

  test.each([
    [1, 'Approve it'],
    [2, 'Approve these 2'],
    [0, 'Approve these 0'],
  ])('chooses the plural form for %i', (count, text) => {
    expect(words.t('approve-all.approve', { count })).toBe(text);
  });

  test('a key, or a placeholder, that is not there does not compile', () => {
    // @ts-expect-error There is no such key.
    const wrongKey: MessageKey = 'plan.nonsense';
    // @ts-expect-error The message needs `name` too.
    words.t('plan.step', { number: 1 });
    expect(words.look(wrongKey)).toBeUndefined();
  });

  test('looks up words of data, and says nothing where there are none or a value is missing', () => {
    expect(words.look('system.stripe')?.({})).toBe('Stripe');
    expect(words.look('system.constructor')).toBeUndefined();
    expect(words.look('action.stripe.refund')).toBeUndefined();
    expect(words.look('action.stripe.refund.full')?.({ amount: '$1.00' })).toBeUndefined();
  });

  test('a locale that does not exist is answered in English', () => {
    expect(createWords({ messages: english, locale: 'not a locale', timeZone: 'UTC' }).locale).toBe('en-US');
  });
});
