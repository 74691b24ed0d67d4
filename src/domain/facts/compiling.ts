import type { Expression } from './expression.ts';
import type { ExpressionType } from './expression-type.ts';
import { untyped } from './expression-type.ts';
import type { Known } from './truth.ts';
import type { KnownFacts, Truth } from './value.ts';

/** Finds the value of an expression among the known facts. */
export type Find = (facts: KnownFacts) => Known;

/** Decides a condition by the known facts. */
export type Decide = (facts: KnownFacts) => Truth;

export type Compiled = { readonly find: Find; readonly decide: Decide };

/** What the parts of the compiler need of the whole: the types of the check, and how to compile what stands inside. */
export type Compiling = {
  readonly types: ReadonlyMap<Expression, ExpressionType>;
  readonly find: (compiling: Compiling, expression: Expression) => Find;
  readonly decide: (compiling: Compiling, expression: Expression) => Decide;
};

/** The type that the check found for a part. */
export function checkedType(compiling: Compiling, expression: Expression): ExpressionType {
  return compiling.types.get(expression) ?? untyped;
}
