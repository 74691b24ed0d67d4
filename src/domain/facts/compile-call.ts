import { add, extreme, scale } from './calculate.ts';
import { dayNumber } from './calendar.ts';
import { writtenPlaces } from './check-call.ts';
import { blendOf } from './compile-arithmetic.ts';
import { findList, type FoundList } from './compile-list.ts';
import { decideTexts, wordsOf } from './compile-logic.ts';
import { checkedType, type Compiling, type Find } from './compiling.ts';
import { decimalOf } from './decimal.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import { isUnknown, joinAll, missing, valueOfTruth, type Known, type Unknown } from './truth.ts';
import type { Value } from './value.ts';

/** The value of a call. Source: SOP language, section 3, `function`. */
export function compileCall(compiling: Compiling, call: ExpressionOf<'call'>): Find {
  const [first, second] = call.arguments;
  if (first === undefined) return () => missing();
  switch (call.name) {
    case 'days since':
      return withToday(compiling, first, (today, date) => today - date);
    case 'days until':
      return withToday(compiling, first, (today, date) => date - today);
    case 'days between':
      return ofTwo(compiling, call, (one, other) =>
        daysOf(one, other, (left, right) => Math.abs(left - right)),
      );
    case 'count':
      return ofList(compiling, first, (list) => numberOf(list.items.length));
    case 'sum':
      return ofList(compiling, first, sumOf);
    case 'contains':
      return ofTwo(compiling, call, (whole, part) =>
        test(whole, part, (text, sought) => text.includes(sought)),
      );
    case 'starts with':
      return ofTwo(compiling, call, (whole, part) =>
        test(whole, part, (text, sought) => text.startsWith(sought)),
      );
    case 'lower case':
      return ofOne(compiling, first, (value) => ({ kind: 'text', text: wordsOf(value).toLowerCase() }));
    case 'min':
    case 'max': {
      const types = call.arguments.map((argument) => checkedType(compiling, argument));
      const blend = blendOf(types[0] ?? { kind: 'untyped' }, types[1] ?? { kind: 'untyped' });
      const signed = { ...blend, sign: call.name === 'min' ? 1 : -1 } as const;
      return ofTwo(compiling, call, (one, other) => extreme(one, other, signed));
    }
    case 'round': {
      const places = writtenPlaces(second) ?? 0;
      return ofOne(compiling, first, (value) => scale(value, (size) => size.round(places, 1)) ?? missing());
    }
  }
}

function ofOne(compiling: Compiling, argument: Expression, apply: (value: Value) => Known): Find {
  const find = compiling.find(compiling, argument);
  return (facts) => {
    const value = find(facts);
    return isUnknown(value) ? value : apply(value);
  };
}

/** A function with an unknown argument is unknown; the missing names are joined. */
function ofTwo(
  compiling: Compiling,
  call: ExpressionOf<'call'>,
  apply: (one: Value, other: Value) => Known,
): Find {
  const [one, other] = call.arguments.map((argument) => compiling.find(compiling, argument));
  return (facts) => {
    const left = one?.(facts) ?? missing();
    const right = other?.(facts) ?? missing();
    if (isUnknown(left) || isUnknown(right)) return joinAll([left, right].filter(isUnknown)) ?? missing();
    return apply(left, right);
  };
}

function ofList(compiling: Compiling, argument: Expression, apply: (list: FoundList) => Known): Find {
  const find = findList(compiling, argument);
  return (facts) => {
    const list = find(facts);
    return 'is' in list ? list : apply(list);
  };
}

/** `today` is a fact like any other: without it nothing is counted. */
function withToday(
  compiling: Compiling,
  argument: Expression,
  count: (today: number, date: number) => number,
): Find {
  const find = compiling.find(compiling, argument);
  const noToday = missing('today');
  return (facts) => {
    const today = facts.get('today') ?? noToday;
    const date = find(facts);
    if (isUnknown(today) || isUnknown(date)) return joinAll([today, date].filter(isUnknown)) ?? noToday;
    return today.kind === 'date' ? daysOf(today, date, count) : noToday;
  };
}

function daysOf(one: Value, other: Value, count: (one: number, other: number) => number): Known {
  if (one.kind !== 'date' || other.kind !== 'date') return missing();
  return numberOf(count(dayNumber(one.date), dayNumber(other.date)));
}

function numberOf(whole: number): Known {
  const number = decimalOf(whole);
  return number === undefined ? missing() : { kind: 'number', number };
}

/** The sum of an empty list is a plain 0. What is no number or money cannot be added up, nor can both together. */
function sumOf({ items, name }: FoundList): Known {
  const unreadable = missing(name);
  const asWritten = { leftIsPlainSum: false, rightIsPlainSum: false, misfit: unreadable, sign: 1 } as const;
  const unknowns: Unknown[] = [];
  let total: Value | undefined;
  for (const item of items) {
    const isAmount = item?.kind === 'number' || item?.kind === 'money';
    const sum = !isAmount ? unreadable : total === undefined ? item : add(total, item, asWritten);
    if (isUnknown(sum)) unknowns.push(sum);
    else total = sum;
  }
  return joinAll(unknowns) ?? total ?? numberOf(0);
}

function test(whole: Value, part: Value, by: (text: string, sought: string) => boolean): Known {
  return valueOfTruth(decideTexts(whole, part, by));
}
