import type { Expression } from './expression.ts';

/** The parts that an expression is made of, one level down. */
export function partsOfExpression(expression: Expression): readonly Expression[] {
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
