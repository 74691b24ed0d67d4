import { sortProblems, type Problem } from '../facts/problem.ts';
import type { Sop } from '../sop/document.ts';
import { parseSop } from '../sop/parse-sop.ts';
import type { CheckOptions } from './rule.ts';
import { rules } from './rules.ts';

export type CheckedSop = {
  readonly sop: Sop | undefined;
  /** In reading order, those of reading the document among them. */
  readonly problems: readonly Problem[];
};

/** Reads and checks an SOP: every problem of SOP language, section 6, at once, in one pass. Never throws. */
export function checkSop(text: string, options: CheckOptions): CheckedSop {
  const { sop, problems: found } = parseSop(text);
  if (!sop) return { sop, problems: found };
  const further = rules.flatMap((rule) => rule({ sop, found, options }));
  return { sop, problems: sortProblems([...found, ...further]) };
}
