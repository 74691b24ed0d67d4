import {
  currenciesDiffer,
  durationType,
  dateType,
  isAmount,
  moneyType,
  numberType,
  untyped,
  type ExpressionType,
} from './expression-type.ts';
import type { FactName } from './value.ts';

/** The type of a calculation, or the id of what is wrong with it. Source: SOP language, section 3, "Kinds". */
export type TypeOrProblem = ExpressionType | 'type-mismatch' | 'currency-mismatch';

/** `left + right` and `left - right`: numbers, money, durations, a date with a duration; a date less a date is a duration. */
export function addedType(left: ExpressionType, right: ExpressionType, sign: '+' | '-'): TypeOrProblem {
  if (left.kind === 'untyped' || right.kind === 'untyped') return untyped;
  if (left.kind === 'date' && right.kind === 'duration') return dateType;
  if (left.kind === 'duration' && right.kind === 'date' && sign === '+') return dateType;
  if (left.kind === 'date' && right.kind === 'date' && sign === '-') return durationType;
  if (left.kind === 'date' || right.kind === 'date') return 'type-mismatch';
  return orderedTypeOf(left, right);
}

/** `left * right`: a number with a number, money or duration. */
export function multipliedType(left: ExpressionType, right: ExpressionType): TypeOrProblem {
  if (left.kind === 'untyped' || right.kind === 'untyped') return untyped;
  if (left.kind === 'number') return canScale(right) ? right : 'type-mismatch';
  if (right.kind === 'number') return canScale(left) ? left : 'type-mismatch';
  if (left.kind === 'number-or-money' && right.kind === 'number-or-money') return numberOrMoney(left, right);
  if (left.kind === 'number-or-money') return canScale(right) ? right : 'type-mismatch';
  return right.kind === 'number-or-money' && canScale(left) ? left : 'type-mismatch';
}

/** `left / right`: by a number; money by money and a duration by a duration give a number. */
export function dividedType(left: ExpressionType, right: ExpressionType): TypeOrProblem {
  if (left.kind === 'untyped' || right.kind === 'untyped') return untyped;
  if (right.kind === 'number') return canScale(left) ? left : 'type-mismatch';
  if (right.kind === 'number-or-money') return dividedByAmount(left, right);
  if (right.kind === 'money' && left.kind === 'number-or-money') return numberType;
  if (right.kind !== left.kind || (right.kind !== 'money' && right.kind !== 'duration'))
    return 'type-mismatch';
  return currenciesDiffer(left, right) ? 'currency-mismatch' : numberType;
}

/** `min` and `max`: two of one kind that has an order. */
export function extremeType(left: ExpressionType, right: ExpressionType): TypeOrProblem {
  if (left.kind === 'untyped' || right.kind === 'untyped') return untyped;
  return left.kind === 'date' && right.kind === 'date' ? dateType : orderedTypeOf(left, right);
}

/** The branches of `if`: two of one kind. Money of two currencies is money whose currency is told when it runs. */
export function branchType(left: ExpressionType, right: ExpressionType): TypeOrProblem {
  if (left.kind === 'untyped' || right.kind === 'untyped') return untyped;
  if (left.kind === 'money' && right.kind === 'money') {
    return moneyType(left.currency === right.currency ? left.currency : undefined);
  }
  if (left.kind === 'choice' && right.kind === 'choice') {
    return { kind: 'choice', options: [...new Set([...left.options, ...right.options])] };
  }
  if (left.kind === 'number-or-money' || right.kind === 'number-or-money') {
    return isAmount(left) && isAmount(right) ? numberOrMoney(left, right) : 'type-mismatch';
  }
  return left.kind === right.kind ? left : 'type-mismatch';
}

/** The names of the lists that decide whether an expression is a number or money. */
export function listsOf(type: ExpressionType): readonly FactName[] {
  return type.kind === 'number-or-money' ? type.lists : [];
}

/** What two numbers, amounts of money or durations are together. */
function orderedTypeOf(left: ExpressionType, right: ExpressionType): TypeOrProblem {
  if (left.kind === 'money' && right.kind === 'money') {
    return currenciesDiffer(left, right) ? 'currency-mismatch' : moneyType(left.currency ?? right.currency);
  }
  if (left.kind === 'number-or-money' && right.kind === 'number-or-money') return numberOrMoney(left, right);
  if (left.kind === 'number-or-money') return isAmount(right) ? right : 'type-mismatch';
  if (right.kind === 'number-or-money') return isAmount(left) ? left : 'type-mismatch';
  const together = left.kind === right.kind && (left.kind === 'number' || left.kind === 'duration');
  return together ? left : 'type-mismatch';
}

function dividedByAmount(left: ExpressionType, right: ExpressionType): TypeOrProblem {
  if (left.kind === 'number' || left.kind === 'duration') return left;
  return isAmount(left) ? numberOrMoney(left, right) : 'type-mismatch';
}

function canScale(type: ExpressionType): boolean {
  return isAmount(type) || type.kind === 'duration';
}

function numberOrMoney(left: ExpressionType, right: ExpressionType): ExpressionType {
  return { kind: 'number-or-money', lists: [...new Set([...listsOf(left), ...listsOf(right)])] };
}
