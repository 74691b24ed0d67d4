import type { Expression } from '../facts/expression.ts';
import type { Span } from '../facts/problem.ts';
import type { FactName } from '../facts/value.ts';

/** A fact that something uses, at the words that name it. */
export type FactUse = { readonly fact: FactName; readonly span: Span };

/** The facts of an expression in the order of its words, each as often as it stands there. */
export function factsInExpression(expression: Expression): readonly FactUse[] {
  if (expression.kind === 'fact') return [{ fact: expression.fact.name, span: expression.span }];
  return partsOf(expression).flatMap(factsInExpression);
}

/** The expressions that an expression is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'fact':
    case 'undeclared':
      return [];
    case 'and':
    case 'or':
      return expression.parts;
    case 'not':
    case 'minus':
    case 'known':
      return [expression.operand];
    case 'comparison':
      return [expression.left, expression.right];
    case 'in-set':
      return [expression.operand, ...expression.items];
    case 'in-list':
      return [expression.operand, expression.list];
    case 'in-range':
      return [expression.operand, expression.range.from, expression.range.to];
    case 'contains':
      return [expression.whole, expression.part];
    case 'sum':
    case 'product':
      return [expression.first, ...expression.rest.map(({ operand }) => operand)];
    case 'if':
      return [expression.condition, expression.then, expression.otherwise];
    case 'call':
      return expression.arguments;
  }
}
