/** Ids of everything that can be found wrong with a document; stable, translated by the UI. Source: SOP language, section 6. */
export type ProblemId =
  | 'header-missing'
  | 'header-invalid'
  | 'unknown-fact'
  | 'unknown-action'
  | 'unknown-table'
  | 'unknown-step'
  | 'unknown-reply'
  | 'unknown-team'
  | 'type-mismatch'
  | 'not-a-choice'
  | 'currency-mismatch'
  | 'not-a-condition'
  | 'syntax'
  | 'loop-without-limit'
  | 'undefined-evidence'
  | 'manual-step'
  | 'gap'
  | 'overlap'
  | 'unreachable'
  | 'proposal-without-else'
  | 'unknown-not-handled'
  | 'locked-action'
  | 'open-end'
  | 'no-failure-path'
  | 'action-without-evidence'
  | 'unused-evidence'
  | 'escalation-without-reason'
  | 'vague'
  | 'unused-input'
  | 'unused-action'
  | 'branch-without-example'
  | 'example-fails'
  | 'review-overdue';

/** A place in a text: offsets in UTF-16 code units, `to` exclusive. */
export type Span = { readonly from: number; readonly to: number };

/** A change to a text: what stands at the place is replaced by `text`. */
export type TextEdit = Span & { readonly text: string };

/** A mend that is safe to offer in one click: the edits of one fix never overlap. */
export type Fix = {
  /** What it does, in words: `Write “order value”`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
};

/** A problem is data: the UI words it by `id` and `values`; `message` is the plain English of the same. */
export type Problem = Span & {
  readonly id: ProblemId;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
  /** What the sentence speaks of: the name, the value, and `suggestion` where one can be offered. */
  readonly values: Readonly<Record<string, string>>;
  /** Only where a mend is safe; the best first. */
  readonly fixes?: readonly Fix[];
};

/** Problems in reading order: by place, then by id. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
