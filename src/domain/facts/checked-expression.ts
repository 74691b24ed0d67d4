import type { Checking } from './checking.ts';
import { typeOf } from './checking.ts';
import { compileExpression } from './compile-expression.ts';
import type { Expression } from './expression.ts';
import type { ExpressionType } from './expression-type.ts';
import type { Span } from './problem.ts';
import { isUnknown } from './truth.ts';
import type { Evaluation, FactName, KnownFacts, Truth } from './value.ts';

/** A condition or expression without problems, compiled once. */
export type CheckedExpression = {
  readonly span: Span;
  /** Its own words. */
  readonly text: string;
  readonly type: ExpressionType;
  /** The names of the facts that it uses, each once; `today` too where days are counted from it. */
  readonly facts: readonly FactName[];
  readonly tree: Expression;
  readonly evaluate: (facts: KnownFacts) => Evaluation;
  /** For conditions; an expression that is none is unknown. */
  readonly decide: (facts: KnownFacts) => Truth;
};

/** Compiles an expression in which the check found no problems. */
export function checkedExpression(tree: Expression, checking: Checking): CheckedExpression {
  const { find, decide } = compileExpression(tree, checking.types);
  return {
    span: tree.span,
    text: tree.text,
    type: typeOf(checking, tree),
    facts: [...checking.uses],
    tree,
    evaluate: (facts) => {
      const value = find(facts);
      return isUnknown(value) ? value : { is: 'value', value };
    },
    decide,
  };
}
