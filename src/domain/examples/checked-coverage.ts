import type { Problem } from '../facts/problem.ts';
import type { IsoDate } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import { coverExamples, type Coverage } from './cover-examples.ts';
import { runnableExamples } from './runnable-examples.ts';

type Remembered = {
  readonly found: readonly Problem[];
  readonly today: IsoDate;
  readonly coverage: Coverage | undefined;
};

const lastBySop = new WeakMap<Sop, Remembered>();

/**
 * What the rows of a document reach that can be run in spite of the problems of reading it; undefined where it cannot be run. Several rules
 * ask for it in one check, so it is remembered with the document.
 */
export function checkedCoverage(sop: Sop, found: readonly Problem[], today: IsoDate): Coverage | undefined {
  const last = lastBySop.get(sop);
  if (last?.found === found && last.today === today) return last.coverage;
  const examples = runnableExamples(sop, found, today);
  const coverage = examples && coverExamples(sop, examples, today);
  lastBySop.set(sop, { found, today, coverage });
  return coverage;
}
