import { describe, expect, it } from 'vitest';
import { sampleFacts } from '../../../src/domain/regions/sample-facts.ts';
import { expressionOf, factsOf } from '../facts/declaring.ts';
import { leftOver, sampleVocabulary, today } from './regions-of.ts';

/** The facts that lead to what the conditions leave over. */
function samples(...texts: string[]) {
  return leftOver(texts).map(({ box }) => {
    const facts = sampleFacts(box, today);
    return facts && Object.fromEntries(facts);
  });
}

describe('facts that lie in a region', () => {
  it.each<[string, readonly string[], object | undefined]>([
    ['an exact amount', ['order value < $200', 'order value > $200'], { 'order value': 'USD 200' }],
    ['an amount between two', ['order value <= $50', 'order value >= $200'], { 'order value': 'USD 51' }],
    ['an amount below the least', ['order value >= $200'], { 'order value': 'USD 199' }],
    ['an amount above zero, where one fits', ['order value >= $0.50'], { 'order value': 'USD 0.25' }],
    [
      'the date that is so many days ago',
      ['days since(promised date) != 3'],
      { 'promised date': '2026-11-17' },
    ],
    [
      'a list of so many items',
      ['count(orders in dispute) != 2'],
      { 'orders in dispute': ['item 1', 'item 2'] },
    ],
    ['a list with an item', ['not (ticket tags contains "late")'], { 'ticket tags': ['late'] }],
    ['a text with a word', ['not (note contains "gift")'], { note: 'gift' }],
    ['a choice', ['carrier status in ("in transit", "returned", "delivered")'], { 'carrier status': 'lost' }],
    [
      'a date that is asked for in two ways',
      ['promised date < 2026-11-10', 'days since(promised date) > 4'],
      { 'promised date': '2026-11-16' },
    ],
    ['nothing for a day that is not the present one', ['today < 2026-12-24'], undefined],
    ['what nobody knows', ['vip is known'], { vip: null }],
    [
      'nothing for two facts that are compared',
      ['order value < refund amount', 'order value > refund amount'],
      undefined,
    ],
  ])('%s', (_, texts, expected) => {
    expect(samples(...texts)).toEqual([expected]);
  });

  it('are facts for which no condition says yes', () => {
    const texts = [
      'order value < $200 and prior chargebacks = 0',
      'order value > $200 or prior chargebacks > 0',
    ];
    const [facts] = samples(...texts);
    const known = factsOf(sampleVocabulary, facts ?? {});
    expect(texts.map((text) => expressionOf(sampleVocabulary, text).decide(known).is)).toEqual(['no', 'no']);
  });
});
