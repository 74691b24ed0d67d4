import type { CheckedExpression } from '../facts/expression.ts';
import type { Problem } from '../facts/problem.ts';
import type { PlacedText } from './placed-text.ts';

/** A problem whose offsets count in a text that was taken out of the document, with its place in the document. */
export function remapProblem(problem: Problem, placed: PlacedText): Problem {
  return { ...problem, ...placed.spanOf(problem.from, problem.to) };
}

/** The same for an expression. */
export function remapExpression(expression: CheckedExpression, placed: PlacedText): CheckedExpression {
  return { ...expression, span: placed.spanOf(expression.span.from, expression.span.to) };
}
