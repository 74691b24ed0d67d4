import type { Expression } from '../facts/expression.ts';
import { partsOfExpression } from '../facts/parts-of-expression.ts';
import type { Span } from '../facts/problem.ts';
import type { FactName } from '../facts/value.ts';

/** A fact that something uses, at the words that name it. */
export type FactUse = { readonly fact: FactName; readonly span: Span };

/** The facts of an expression in the order of its words, each as often as it stands there. */
export function factsInExpression(expression: Expression): readonly FactUse[] {
  if (expression.kind === 'fact') return [{ fact: expression.fact.name, span: expression.span }];
  return partsOfExpression(expression).flatMap(factsInExpression);
}
