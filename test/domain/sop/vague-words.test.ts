import { describe, expect, it } from 'vitest';
import { findVague, vagueWords } from '../../../src/domain/sop/vague-words.ts';

const wordsIn = (text: string): readonly string[] => findVague(text).map(({ word }) => word);

describe('vague words', () => {
  it.each([
    ['Offer a reasonable amount.', ['reasonable']],
    ['Refund it if appropriate, as needed.', ['if appropriate', 'as needed']],
    ['We usually wait a bit later.', ['usually', 'a bit later']],
    ['Use good judgement on a small amount', ['good judgement', 'small amount']],
    ['USE JUDGMENT', ['JUDGMENT']],
    ['In most  cases\nrefund', ['In most cases']],
    ['Tags, macros, etc.', ['etc.']],
    ['Refund about $200', ['about']],
    ['A high-value or high value order', ['high-value', 'high value']],
    ['If you’re unsure, ask', ['If you’re unsure']],
    ['Answer as soon as possible', ['as soon as possible']],
  ])('%s', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    'As soon as the parcel arrives, close the ticket.',
    'Ask about the most recent order.',
    'The bank says insufficient funds; sufficient funds are there.',
    'Fairground, oddly, soonest, betcetera',
    'Write $200 and more.',
    'Try again 5 minutes later.',
    'Scroll down if you can’t see it.',
  ])('are not in “%s”', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  it('stand where they say, the longest phrase at each place', () => {
    const text = 'Then, when possible, call as quickly as possible.';
    const found = findVague(text).map(({ from, to }) => text.slice(from, to));
    expect(found).toEqual(['when possible', 'as quickly as possible']);
  });

  it('are each found as a whole', () => {
    const phrases = vagueWords.flatMap(({ words, kind }) =>
      words.split(',').map((phrase) => ({ phrase: phrase.trim().replaceAll(/\s+/g, ' '), kind })),
    );
    for (const { phrase, kind } of phrases) {
      const written = phrase.replace('#', '$5');
      const [found] = findVague(`x ${written} y`);
      expect({ word: found?.word, kind: found?.kind }).toEqual({ word: phrase.replace(' #', ''), kind });
    }
    expect(new Set(phrases.map(({ phrase }) => phrase)).size).toBe(phrases.length);
  });

  it('are found in time in proportion to the text', () => {
    const longest = 'as soon as '.repeat(40_000) + 'if'.padEnd(400_000);
    const before = performance.now();
    findVague(longest);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
