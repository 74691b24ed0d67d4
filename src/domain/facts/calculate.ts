import { addSeconds, dayNumber } from './calendar.ts';
import { exchangeRate } from './compare-values.ts';
import { compareDecimals, decimalOf, type Decimal } from './decimal.ts';
import { divideDecimals } from './divide-decimals.ts';
import { missing, type Known, type Unknown } from './truth.ts';
import type { IsoDate, Value } from './value.ts';

/**
 * How a number and money go together, told by the check of the expression: the plain sum of a list takes the currency of what it
 * is added to, any other number does not. Source: SOP language, section 3; conformance case `list-16`.
 */
export type Blend = {
  readonly leftIsPlainSum: boolean;
  readonly rightIsPlainSum: boolean;
  /** What is missing where the two turn out not to fit: the lists whose sum is of the other kind. */
  readonly misfit: Unknown;
};

/** More digits than any amount has. Without an end, a chain of products would take longer with each factor. */
const mostDigits = 2000;
const tooManyDigits = missing('number out of range');
const divisionByZero = missing('division by zero');
const outsideCalendar = missing('date outside the calendar');

/** `left + right`, and `left - right` for a sign of -1. */
export function add(left: Value, right: Value, blend: Blend & { sign: 1 | -1 }): Known {
  if (left.kind === 'date') return addToDate(left.date, right, blend);
  if (right.kind === 'date')
    return left.kind === 'duration' ? dateAfter(right.date, left.seconds) : blend.misfit;
  return combine(left, right, { blend, join: (a, b) => (blend.sign > 0 ? a.plus(b) : a.minus(b)) });
}

/** The smaller of two values, or the larger for a sign of -1. */
export function extreme(left: Value, right: Value, blend: Blend & { sign: 1 | -1 }): Known {
  if (left.kind === 'date' && right.kind === 'date')
    return left.date < right.date === blend.sign > 0 ? left : right;
  return combine(left, right, { blend, join: (a, b) => (compareDecimals(a, b) * blend.sign <= 0 ? a : b) });
}

/** `left * right`: one of them is a number. */
export function multiply(left: Value, right: Value, blend: Blend): Known {
  if (right.kind === 'number') return scale(left, (size) => size.times(right.number)) ?? blend.misfit;
  if (left.kind === 'number') return scale(right, (size) => size.times(left.number)) ?? blend.misfit;
  return blend.misfit;
}

/** `left / right`: by a number, or by something of the same kind. */
export function divide(left: Value, right: Value, blend: Blend): Known {
  if (right.kind === 'number') return divideByNumber(left, right.number, blend);
  if (left.kind === 'money' && right.kind === 'money') {
    if (left.currency !== right.currency) return missing(exchangeRate(left.currency, right.currency));
    return quotient(left.amount, right.amount);
  }
  if (left.kind === 'duration' && right.kind === 'duration') return quotient(left.seconds, right.seconds);
  const leftTakesCurrency = left.kind === 'number' && right.kind === 'money' && blend.leftIsPlainSum;
  return leftTakesCurrency ? quotient(left.number, right.amount) : blend.misfit;
}

/** A number, money or duration with its size changed; undefined for a value that has none. */
export function scale(value: Value, change: (size: Decimal) => Decimal): Known | undefined {
  switch (value.kind) {
    case 'number':
      return bounded(change(value.number), (number) => ({ kind: 'number', number }));
    case 'money':
      return bounded(change(value.amount), (amount) => ({ kind: 'money', amount, currency: value.currency }));
    case 'duration':
      return bounded(change(value.seconds), (seconds) => ({ kind: 'duration', seconds }));
    case 'text':
    case 'yes-no':
    case 'date':
    case 'choice':
    case 'list':
      return undefined;
  }
}

function addToDate(date: IsoDate, right: Value, blend: Blend & { sign: 1 | -1 }): Known {
  if (right.kind === 'duration') return dateAfter(date, blend.sign > 0 ? right.seconds : right.seconds.neg());
  if (right.kind !== 'date') return blend.misfit;
  const seconds = decimalOf((dayNumber(date) - dayNumber(right.date)) * 86_400);
  return seconds === undefined ? blend.misfit : { kind: 'duration', seconds };
}

function dateAfter(date: IsoDate, seconds: Decimal): Known {
  const day = addSeconds(date, seconds);
  return day === undefined ? outsideCalendar : { kind: 'date', date: day };
}

type Joining = { readonly blend: Blend; readonly join: (left: Decimal, right: Decimal) => Decimal };

/** Two numbers, durations or amounts of money; a plain sum beside money takes its currency. */
function combine(left: Value, right: Value, { blend, join }: Joining): Known {
  if (left.kind === 'number' && right.kind === 'number') return numberOf(join(left.number, right.number));
  if (left.kind === 'duration' && right.kind === 'duration') {
    return { kind: 'duration', seconds: join(left.seconds, right.seconds) };
  }
  if (left.kind === 'money' && right.kind === 'money') {
    if (left.currency !== right.currency) return missing(exchangeRate(left.currency, right.currency));
    return { kind: 'money', amount: join(left.amount, right.amount), currency: left.currency };
  }
  if (left.kind === 'money' && right.kind === 'number' && blend.rightIsPlainSum) {
    return { kind: 'money', amount: join(left.amount, right.number), currency: left.currency };
  }
  if (left.kind === 'number' && right.kind === 'money' && blend.leftIsPlainSum) {
    return { kind: 'money', amount: join(left.number, right.amount), currency: right.currency };
  }
  return blend.misfit;
}

function divideByNumber(left: Value, divisor: Decimal, blend: Blend): Known {
  if (divisor.eq('0')) return divisionByZero;
  return scale(left, (size) => divideDecimals(size, divisor)) ?? blend.misfit;
}

function quotient(dividend: Decimal, divisor: Decimal): Known {
  return divisor.eq('0') ? divisionByZero : numberOf(divideDecimals(dividend, divisor));
}

function numberOf(number: Decimal): Known {
  return bounded(number, (size) => ({ kind: 'number', number: size }));
}

function bounded(size: Decimal, make: (size: Decimal) => Value): Known {
  return size.c.length > mostDigits || Math.abs(size.e) > mostDigits ? tooManyDigits : make(size);
}
