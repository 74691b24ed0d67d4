import { dayNumber } from '../facts/calendar.ts';
import type { CheckedExpression } from '../facts/checked-expression.ts';
import { compareEquality } from '../facts/compare-values.ts';
import { decimalOf } from '../facts/decimal.ts';
import type { Span } from '../facts/problem.ts';
import type { Sign } from './branch.ts';
import type { FactName, FactType, IsoDate, Value } from '../facts/value.ts';

/** A value at which the document changes its mind: a constant that a fact is compared with. */
export type Border = Span & {
  /** `order value`, or as a column of examples: `days since promised date`, `count(orders in dispute)`. */
  readonly name: string;
  readonly fact: FactName;
  readonly is: Measure;
  /** A number of days or items for what is counted, otherwise a value of the fact. */
  readonly value: Value;
  /** As people write it: `$200`. */
  readonly text: string;
};

/** What of a fact is compared: itself, the days since a date, the number of items of a list. */
export type Measure = 'fact' | 'days-since' | 'count';

/** What is measured of a known fact; undefined where the fact is of another type. */
export function measure(is: Measure, value: Value, today: IsoDate): Value | undefined {
  switch (is) {
    case 'fact':
      return value;
    case 'days-since':
      return value.kind === 'date' ? numberOf(dayNumber(today) - dayNumber(value.date)) : undefined;
    case 'count':
      return value.kind === 'list' ? numberOf(value.items.length) : undefined;
  }
}

function numberOf(count: number): Value | undefined {
  const number = decimalOf(count);
  return number && { kind: 'number', number };
}

/** A border as the runs are searched for it. */
export type FoundBorder = Border & {
  readonly type: FactType;
  /** The conditions that it stands in. */
  readonly conditions: readonly CheckedExpression[];
  /** What shows that a condition with this constant was decided: any of them will do. */
  readonly signs: readonly Sign[];
};

export function equalValues(a: Value, b: Value): boolean {
  return compareEquality(a, b).is === 'yes';
}

/** Without what is only for the search. */
export function plainBorder({ name, fact, is, value, text, from, to }: FoundBorder): Border {
  return { name, fact, is, value, text, from, to };
}
