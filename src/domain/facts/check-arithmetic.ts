import { addedType, dividedType, multipliedType, type TypeOrProblem } from './arithmetic-types.ts';
import { report, typeOf, type Checking } from './checking.ts';
import type { ChainLink, ExpressionOf } from './expression.ts';
import { isAmount, typeWords, untyped, type ExpressionType } from './expression-type.ts';
import { quoted } from './found-problem.ts';

/** The type of a sum or product whose parts have been checked. One problem for a chain: what follows is of no known type. */
export function checkArithmetic(
  checking: Checking,
  expression: ExpressionOf<'sum' | 'product'>,
): ExpressionType {
  let type = typeOf(checking, expression.first);
  for (const link of expression.rest) {
    const next = typeOf(checking, link.operand);
    const joined = joinedType(type, next, link.sign);
    if (joined === 'type-mismatch')
      report(checking, expression, cannotJoin({ left: type, right: next, link }));
    if (joined === 'currency-mismatch') report(checking, expression, differentCurrencies(type, next));
    type = typeof joined === 'string' ? untyped : joined;
  }
  return type;
}

/** The type of a part with a minus sign before it. */
export function checkMinus(checking: Checking, expression: ExpressionOf<'minus'>): ExpressionType {
  const type = typeOf(checking, expression.operand);
  if (isAmount(type) || type.kind === 'duration' || type.kind === 'untyped') return type;
  const message = `${quoted(expression.operand.text)} is ${typeWords(type)}, which cannot have a minus sign.`;
  report(checking, expression, { id: 'type-mismatch', message });
  return untyped;
}

/** The type of two operands with a sign between them, or what is wrong. */
export function joinedType(
  left: ExpressionType,
  right: ExpressionType,
  sign: ChainLink['sign'],
): TypeOrProblem {
  switch (sign) {
    case '+':
    case '-':
      return addedType(left, right, sign);
    case '*':
      return multipliedType(left, right);
    case '/':
      return dividedType(left, right);
  }
}

/** The problem of two currencies that are both known and differ. */
export function differentCurrencies(left: ExpressionType, right: ExpressionType) {
  const message = `Here ${typeWords(left)} meets ${typeWords(right)}. There is no conversion between currencies.`;
  return { id: 'currency-mismatch', message } as const;
}

const verbs = {
  '+': 'be added to',
  '-': 'be subtracted from',
  '*': 'be multiplied with',
  '/': 'divide',
} as const;

function cannotJoin(join: { left: ExpressionType; right: ExpressionType; link: ChainLink }) {
  const { left, right, link } = join;
  const part = `${quoted(link.operand.text)} is ${typeWords(right)} and cannot ${verbs[link.sign]} ${typeWords(left)}.`;
  return { id: 'type-mismatch', message: `${part}${hint(left, link)}` } as const;
}

function hint(left: ExpressionType, { operand, sign }: ChainLink): string {
  const isNumber = operand.kind === 'literal' && operand.value.kind === 'number';
  if (!isNumber || sign === '*' || sign === '/') return '';
  if (left.kind === 'date') return ` Did you mean “${operand.text} days”?`;
  if (operand.text.endsWith('%')) return ' For a share of an amount, multiply, as in * 120 %.';
  return left.kind === 'money' && left.currency !== undefined
    ? ` Did you mean “${operand.text} ${left.currency}”?`
    : '';
}
