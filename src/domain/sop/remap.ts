import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Expression } from '../facts/expression.ts';
import type { Problem } from '../facts/problem.ts';
import type { PlacedText } from './placed-text.ts';

/** A problem whose offsets count in a text that was taken out of the document, with its place in the document. */
export function remapProblem(problem: Problem, placed: PlacedText): Problem {
  return { ...problem, ...placed.spanOf(problem.from, problem.to) };
}

/** The same for an expression and everything in it. */
export function remapExpression(expression: CheckedExpression, placed: PlacedText): CheckedExpression {
  const span = placed.spanOf(expression.span.from, expression.span.to);
  return { ...expression, span, tree: remapTree(expression.tree, placed) };
}

function remapTree(tree: Expression, placed: PlacedText): Expression {
  const span = placed.spanOf(tree.span.from, tree.span.to);
  const remap = (part: Expression): Expression => remapTree(part, placed);
  switch (tree.kind) {
    case 'literal':
    case 'fact':
    case 'undeclared':
      return { ...tree, span };
    case 'and':
    case 'or':
      return { ...tree, span, parts: tree.parts.map(remap) };
    case 'not':
    case 'minus':
    case 'known':
      return { ...tree, span, operand: remap(tree.operand) };
    case 'comparison':
      return { ...tree, span, left: remap(tree.left), right: remap(tree.right) };
    case 'in-set':
      return { ...tree, span, operand: remap(tree.operand), items: tree.items.map(remap) };
    case 'in-list':
      return { ...tree, span, operand: remap(tree.operand), list: remap(tree.list) };
    case 'in-range': {
      const range = { ...tree.range, from: remap(tree.range.from), to: remap(tree.range.to) };
      return { ...tree, span, operand: remap(tree.operand), range };
    }
    case 'contains':
      return { ...tree, span, whole: remap(tree.whole), part: remap(tree.part) };
    case 'sum':
    case 'product': {
      const rest = tree.rest.map((link) => ({ ...link, operand: remap(link.operand) }));
      return { ...tree, span, first: remap(tree.first), rest };
    }
    case 'if': {
      const { condition, then, otherwise } = tree;
      // oxlint-disable-next-line no-thenable -- a tree is never awaited, and the language says “then”
      return { ...tree, span, condition: remap(condition), then: remap(then), otherwise: remap(otherwise) };
    }
    case 'call':
      return { ...tree, span, arguments: tree.arguments.map(remap) };
  }
}
