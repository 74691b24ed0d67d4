import { compareDecimals } from './decimal.ts';
import { sameText } from './fold-text.ts';
import { joinAll, missing, no, truthOf, yes, type Unknown } from './truth.ts';
import type { FactName, ListItem, Truth, Value } from './value.ts';

/**
 * Negative, zero or positive as `left` comes before `right`, or unknown: there is no conversion between currencies.
 * A number beside money means the same currency. Source: SOP language, section 3.
 */
export function compareOrder(left: Value, right: Value): number | Unknown {
  switch (left.kind) {
    case 'number':
      if (right.kind === 'number') return compareDecimals(left.number, right.number);
      return right.kind === 'money' ? compareDecimals(left.number, right.amount) : missing();
    case 'money':
      if (right.kind === 'number') return compareDecimals(left.amount, right.number);
      return right.kind === 'money' ? compareMoney(left, right) : missing();
    case 'date':
      return right.kind === 'date' ? compareText(left.date, right.date) : missing();
    case 'duration':
      return right.kind === 'duration' ? compareDecimals(left.seconds, right.seconds) : missing();
    case 'text':
    case 'choice':
    case 'yes-no':
    case 'list':
      return missing();
  }
}

/** Whether two values are the same; values of different kinds never are, except a number and money, a text and a choice. */
export function compareEquality(left: Value, right: Value): Truth {
  switch (left.kind) {
    case 'number':
    case 'money':
    case 'date':
    case 'duration':
      return canBeEqual(left, right) ? zeroIsYes(compareOrder(left, right)) : no;
    case 'text':
    case 'choice':
      return sameWords(left, right);
    case 'yes-no':
      return truthOf(right.kind === 'yes-no' && right.yes === left.yes);
    case 'list':
      return no;
  }
}

/**
 * Whether an item is in a list: yes if one matches, else unknown if there is one that nobody could read or compare.
 * `name` is the fact that the list is.
 */
export function isInList(items: readonly ListItem[], name: FactName, value: Value): Truth {
  const unknowns: Unknown[] = [];
  for (const item of items) {
    const equal = item === undefined ? missing(name) : compareEquality(item, value);
    if (equal.is === 'yes') return yes;
    if (equal.is === 'unknown') unknowns.push(equal);
  }
  return joinAll(unknowns) ?? no;
}

/** What two currencies miss: the codes in alphabetical order. */
export function exchangeRate(one: string, other: string): FactName {
  return one < other ? `exchange rate ${one}/${other}` : `exchange rate ${other}/${one}`;
}

type Money = Extract<Value, { kind: 'money' }>;

function compareMoney(left: Money, right: Money): number | Unknown {
  if (left.currency !== right.currency) return missing(exchangeRate(left.currency, right.currency));
  return compareDecimals(left.amount, right.amount);
}

function canBeEqual(left: Value, right: Value): boolean {
  if (left.kind === right.kind) return true;
  return (
    (left.kind === 'number' && right.kind === 'money') || (left.kind === 'money' && right.kind === 'number')
  );
}

function zeroIsYes(order: number | Unknown): Truth {
  return typeof order === 'number' ? truthOf(order === 0) : order;
}

function sameWords(left: Extract<Value, { kind: 'text' | 'choice' }>, right: Value): Truth {
  const words = left.kind === 'text' ? left.text : left.choice;
  if (right.kind === 'text') return truthOf(sameText(words, right.text));
  return truthOf(right.kind === 'choice' && sameText(words, right.choice));
}

/** ISO dates of the years 1 to 9999 sort like text. */
function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
