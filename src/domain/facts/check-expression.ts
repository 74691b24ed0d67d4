import { checkArithmetic, checkMinus } from './check-arithmetic.ts';
import { checkCall } from './check-call.ts';
import { checkComparison, checkContains, checkMembership, checkRange } from './check-comparison.ts';
import { checkCondition } from './check-condition.ts';
import { branchType } from './arithmetic-types.ts';
import { noteUse, report, type Checking } from './checking.ts';
import type { Expression, ExpressionOf } from './expression.ts';
import {
  expressionTypeOf,
  typeOfValue,
  typeWords,
  untyped,
  yesNoType,
  type ExpressionType,
} from './expression-type.ts';
import { didYouMean, quoted } from './found-problem.ts';
import { isBareOption, withoutLooseValues } from './loose-values.ts';

/**
 * Checks an expression: finds every problem at once, the type of each part, and the facts that are used.
 * Source: SOP language, section 3, "Kinds".
 */
export function checkExpression(checking: Checking, expression: Expression): ExpressionType {
  const type = typeFor(checking, expression);
  checking.types.set(expression, type);
  return type;
}

function typeFor(checking: Checking, expression: Expression): ExpressionType {
  switch (expression.kind) {
    case 'literal':
      return typeOfValue(expression.value);
    case 'fact':
      noteUse(checking, expression.fact.name);
      return expressionTypeOf(expression.fact.type);
    case 'undeclared':
      return reportUndeclared(checking, expression);
    case 'and':
      return checkConditions(checking, expression.parts);
    case 'or':
      return checkConditions(checking, withoutLooseValues(checking, expression));
    case 'not':
      return checkConditions(checking, [expression.operand]);
    case 'known':
      checkExpression(checking, expression.operand);
      return yesNoType;
    case 'comparison':
    case 'in-set':
    case 'in-list':
    case 'in-range':
    case 'contains':
      return typeForComparison(checking, expression);
    case 'sum':
    case 'product':
      checkAll(checking, [expression.first, ...expression.rest.map((link) => link.operand)]);
      return checkArithmetic(checking, expression);
    case 'minus':
      checkExpression(checking, expression.operand);
      return checkMinus(checking, expression);
    case 'if':
      return typeForIf(checking, expression);
    case 'call':
      checkAll(checking, expression.arguments);
      return checkCall(checking, expression);
  }
}

type AnyComparison = ExpressionOf<'comparison' | 'in-set' | 'in-list' | 'in-range' | 'contains'>;

function typeForComparison(checking: Checking, expression: AnyComparison): ExpressionType {
  switch (expression.kind) {
    case 'comparison':
      if (isBareOption(expression.left, expression.right)) return reportBare(checking, expression.right);
      if (isEmptyWord(expression.left, expression.right)) return reportEmpty(checking, expression.right);
      checkAll(checking, [expression.left, expression.right]);
      return checkComparison(checking, expression);
    case 'in-set':
      checkExpression(checking, expression.operand);
      for (const item of expression.items)
        if (isBareOption(expression.operand, item)) reportBare(checking, item);
        else checkExpression(checking, item);
      for (const item of expression.items)
        checkMembership(checking, { expression, operand: expression.operand, item });
      return yesNoType;
    case 'in-list':
      checkAll(checking, [expression.operand, expression.list]);
      return checkContains(checking, {
        expression,
        whole: expression.list,
        part: expression.operand,
        listOnly: true,
      });
    case 'in-range':
      checkAll(checking, [expression.operand, expression.range.from, expression.range.to]);
      return checkRange(checking, expression);
    case 'contains':
      checkAll(checking, [expression.whole, expression.part]);
      return checkContains(checking, {
        expression,
        whole: expression.whole,
        part: expression.part,
        listOnly: false,
      });
  }
}

function typeForIf(checking: Checking, expression: ExpressionOf<'if'>): ExpressionType {
  checkConditions(checking, [expression.condition]);
  const then = checkExpression(checking, expression.then);
  const otherwise = checkExpression(checking, expression.otherwise);
  const type = branchType(then, otherwise);
  if (typeof type !== 'string') return type;
  const message = `One part of this “if” is ${typeWords(then)}, the other is ${typeWords(otherwise)}. Both must be of one kind.`;
  report(checking, expression, { id: type, message });
  return untyped;
}

function checkAll(checking: Checking, expressions: readonly Expression[]): void {
  for (const expression of expressions) checkExpression(checking, expression);
}

function checkConditions(checking: Checking, expressions: readonly Expression[]): ExpressionType {
  for (const expression of expressions) {
    checkExpression(checking, expression);
    checkCondition(checking, expression);
  }
  return yesNoType;
}

/** `order number is empty` */
function isEmptyWord(left: Expression, right: Expression): right is ExpressionOf<'undeclared'> {
  const isText = left.kind === 'fact' && left.fact.type?.kind === 'text';
  return isText && right.kind === 'undeclared' && /^(?:empty|blank|missing)$/i.test(right.name);
}

function reportEmpty(checking: Checking, { span, name, text }: ExpressionOf<'undeclared'>): ExpressionType {
  const message = `${quoted(name)} is not a declared fact. An empty text is written "".`;
  report(
    checking,
    { span },
    { id: 'unknown-fact', message, values: { name, written: text, suggestion: '""' } },
  );
  return yesNoType;
}

/** `carrier status = lost` */
function reportBare(checking: Checking, { span, name, text }: ExpressionOf<'undeclared'>): ExpressionType {
  const suggestion = `"${text}"`;
  const message = `${quoted(name)} is a text here. Put it in quotes: ${suggestion}.`;
  report(checking, { span }, { id: 'unknown-fact', message, values: { name, written: text, suggestion } });
  return yesNoType;
}

function reportUndeclared(
  checking: Checking,
  { span, name, suggestion }: ExpressionOf<'undeclared'>,
): ExpressionType {
  const hint = suggestion === undefined ? ' If it is a text, put it in quotes.' : didYouMean(suggestion);
  const message = `${quoted(name)} is not a declared fact.${hint}`;
  report(checking, { span }, { id: 'unknown-fact', message, values: { name, suggestion } });
  return untyped;
}
