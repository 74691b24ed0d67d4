import { checkedExpression, type CheckedExpression } from './checked-expression.ts';
import { checkCondition } from './check-condition.ts';
import { checkExpression } from './check-expression.ts';
import { startChecking } from './checking.ts';
import { findExpressionSlip } from './expression-slip.ts';
import { errorAt } from './found-problem.ts';
import { parseWhole, startExpression } from './parse-expression.ts';
import type { Parsing } from './parsing.ts';
import { sortProblems, type Problem } from './problem.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ParsedExpression = {
  readonly expression: CheckedExpression | undefined;
  readonly problems: readonly Problem[];
};

/**
 * Parses and checks a condition or expression. A text that cannot be parsed has the one problem `syntax`, otherwise all problems are
 * reported at once; with any problem there is no expression. Spans are shifted by `offset`. Never throws.
 * Source: SOP language, section 3.
 */
export function parseCondition(
  text: string,
  options: { vocabulary: Vocabulary; offset?: number | undefined; mustBeCondition?: boolean | undefined },
): ParsedExpression {
  const parsing = startExpression(text, { vocabulary: options.vocabulary, offset: options.offset ?? 0 });
  const tree = parseWhole(parsing);
  if (tree === undefined) return { expression: undefined, problems: [syntaxProblem(parsing)] };
  const checking = startChecking();
  checkExpression(checking, tree);
  if (options.mustBeCondition === true) checkCondition(checking, tree);
  if (checking.problems.length > 0)
    return { expression: undefined, problems: sortProblems(checking.problems) };
  return { expression: checkedExpression(tree, checking), problems: [] };
}

/** The one problem of a text that cannot be parsed; `isCell` for that of a table cell. */
export function syntaxProblem(
  { failure, offset, text, vocabulary }: Parsing,
  { isCell = false }: { readonly isCell?: boolean } = {},
): Problem {
  const slip =
    failure && failure.values['suggestion'] === undefined
      ? findExpressionSlip({ text, at: failure.from, vocabulary, isCell })
      : undefined;
  if (slip) {
    const { message, written, suggestion } = slip;
    const span = { from: slip.from + offset, to: slip.to + offset };
    return errorAt(span, { id: 'syntax', message, values: { written, suggestion } });
  }
  const found = failure ?? {
    from: 0,
    to: text.length,
    message: 'This cannot be read as a condition.',
    values: {},
  };
  const span = { from: found.from + offset, to: found.to + offset };
  return errorAt(span, { id: 'syntax', message: found.message, values: found.values });
}
