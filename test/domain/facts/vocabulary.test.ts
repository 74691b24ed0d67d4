import { describe, expect, it } from 'vitest';
import { createVocabulary } from '../../../src/domain/facts/vocabulary.ts';
import { nowhere, vocabularyOf } from './declaring.ts';

function declare(...names: readonly string[]) {
  return createVocabulary(names.map((name) => ({ name, type: { kind: 'text' }, span: nowhere })));
}

const suggestionFor = (...names: readonly string[]) =>
  declare(...names).problems.at(-1)?.values['suggestion'];

describe('the names of facts', () => {
  it.each([
    'known-issue',
    'informed',
    'order.total',
    "customer's tier",
    'e-mail',
    'Größe',
    '日本',
    'हिन्दी',
    'x2',
    'count',
  ])('can be %s', (name) => expect(declare(name).problems).toEqual([]));

  it.each([
    ['not paid', 'not-paid'],
    ['and', 'and-value'],
    ['Is Open', 'Is-Open'],
    ['2nd order', 'nd order'],
    ['price (net)', 'price net'],
    ['a..b', 'a.b'],
    ['ticket  tags', 'own ticket tags'],
    ['', 'fact'],
    ['2 in stock', 'in-stock'],
  ])('cannot be “%s”; “%s” is suggested', (name, suggestion) => {
    expect(declare(name).problems).toMatchObject([{ id: 'header-invalid', values: { suggestion } }]);
    expect(declare(suggestion).problems).toEqual([]);
  });

  it.each([
    ['plan', 'Plan'],
    ['order value', 'ORDER  VALUE'],
    ["customer's", 'customer’s'],
  ])('cannot differ only in case, white space or apostrophes: %s, %s', (first, second) => {
    expect(declare(first, second).problems).toMatchObject([
      { id: 'header-invalid', values: { name: second.replace('  ', ' ') } },
    ]);
    expect(suggestionFor(first, second)).toBeDefined();
  });

  it('stay known if something is wrong with them, so that it is not reported twice', () => {
    expect(declare('price (net)').vocabulary.find('Price (net)')?.name).toBe('price (net)');
    expect(vocabularyOf({ plan: 'textual' }).find('plan')).toMatchObject({ name: 'plan', type: undefined });
  });
});

describe('a vocabulary', () => {
  const vocabulary = vocabularyOf({
    order: 'text',
    'order value': 'number',
    'order.total': 'number',
    x: 'number',
  });
  const matched = (text: string, at = 0) => {
    const match = vocabulary.matchAt(text, at);
    return match && [match.fact.name, match.to];
  };

  it('holds the declared facts and those that are always there', () => {
    expect(vocabulary.facts.filter((fact) => !fact.builtIn)).toHaveLength(4);
    expect(vocabulary.find('TICKET  tags')).toEqual({
      name: 'ticket tags',
      type: { kind: 'list' },
      builtIn: true,
    });
    expect(vocabulary.find('today')?.type).toEqual({ kind: 'date' });
  });

  it.each([
    ['order value', ['order value', 11]],
    ['Order\u00a0\n VALUE<5', ['order value', 13]],
    ['order values', ['order', 5]],
    ['orders', undefined],
    ['order.total', ['order.total', 11]],
    ['order.totals', undefined],
    ['order. ', ['order', 5]],
    ['order..5', ['order', 5]],
    ["order's", undefined],
    ["order'", ['order', 5]],
    ['order-x', ['order', 5]],
    ['order_', undefined],
    ['x²', undefined],
    ['', undefined],
  ])('finds the longest name at an offset: %j', (text, expected) => expect(matched(text)).toEqual(expected));

  it('finds names in the middle of a text', () => {
    expect(matched('get order value, x', 4)).toEqual(['order value', 15]);
    expect(matched('get order value, x', 17)).toEqual(['x', 18]);
    expect(matched('get order value, x', 18)).toBeUndefined();
  });

  it.each([
    ['order valu', 'order value'],
    ['oredr', 'order'],
    ['ordervalue', 'order value'],
    ['ticket tag', 'ticket tags'],
    ['first order value', 'order value'],
    ['email', 'requester email'],
    ['zebra', undefined],
    ['z', undefined],
  ])('suggests the closest spelling: %s → %s', (name, suggestion) =>
    expect(vocabulary.suggest(name)).toBe(suggestion),
  );
});
