import { differentCurrencies } from './check-arithmetic.ts';
import { report, typeOf, type Checking } from './checking.ts';
import { closestSpelling } from './closest-spelling.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import {
  canCompare,
  currenciesDiffer,
  hasOrder,
  isText,
  typeWords,
  yesNoType,
  type ExpressionType,
} from './expression-type.ts';
import { sameText } from './fold-text.ts';
import { didYouMean, quoted } from './found-problem.ts';
import { writtenDay } from './written-day.ts';

type Pair = { readonly expression: Expression; readonly left: Expression; readonly right: Expression };

/** Checks `<`, `<=`, `>`, `>=`, `=` and `!=`. */
export function checkComparison(checking: Checking, expression: ExpressionOf<'comparison'>): ExpressionType {
  const pair = { expression, left: expression.left, right: expression.right };
  if (expression.sign === '=' || expression.sign === '!=') checkEquality(checking, pair);
  else checkOrder(checking, pair);
  return yesNoType;
}

/** Checks one value of a set against what is looked for. */
export function checkMembership(
  checking: Checking,
  member: { expression: Expression; operand: Expression; item: Expression },
): void {
  checkEquality(checking, { expression: member.item, left: member.operand, right: member.item });
}

/** Checks a range: both ends against the operand, and their currencies against each other. */
export function checkRange(checking: Checking, expression: ExpressionOf<'in-range'>): ExpressionType {
  const { operand, range } = expression;
  const before = checking.problems.length;
  checkOrder(checking, { expression: range.from, left: operand, right: range.from });
  checkOrder(checking, { expression: range.to, left: operand, right: range.to });
  const [from, to] = [typeOf(checking, range.from), typeOf(checking, range.to)];
  const isClear = checking.problems.length === before;
  if (isClear && currenciesDiffer(from, to)) report(checking, expression, differentCurrencies(from, to));
  return yesNoType;
}

/** Checks `text contains text`, `list contains item` and `item in list`. */
export function checkContains(
  checking: Checking,
  test: { expression: Expression; whole: Expression; part: Expression; listOnly: boolean },
): ExpressionType {
  const whole = typeOf(checking, test.whole);
  const part = typeOf(checking, test.part);
  if (whole.kind === 'untyped' || part.kind === 'untyped') return yesNoType;
  const fits = whole.kind === 'list' ? part.kind !== 'list' : !test.listOnly && isText(whole) && isText(part);
  if (fits) return yesNoType;
  const message =
    test.listOnly && whole.kind !== 'list' ? noList(test.whole, whole) : cannotHold(test, whole, part);
  report(checking, test.expression, { id: 'type-mismatch', message });
  return yesNoType;
}

function checkEquality(checking: Checking, pair: Pair): void {
  const left = typeOf(checking, pair.left);
  const right = typeOf(checking, pair.right);
  if (left.kind === 'untyped' || right.kind === 'untyped') return;
  if (!canCompare(left, right)) reportIncomparable(checking, pair);
  else if (currenciesDiffer(left, right)) report(checking, pair.expression, differentCurrencies(left, right));
  else if (left.kind === 'choice') checkChoices(checking, left.options, pair.right);
  else if (right.kind === 'choice') checkChoices(checking, right.options, pair.left);
}

function checkOrder(checking: Checking, pair: Pair): void {
  const left = typeOf(checking, pair.left);
  const right = typeOf(checking, pair.right);
  if (left.kind === 'untyped' || right.kind === 'untyped') return;
  if (!canCompare(left, right)) reportIncomparable(checking, pair);
  else if (!hasOrder(left)) reportWithoutOrder(checking, pair);
  else if (currenciesDiffer(left, right)) report(checking, pair.expression, differentCurrencies(left, right));
}

/** Written texts beside a choice must be among its values, also those in the branches of an `if`. */
function checkChoices(checking: Checking, options: readonly string[], expression: Expression): void {
  if (expression.kind === 'if') {
    checkChoices(checking, options, expression.then);
    checkChoices(checking, options, expression.otherwise);
  }
  if (expression.kind !== 'literal' || expression.value.kind !== 'text') return;
  const { text } = expression.value;
  if (options.some((option) => sameText(option, text))) return;
  const several = text.split(/\s+or\s+|\s*[/;&]\s*/i);
  if (several.length > 1 && several.every((one) => options.some((option) => sameText(option, one))))
    return reportSeveral(checking, expression, several);
  const suggestion = closestSpelling(text, options);
  const hint =
    suggestion === undefined ? ` It can be ${options.map(quoted).join(', ')}.` : didYouMean(suggestion);
  const message = `${quoted(text)} is not one of the values that are declared.${hint}`;
  report(checking, expression, { id: 'not-a-choice', message, values: { name: text, suggestion } });
}

/** `broken or wrong item` in a cell, `"lost or returned"` in a condition */
function reportSeveral(checking: Checking, expression: Expression, values: readonly string[]): void {
  const isCell = !/^["“]/.test(expression.text);
  const suggestion = isCell ? values.join(', ') : undefined;
  const set = `in (${values.map((value) => `"${value}"`).join(', ')})`;
  const write = isCell
    ? `Several values are separated by commas: ${quoted(values.join(', '))}.`
    : `For several values write ${quoted(set)}.`;
  const message = `${quoted(expression.text)} is not one of the values that are declared. ${write}`;
  report(checking, expression, {
    id: 'not-a-choice',
    message,
    values: { written: expression.text, suggestion },
  });
}

function reportIncomparable(checking: Checking, { expression, left, right }: Pair): void {
  const kinds = [typeOf(checking, left), typeOf(checking, right)].map(typeWords);
  const message = `${quoted(left.text)} is ${kinds[0]} and ${quoted(right.text)} is ${kinds[1]}: they cannot be compared.`;
  const meant =
    meantDate(checking, left, right) ?? meantCount(checking, left, right) ?? meantDays(left, right);
  report(checking, expression, {
    id: 'type-mismatch',
    message: meant ? `${message} ${meant.say}` : message,
    values: meant ? { written: meant.written, suggestion: meant.suggestion } : {},
  });
}

type Meant = { readonly say: string; readonly written: string; readonly suggestion: string | undefined };

/** `11/20/2026` divides three numbers; beside a date it was meant as one. */
function meantDate(checking: Checking, left: Expression, right: Expression): Meant | undefined {
  const [date, other] = typeOf(checking, left).kind === 'date' ? [left, right] : [right, left];
  if (typeOf(checking, date).kind !== 'date' || !/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(other.text))
    return undefined;
  const suggestion = writtenDay(other.text);
  const example = suggestion === undefined ? ', such as 2026-11-20' : `: ${quoted(suggestion)}`;
  return { say: `Dates are written as year, month and day${example}.`, written: other.text, suggestion };
}

/** `days since(promised date) < 3 days` says the unit twice. */
function meantDays(left: Expression, right: Expression): Meant | undefined {
  if (left.kind !== 'call' || !left.name.startsWith('days ')) return undefined;
  const suggestion = /^(\d+)\s*days?$/i.exec(right.text)?.[1];
  if (suggestion === undefined) return undefined;
  return { say: `It counts in days: write ${quoted(suggestion)}.`, written: right.text, suggestion };
}

/** `orders in dispute > 1` is about how many there are. */
function meantCount(checking: Checking, left: Expression, right: Expression): Meant | undefined {
  const [list, other] = typeOf(checking, left).kind === 'list' ? [left, right] : [right, left];
  if (list.kind !== 'fact' || typeOf(checking, list).kind !== 'list') return undefined;
  if (typeOf(checking, other).kind !== 'number') return undefined;
  const suggestion = `count(${list.text})`;
  return { say: `How many it holds is ${quoted(suggestion)}.`, written: list.text, suggestion };
}

function reportWithoutOrder(checking: Checking, { expression, left }: Pair): void {
  const kind = typeWords(typeOf(checking, left));
  const message = `${quoted(left.text)} is ${kind}, which has no order. It can only be equal or not.`;
  report(checking, expression, { id: 'type-mismatch', message });
}

function noList(whole: Expression, type: ExpressionType): string {
  return `${quoted(whole.text)} is ${typeWords(type)}, not a list. A set of values stands in round brackets.`;
}

function cannotHold(
  test: { whole: Expression; part: Expression },
  whole: ExpressionType,
  part: ExpressionType,
): string {
  const [outer, inner] = [quoted(test.whole.text), quoted(test.part.text)];
  return `${outer} is ${typeWords(whole)} and ${inner} is ${typeWords(part)}: only a text contains a text, and a list an item.`;
}
