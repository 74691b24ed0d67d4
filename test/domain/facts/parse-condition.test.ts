import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../../src/domain/facts/parse-condition.ts';
import { expressionOf, factsOf, problemIds, vocabularyOf } from './declaring.ts';

const vocabulary = vocabularyOf({
  'order value': 'money USD',
  'prior chargebacks': 'count',
  'carrier status': 'one of (in transit, lost)',
  'delivered date': 'date',
  paid: 'yes/no',
  x: 'number',
});

const problemsOf = (text: string, offset = 0) => parseCondition(text, { vocabulary, offset }).problems;

describe('a condition', () => {
  it('names the facts that it uses, each once, as they were declared', () => {
    const text = 'ORDER VALUE < $200 and order value > $5 or ticket tags contains "vip"';
    expect(expressionOf(vocabulary, text).facts).toEqual(['order value', 'ticket tags']);
  });

  it('uses today where days are counted from it', () => {
    expect(expressionOf(vocabulary, 'days since(delivered date) > 3').facts).toEqual([
      'delivered date',
      'today',
    ]);
    expect(expressionOf(vocabulary, 'days between(delivered date, 2026-11-01) > 3').facts).toEqual([
      'delivered date',
    ]);
  });

  it('says of what kind it is', () => {
    const types = [
      'paid',
      'x',
      'prior chargebacks',
      'order value * 2',
      'sum(ticket tags)',
      'today - today',
      '"a"',
    ];
    const kinds = types.map((text) => expressionOf(vocabulary, text).type.kind);
    expect(kinds).toEqual(['yes-no', 'number', 'number', 'money', 'number-or-money', 'duration', 'text']);
  });

  it('takes values of another kind or currency for unknown, whoever put them among the facts', () => {
    const { decide } = expressionOf(vocabulary, 'order value < $200');
    const others = vocabularyOf({ 'order value': 'money EUR' });
    expect(decide(factsOf(others, { 'order value': '€120' }))).toEqual({
      is: 'unknown',
      missing: ['order value'],
    });
    const texts = vocabularyOf({ 'order value': 'text' });
    expect(decide(factsOf(texts, { 'order value': '$120' }))).toEqual({
      is: 'unknown',
      missing: ['order value'],
    });
  });

  it('is unknown as a condition where it is none', () => {
    expect(expressionOf(vocabulary, 'x').decide(factsOf(vocabulary, { x: 5 })).is).toBe('unknown');
  });

  it('has its place in the document, and so has every part', () => {
    const { expression } = parseCondition('  x > 5 ', { vocabulary, offset: 100 });
    expect(expression).toMatchObject({ span: { from: 102, to: 107 }, text: 'x > 5' });
    expect(expression?.tree).toMatchObject({
      kind: 'comparison',
      left: { kind: 'fact', span: { from: 102, to: 103 }, text: 'x' },
      right: { kind: 'literal', span: { from: 106, to: 107 }, text: '5' },
    });
  });

  it('with a fact of no usable type has no problem of its own and is unknown', () => {
    const untyped = vocabularyOf({ plan: 'textual' });
    const { expression, problems } = parseCondition('plan > 5', {
      vocabulary: untyped,
      mustBeCondition: true,
    });
    expect(problems).toEqual([]);
    expect(expression?.decide(new Map())).toEqual({ is: 'unknown', missing: ['plan'] });
  });
});

describe('problems', () => {
  it('are a single syntax error where the text cannot be parsed, whatever else is wrong', () => {
    expect(problemIds(vocabulary, 'order valu < "a" and carrier status = "losst" and (')).toEqual(['syntax']);
  });

  it('are reported all at once, in reading order, at their places', () => {
    const text = 'order valu < $5 and carrier status = "losst" and x';
    expect(
      problemsOf(text, 1000).map(({ id, from, to }) => [id, text.slice(from - 1000, to - 1000)]),
    ).toEqual([
      ['unknown-fact', 'order valu'],
      ['not-a-choice', '"losst"'],
      ['not-a-condition', 'x'],
    ]);
  });

  it('are sentences with a suggestion', () => {
    expect(problemsOf('order valu < $5')[0]).toMatchObject({
      level: 'error',
      message: '“order valu” is not a declared fact. Did you mean “order value”?',
      values: { name: 'order valu', suggestion: 'order value' },
    });
  });

  it('name a doubtful number', () => {
    expect(problemsOf('x in (1,200)')[0]).toMatchObject({ from: 6, to: 11, values: { suggestion: '1200' } });
  });

  it('offer brackets where a function has none', () => {
    expect(problemsOf('days since delivered date > 3')[0]?.values['suggestion']).toBe(
      'days since(delivered date)',
    );
  });

  it('offer the capital code of a currency', () => {
    expect(problemsOf('order value < 5 usd')[0]).toMatchObject({
      id: 'syntax',
      values: { suggestion: 'USD' },
    });
  });

  it('do not follow from each other', () => {
    expect(problemIds(vocabulary, 'order value + 5 > "a" and paid')).toEqual(['type-mismatch']);
  });
});

describe('speed', () => {
  it('is far more than a million decisions a second', () => {
    const { decide } = expressionOf(vocabulary, 'order value < $200 and prior chargebacks = 0');
    const facts = factsOf(vocabulary, { 'order value': '$120', 'prior chargebacks': 0 });
    const seconds = Array.from({ length: 5 }, () => {
      const started = performance.now();
      for (let count = 0; count < 200_000; count += 1) decide(facts);
      return (performance.now() - started) / 1000;
    });
    expect(200_000 / Math.min(...seconds)).toBeGreaterThan(1_000_000);
  });
});

describe('size', () => {
  it('lets chains be as long as they like', () => {
    const long = [
      Array(50_000).fill('paid').join(' and '),
      Array(50_000).fill('paid').join(' or '),
      `${'not '.repeat(50_000)}paid`,
      `${'-'.repeat(50_001)}x = -3`,
      `${Array(30_000).fill('x').join(' + ')} = 90000`,
      `x in (${Array(30_000).fill('3').join(', ')})`,
    ];
    const facts = factsOf(vocabulary, { paid: true, x: 3 });
    expect(long.map((text) => expressionOf(vocabulary, text).decide(facts).is)).toEqual(Array(6).fill('yes'));
  }, 60_000);

  it('lets brackets nest 100 deep', () => {
    expect(problemIds(vocabulary, `${'('.repeat(100)}paid${')'.repeat(100)}`)).toEqual([]);
    expect(problemIds(vocabulary, `${'('.repeat(101)}paid${')'.repeat(101)}`)).toEqual(['syntax']);
    expect(problemIds(vocabulary, `${'('.repeat(10_000)}paid${')'.repeat(10_000)}`)).toEqual(['syntax']);
  });

  it('lets branches and calls nest 100 deep', () => {
    const branches = (depth: number) => `${'if paid then 1 else '.repeat(depth)}2 > 1`;
    const calls = (depth: number) => `${'min('.repeat(depth)}1${', 1)'.repeat(depth)} > 0`;
    expect([branches(100), calls(100)].map((text) => problemIds(vocabulary, text))).toEqual([[], []]);
    expect([branches(101), calls(101)].map((text) => problemIds(vocabulary, text))).toEqual([
      ['syntax'],
      ['syntax'],
    ]);
    expect(problemIds(vocabulary, branches(10_000))).toEqual(['syntax']);
  });
});
