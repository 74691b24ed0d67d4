import { applyEdits } from '../domain/facts/apply-edits.ts';
import type { ApiProblem } from '../domain/custom-api/api-problem.ts';
import type { Problem, TextEdit } from '../domain/facts/problem.ts';

/** What a check of an SOP or of the description of a system can find. */
export type FoundProblem = Problem | ApiProblem;

export type FixedText = {
  readonly text: string;
  readonly applied: readonly { readonly problem: FoundProblem; readonly title: string }[];
};

/**
 * A text with the first fix of each problem that has one; nothing else in it changes. Of two fixes that touch the same place the
 * first one counts: the other speaks of a text that is no longer there.
 */
export function applyFixes(text: string, problems: readonly FoundProblem[]): FixedText {
  const applied: { problem: FoundProblem; title: string }[] = [];
  const edits: TextEdit[] = [];
  for (const problem of problems) {
    const [fix] = problem.fixes ?? [];
    if (!fix || fix.edits.some((edit) => edits.some((other) => touches(edit, other)))) continue;
    edits.push(...fix.edits);
    applied.push({ problem, title: fix.title });
  }
  return { text: applyEdits(text, edits), applied };
}

/** Two insertions at one place touch too: nobody says which of them comes first. */
function touches(one: TextEdit, other: TextEdit): boolean {
  return one.from <= other.to && other.from <= one.to;
}
