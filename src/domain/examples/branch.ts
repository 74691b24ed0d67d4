import type { Span } from '../facts/problem.ts';

/** A way that the document offers: what stands in it happens only in some cases. */
export type Branch = Span & {
  /** `3.1>2`, `3.1>else`, `3.1>unknown`, `remedy>5` for a row, `edge.1` for a line under Edge cases. */
  readonly path: string;
  readonly kind: BranchKind;
  /** In a few words: `Else if carrier status = "lost"`, `row 5 of remedy`, `On failure of stripe`. */
  readonly text: string;
};

export type BranchKind = 'if' | 'else' | 'unknown' | 'row' | 'when' | 'failure' | 'refused' | 'rejection';

/** Why no example can come here: examples approve everything, and a row ends at its first hold. */
export type NeverReached = 'approved' | 'after-hold';

/** Where a branch shows in a run. */
export type Sign =
  /** A line of the trace with this place and result: a condition, or the row of a table. */
  | (Span & { readonly is: 'line'; readonly result: 'yes' | 'no' | 'unknown' })
  /** Anything that happens within this place. */
  | (Span & { readonly is: 'within' });

/** A branch as the runs are searched for it. */
export type FoundBranch = Branch & {
  /** Any of them will do. */
  readonly signs: readonly Sign[];
  readonly never: NeverReached | undefined;
  /** The failure path that it stands in, or is itself: a row reaches it only through `fails`. */
  readonly inFailureOf: string | undefined;
};

/** Without what is only for the search. */
export function plainBranch({ path, kind, text, from, to }: FoundBranch): Branch {
  return { path, kind, text, from, to };
}
