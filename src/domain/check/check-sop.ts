import { sortProblems, type Problem } from '../facts/problem.ts';
import type { Sop } from '../sop/document.ts';
import { parseSop } from '../sop/parse-sop.ts';
import { readExamples } from '../sop/read-examples.ts';
import { withFixes } from './fixes/with-fixes.ts';
import type { CheckOptions } from './rule.ts';
import { rules } from './rules.ts';
import { withoutConsequences } from './without-consequences.ts';
import { withoutFollowUps } from './without-follow-ups.ts';

export type CheckedSop = {
  readonly sop: Sop | undefined;
  /** In reading order, those of reading the document among them. */
  readonly problems: readonly Problem[];
};

/** Reads and checks an SOP: every problem of SOP language, section 6, at once, in one pass. Never throws. */
export function checkSop(text: string, options: CheckOptions): CheckedSop {
  const { sop, problems: found } = readWithExamples(text, options);
  if (!sop) return { sop, problems: found };
  const mendable = withFixes(text, found, (mended) => readWithExamples(mended, options).problems);
  const further = rules.flatMap((rule) => rule({ sop, found, options }));
  // The rules see every mistake; what only repeats another one is left out at the end.
  const all = withoutConsequences(text, withoutFollowUps(text, [...mendable, ...further]));
  return { sop, problems: sortProblems(withoutTwins(all)) };
}

/** A document and its examples: a cell that cannot be read is an error like any other. */
function readWithExamples(text: string, { today }: CheckOptions): CheckedSop {
  const { sop, problems } = parseSop(text);
  return { sop, problems: sop ? [...problems, ...readExamples(sop, today).problems] : problems };
}

/**
 * Each sentence once at each place: two rules may come to the same one, and one row may break a rule twice. Different sentences about
 * the same words all stay, because each asks for another change.
 */
function withoutTwins(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ id, from, to, message }) => {
    const key = `${String(from)} ${String(to)} ${id} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
