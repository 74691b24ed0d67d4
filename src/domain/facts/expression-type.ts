import type { CurrencyCode, FactName, FactType, Value } from './value.ts';

/**
 * The kind of an expression, as far as it follows from what is declared and written. A count is a number.
 * Source: SOP language, section 3, "Kinds".
 */
export type ExpressionType =
  | Exclude<FactType, { kind: 'count' }>
  /** The sum of lists: whether it is a number or money is told when they are read. */
  | { readonly kind: 'number-or-money'; readonly lists: readonly FactName[] }
  /** A fact whose declaration gives no usable type. That is reported where it is declared; here it fits everywhere. */
  | { readonly kind: 'untyped' };

export const untyped: ExpressionType = { kind: 'untyped' };
export const numberType: ExpressionType = { kind: 'number' };
export const yesNoType: ExpressionType = { kind: 'yes-no' };
export const textType: ExpressionType = { kind: 'text' };
export const dateType: ExpressionType = { kind: 'date' };
export const durationType: ExpressionType = { kind: 'duration' };

/** Money of a currency, or of one that is not known before it is read. */
export function moneyType(currency: CurrencyCode | undefined): ExpressionType {
  return { kind: 'money', currency };
}

/** The type of a fact as an expression. */
export function expressionTypeOf(type: FactType | undefined): ExpressionType {
  if (type === undefined) return untyped;
  return type.kind === 'count' ? numberType : type;
}

/** The type of a value that is written in an expression. */
export function typeOfValue(value: Value): ExpressionType {
  switch (value.kind) {
    case 'money':
      return { kind: 'money', currency: value.currency };
    case 'choice':
      return { kind: 'choice', options: [value.choice] };
    case 'text':
    case 'number':
    case 'yes-no':
    case 'date':
    case 'duration':
    case 'list':
      return { kind: value.kind };
  }
}

/** Whether values of a kind have an order. Source: SOP language, section 3, "Kinds". */
export function hasOrder(type: ExpressionType): boolean {
  switch (type.kind) {
    case 'number':
    case 'money':
    case 'number-or-money':
    case 'date':
    case 'duration':
    case 'untyped':
      return true;
    case 'text':
    case 'choice':
    case 'yes-no':
    case 'list':
      return false;
  }
}

/** Whether two kinds can be compared: equal ones, number with money, text with choice. Lists never. */
export function canCompare(left: ExpressionType, right: ExpressionType): boolean {
  if (left.kind === 'list' || right.kind === 'list') return false;
  if (left.kind === 'untyped' || right.kind === 'untyped') return true;
  return left.kind === right.kind || (isAmount(left) && isAmount(right)) || (isText(left) && isText(right));
}

/** Whether two expressions are money of two different currencies that are both known. */
export function currenciesDiffer(left: ExpressionType, right: ExpressionType): boolean {
  if (left.kind !== 'money' || right.kind !== 'money') return false;
  return left.currency !== undefined && right.currency !== undefined && left.currency !== right.currency;
}

/** A number or money. */
export function isAmount(type: ExpressionType): boolean {
  return type.kind === 'number' || type.kind === 'money' || type.kind === 'number-or-money';
}

/** A text or a choice. */
export function isText(type: ExpressionType): boolean {
  return type.kind === 'text' || type.kind === 'choice';
}

/** A type in words, to be put into a sentence: `a number`, `money in USD`. */
export function typeWords(type: ExpressionType): string {
  switch (type.kind) {
    case 'text':
      return 'a text';
    case 'number':
      return 'a number';
    case 'money':
      return type.currency === undefined ? 'money' : `money in ${type.currency}`;
    case 'number-or-money':
      return 'a number or money';
    case 'yes-no':
      return 'yes or no';
    case 'date':
      return 'a date';
    case 'duration':
      return 'a duration';
    case 'choice':
      return 'a choice';
    case 'list':
      return 'a list';
    case 'untyped':
      return 'of no known type';
  }
}
