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
  const suggestion = closestSpelling(text, options);
  const hint =
    suggestion === undefined ? ` It can be ${options.map(quoted).join(', ')}.` : didYouMean(suggestion);
  const message = `${quoted(text)} is not one of the values that are declared.${hint}`;
  report(checking, expression, { id: 'not-a-choice', message, values: { name: text, suggestion } });
}

function reportIncomparable(checking: Checking, { expression, left, right }: Pair): void {
  const kinds = [typeOf(checking, left), typeOf(checking, right)].map(typeWords);
  const message = `${quoted(left.text)} is ${kinds[0]} and ${quoted(right.text)} is ${kinds[1]}: they cannot be compared.`;
  report(checking, expression, { id: 'type-mismatch', message });
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
