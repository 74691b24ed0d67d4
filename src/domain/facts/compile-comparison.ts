import { compareEquality, compareOrder } from './compare-values.ts';
import type { Compiling, Decide } from './compiling.ts';
import type { ComparisonSign, ExpressionOf, Range } from './expression.ts';
import {
  isUnknown,
  joinAll,
  joinUnknown,
  negate,
  no,
  truthOf,
  yes,
  type Known,
  type Unknown,
} from './truth.ts';
import type { Truth, Value } from './value.ts';

type Test = (left: Value, right: Value) => Truth;

/** A comparison with an unknown operand is unknown; the names of what is missing are joined. */
export function compileComparison(compiling: Compiling, expression: ExpressionOf<'comparison'>): Decide {
  const left = compiling.find(compiling, expression.left);
  const right = compiling.find(compiling, expression.right);
  const test = tests[expression.sign];
  return (facts) => {
    const one = left(facts);
    const other = right(facts);
    if (isUnknown(one)) return isUnknown(other) ? joinUnknown(one, other) : one;
    return isUnknown(other) ? other : test(one, other);
  };
}

/** A range with one unknown end is no when the known end already excludes the value. */
export function compileInRange(compiling: Compiling, expression: ExpressionOf<'in-range'>): Decide {
  const { range } = expression;
  const operand = compiling.find(compiling, expression.operand);
  const from = compiling.find(compiling, range.from);
  const to = compiling.find(compiling, range.to);
  return (facts) => {
    const value = operand(facts);
    const ends = [from(facts), to(facts)] as const;
    if (isUnknown(value)) return joinAll([value, ...ends.filter(isUnknown)]) ?? value;
    return decideRange(value, ends, range);
  };
}

function decideRange(value: Value, [from, to]: readonly [Known, Known], range: Range): Truth {
  const above = isUnknown(from) ? from : tests[range.fromIncluded ? '>=' : '>'](value, from);
  const below = isUnknown(to) ? to : tests[range.toIncluded ? '<=' : '<'](value, to);
  if (above.is === 'no' || below.is === 'no') return no;
  return joinAll([above, below].filter((truth): truth is Unknown => truth.is === 'unknown')) ?? yes;
}

const tests: Readonly<Record<ComparisonSign, Test>> = {
  '<': (left, right) => truthOfOrder(compareOrder(left, right), (order) => order < 0),
  '<=': (left, right) => truthOfOrder(compareOrder(left, right), (order) => order <= 0),
  '>': (left, right) => truthOfOrder(compareOrder(left, right), (order) => order > 0),
  '>=': (left, right) => truthOfOrder(compareOrder(left, right), (order) => order >= 0),
  '=': compareEquality,
  '!=': (left, right) => negate(compareEquality(left, right)),
};

function truthOfOrder(order: number | Unknown, test: (order: number) => boolean): Truth {
  return typeof order === 'number' ? truthOf(test(order)) : order;
}
