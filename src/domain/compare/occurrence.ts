import type { Span } from '../facts/problem.ts';
import type { Region } from '../regions/space.ts';
import type { Effect } from './effect.ts';
import type { Condition, HandlerPlace } from './region-walk.ts';

/** A part of the document in which something happens: a step, an edge case, what answers for a failure. */
export type Part = {
  /** The same in two versions if it is the same part. */
  readonly key: string;
  /** `step 3, “Decide”`. */
  readonly words: string;
};

/** An effect at one place of a document, and the cases in which it happens there. */
export type Occurrence = {
  readonly effect: Effect;
  readonly region: Region;
  readonly part: Part;
  readonly span: Span;
  /** What was asked on the way to it. */
  readonly conditions: readonly Condition[];
};

/** A proposal with the gates and judgements that stand before it on its way. */
export type ProposalOccurrence = Occurrence & { readonly behind: readonly Effect[] };

/** Everything that happens in a document, and in which cases its parts are come to. */
export type Happenings = {
  readonly occurrences: readonly Occurrence[];
  readonly proposals: readonly ProposalOccurrence[];
  readonly entries: ReadonlyMap<string, Region>;
  readonly handlers: readonly HandlerPlace[];
};
