import type { Evaluation, FactName, Truth } from '../domain/facts/value.ts';
import type { SopHeading } from './run-view.ts';

/** Why this SOP, and why not the others. */
export type MatchView = {
  readonly by: MatchedBy;
  /** The SOPs that fit or may fit, best first. */
  readonly candidates: readonly SopCandidate[];
  /** The others, each with what did not hold. */
  readonly others: readonly SopCandidate[];
};

export type MatchedBy =
  /** A line of the `sop_mappings` setting decided; `condition` as it stands there. */
  | {
      readonly is: 'mapping';
      readonly line: number;
      readonly condition: string;
      readonly reasons: readonly MatchReason[];
    }
  /** The SOP's own `matches`. */
  | { readonly is: 'own-condition' }
  /** The rep chose it. */
  | { readonly is: 'person'; readonly name: string }
  | { readonly is: 'nothing' };

export type SopCandidate = {
  readonly sop: SopHeading;
  readonly truth: Truth;
  /** The parts of its condition, in the order in which they stand there. */
  readonly reasons: readonly MatchReason[];
};

/** One part of a condition, in the words of the document, and what it came to. */
export type MatchReason = {
  readonly text: string;
  readonly truth: Truth;
  readonly facts: readonly { readonly name: FactName; readonly value: Evaluation }[];
};
