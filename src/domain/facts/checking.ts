import type { Expression } from './expression.ts';
import { untyped, type ExpressionType } from './expression-type.ts';
import { errorAt } from './found-problem.ts';
import type { Problem, ProblemId, Span } from './problem.ts';
import type { FactName } from './value.ts';

/** What a check of an expression finds. */
export type Checking = {
  readonly problems: Problem[];
  readonly types: Map<Expression, ExpressionType>;
  /** The names of the facts that are used, in the order of their first use. */
  readonly uses: Set<FactName>;
};

export function startChecking(): Checking {
  return { problems: [], types: new Map(), uses: new Set() };
}

/** The type of a part that was checked before. */
export function typeOf(checking: Checking, expression: Expression): ExpressionType {
  return checking.types.get(expression) ?? untyped;
}

/** Notes a fact that the expression uses. */
export function noteUse(checking: Checking, name: FactName): void {
  checking.uses.add(name);
}

/** Notes a problem with a part. */
export function report(
  checking: Checking,
  { span }: { readonly span: Span },
  found: { id: ProblemId; message: string; values?: Readonly<Record<string, string | undefined>> },
): void {
  checking.problems.push(errorAt(span, found));
}
