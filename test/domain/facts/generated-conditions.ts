import * as fc from 'fast-check';
import type { FactItemJson, FactJson } from '../../../src/domain/facts/fact-json.ts';
import { vocabularyOf } from './declaring.ts';

/** The facts that generated conditions speak of, by kind. */
const names = {
  'yes/no': ['paid', 'shipped'],
  number: ['age', 'score'],
  count: ['prior chargebacks'],
  'money USD': ['order value', 'fee'],
  money: ['deposit'],
  text: ['plan', 'note'],
  'one of (in transit, lost, none)': ['status', 'previous status'],
  date: ['ordered', 'delivered'],
  duration: ['waited', 'limit'],
  list: ['orders', 'fees'],
} as const;

type TypeName = keyof typeof names;

const types = new Map<string, TypeName>(
  Object.entries(names).flatMap(([type, facts]) => facts.map((fact) => [fact, type as TypeName] as const)),
);

export const vocabulary = vocabularyOf(Object.fromEntries(types));

/** Few different values, so that comparisons are often equal and limits are often met exactly. */
const item: fc.Arbitrary<FactItemJson> = fc.oneof(
  fc.constantFrom<FactItemJson>('gold', 'Silver', 0, 1, 2, true, null, { money: '€5' }, { money: '$5' }),
  fc.constantFrom<FactItemJson>({ date: '2026-11-01' }, null, 1, 'gold'),
);

const values: Readonly<Record<TypeName, fc.Arbitrary<FactJson>>> = {
  'yes/no': fc.boolean(),
  number: fc.constantFrom(-1, 0, 0.5, 1, 2, 40),
  count: fc.constantFrom(0, 1, 2, 3),
  'money USD': fc.constantFrom('$0', '$1', '$5', '$199.99', '$200', '-$5'),
  money: fc.constantFrom('$5', '€5', '€200', '$0', '£1'),
  text: fc.constantFrom('', 'Gold', 'silver', 'a gold ring', 'lost'),
  'one of (in transit, lost, none)': fc.constantFrom('in transit', 'lost', 'none'),
  date: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-20', '0001-01-01', '9999-12-31'),
  duration: fc.constantFrom('0 minutes', '90 minutes', '1 day', '2 weeks', 'PT-60S'),
  list: fc.array(item, { maxLength: 4 }),
};

/** A value for every fact, and today. */
export const completeFacts: fc.Arbitrary<Readonly<Record<string, FactJson>>> = fc
  .record(Object.fromEntries([...types].map(([name, type]) => [name, values[type]])))
  .chain((known) => fc.constantFrom('2026-11-20', '2026-11-01').map((today) => ({ ...known, today })));

/** Another completion of lists of which some items could not be read: those items get values, nothing else changes. */
export function completeItems(json: FactJson, fill: FactItemJson): FactJson {
  return Array.isArray(json) ? json.map((each: FactItemJson) => each ?? fill) : json;
}

export const anItem = item.map((each) => each ?? 'gold');

type Grammar = Record<'condition' | 'bool' | 'number' | 'money' | 'text' | 'date' | 'duration', string>;

/** Conditions of every form, without `is known` and `is unknown`. */
export const conditions: fc.Arbitrary<string> = fc.letrec<Grammar>((tie) => {
  const cond = tie('condition');
  const bool = tie('bool');
  const number = tie('number');
  const money = tie('money');
  const text = tie('text');
  const date = tie('date');
  const duration = tie('duration');
  const sign = fc.constantFrom('<', '<=', '>', '>=', '=', '!=');
  const worded = fc.constantFrom(
    'is at least',
    'is at most',
    'is not less than',
    'is more than',
    'is',
    'is not',
  );
  const same = fc.constantFrom('=', '!=', 'is', 'is not');
  const inWords = fc.constantFrom('in', 'not in', 'is one of', 'is none of', 'is not one of');
  const range = fc.constantFrom(['[', ']'], ['(', ')'], ['[', ')'], ['(', ']']);
  const joins = { maxDepth: 3, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true };
  const tests = { maxDepth: 2, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true };
  const options = { maxDepth: 3, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true };
  const choose = (operand: fc.Arbitrary<string>) => template`(if ${cond} then ${operand} else ${operand})`;
  const ordered = (operand: fc.Arbitrary<string>) =>
    fc.oneof(
      template`${operand} ${sign} ${operand}`,
      template`${operand} ${worded} ${operand}`,
      template`${operand} is between ${operand} and ${operand}`,
      fc
        .tuple(operand, operand, operand, range, inWords)
        .map(([x, from, to, [open, close], word]) => `${x} ${word} ${open}${from} .. ${to}${close}`),
      template`${operand} ${inWords} (${operand}, ${operand})`,
    );
  return {
    condition: fc.oneof(
      joins,
      { arbitrary: bool, weight: 4 },
      template`${cond} and ${cond}`,
      template`${cond} or ${cond}`,
      template`not (${cond})`,
      template`(${cond})`,
    ),
    bool: fc.oneof(
      tests,
      fc.constantFrom('paid', 'shipped'),
      ordered(number),
      ordered(money),
      ordered(date),
      ordered(duration),
      template`${money} ${sign} ${number}`,
      template`${text} ${same} ${text}`,
      template`${text} contains ${text}`,
      template`starts with(${text}, ${text})`,
      template`${fc.constantFrom('status', 'previous status')} ${same} ${fc.constantFrom('status', '"lost"', '"none"', 'plan')}`,
      template`status ${inWords} (${fc.constantFrom('"lost", "none"', 'previous status, "in transit"', 'plan, previous status')})`,
      template`${fc.constantFrom('orders', 'fees')} contains ${fc.oneof(text, number, money, date)}`,
      template`${fc.oneof(text, number, money)} ${inWords} ${fc.constantFrom('orders', 'fees')}`,
      template`(if ${cond} then orders else fees) contains ${text}`,
      template`(${cond}) = (${cond})`,
      choose(fc.constantFrom('paid', 'shipped')),
    ),
    number: fc.oneof(
      options,
      fc.constantFrom('age', 'score', 'prior chargebacks', '0', '1', '2', '0.5', '20 %'),
      template`count(${fc.constantFrom('orders', 'fees')})`,
      template`(${number} ${fc.constantFrom('+', '-', '*', '/')} ${number})`,
      template`-${number}`,
      template`days since(${date})`,
      template`days between(${date}, ${date})`,
      template`round(${number}, ${fc.constantFrom('0', '2')})`,
      template`${fc.constantFrom('min', 'max')}(${number}, ${number})`,
      template`(${duration} / ${duration})`,
      choose(number),
    ),
    money: fc.oneof(
      options,
      fc.constantFrom('order value', 'fee', 'deposit', '$5', '200 USD', 'sum(fees)'),
      template`(${money} ${fc.constantFrom('+', '-')} ${money})`,
      template`(${money} ${fc.constantFrom('*', '/')} ${number})`,
      template`max(${money}, ${money})`,
      choose(money),
    ),
    text: fc.oneof(
      options,
      fc.constantFrom('plan', 'note', '"gold"', '"lost"', '""'),
      template`lower case(${text})`,
      choose(text),
    ),
    date: fc.oneof(
      options,
      fc.constantFrom('ordered', 'delivered', 'today', '2026-11-01'),
      template`(${date} ${fc.constantFrom('+', '-')} ${duration})`,
      template`min(${date}, ${date})`,
      choose(date),
    ),
    duration: fc.oneof(
      options,
      fc.constantFrom('waited', 'limit', '1 day', '36 hours'),
      template`(${date} - ${date})`,
      template`(${duration} * ${number})`,
      choose(duration),
    ),
  };
}).condition;

/** A text with generated parts. */
function template(
  texts: TemplateStringsArray,
  ...parts: readonly fc.Arbitrary<string>[]
): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((found) => texts.map((text, index) => text + (found[index] ?? '')).join(''));
}
