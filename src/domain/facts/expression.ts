import type { FunctionName } from './function-names.ts';
import type { Span } from './problem.ts';
import type { Value } from './value.ts';
import type { DeclaredFact } from './vocabulary.ts';

/** Where a part of a condition stands in its document, and its own words. */
export type Place = { readonly span: Span; readonly text: string };

/** `is not`, `is at least`, `is before` and the like are already the sign or the `not` that they mean. */
export type ComparisonSign = '<' | '<=' | '>' | '>=' | '=' | '!=';

/**
 * A condition or expression as a tree. Chains of one operator are one node with many parts, so only brackets and branches nest.
 * Source: SOP language, section 3.
 */
export type Expression = Place & Node;

type Node =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'fact'; readonly fact: DeclaredFact }
  | { readonly kind: 'undeclared'; readonly name: string; readonly suggestion: string | undefined }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression; readonly times: number }
  | { readonly kind: 'minus'; readonly operand: Expression; readonly times: number }
  | {
      readonly kind: 'comparison';
      readonly sign: ComparisonSign;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'in-set'; readonly operand: Expression; readonly items: readonly Expression[] }
  | { readonly kind: 'in-list'; readonly operand: Expression; readonly list: Expression }
  | { readonly kind: 'in-range'; readonly operand: Expression; readonly range: Range }
  | { readonly kind: 'contains'; readonly whole: Expression; readonly part: Expression }
  | { readonly kind: 'known'; readonly operand: Expression }
  | { readonly kind: 'sum' | 'product'; readonly first: Expression; readonly rest: readonly ChainLink[] }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

/** One end of a range belongs to it or not. */
export type Range = {
  readonly from: Expression;
  readonly to: Expression;
  readonly fromIncluded: boolean;
  readonly toIncluded: boolean;
};

/** A further part of a sum (`+`, `-`) or a product (`*`, `/`). */
export type ChainLink = { readonly sign: '+' | '-' | '*' | '/'; readonly operand: Expression };

/** The expressions of some kinds. */
export type ExpressionOf<Kind extends Node['kind']> = Extract<Expression, { kind: Kind }>;
