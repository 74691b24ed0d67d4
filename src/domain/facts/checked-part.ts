import { checkedExpression, type CheckedExpression } from './checked-expression.ts';
import { checkExpression } from './check-expression.ts';
import { startChecking } from './checking.ts';
import type { Expression } from './expression.ts';

/** A part of an expression without problems as an expression of its own, with the same evaluator. */
export function checkedPart(tree: Expression): CheckedExpression {
  const checking = startChecking();
  checkExpression(checking, tree);
  return checkedExpression(tree, checking);
}
