import type { Fix, Problem } from '../../facts/problem.ts';
import { addLimit } from './add-limit.ts';
import { mendName } from './mend-name.ts';
import { mendWritten } from './mend-written.ts';
import { proveFixes, type Read } from './prove-fixes.ts';
import { quoteReason } from './quote-reason.ts';
import { tellNumbersApart } from './tell-numbers-apart.ts';

/**
 * The problems of reading with the mends that came with them, or can be told from a problem and its words alone, as far as reading the
 * mended text proves them. `read` gives the problems of reading a text.
 */
export function withFixes(source: string, problems: readonly Problem[], read: Read): readonly Problem[] {
  const candidates = problems.flatMap((problem) =>
    (problem.fixes ?? fixesFor(source, problem)).map((fix) => ({ problem, fix })),
  );
  if (candidates.length === 0) return problems;
  const proven = Map.groupBy(proveFixes(source, candidates, { problems, read }), ({ problem }) => problem);
  return problems.map((problem) => {
    const { fixes: offered, ...plain } = problem;
    const fixes = proven.get(problem)?.map(({ fix }) => fix);
    return fixes ? { ...plain, fixes } : offered ? plain : problem;
  });
}

function fixesFor(source: string, problem: Problem): readonly Fix[] {
  const several = tellNumbersApart(source, problem);
  if (several.length > 0) return several;
  const fix =
    addLimit(source, problem) ??
    quoteReason(source, problem) ??
    mendWritten(source, problem) ??
    mendName(source, problem);
  return fix ? [fix] : [];
}
