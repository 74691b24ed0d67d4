import type { Fix, Problem, ProblemId } from '../../facts/problem.ts';
import { applyEdits } from '../../facts/apply-edits.ts';

/** The problems of reading a text. */
export type Read = (text: string) => readonly Problem[];

type Candidate = { readonly problem: Problem; readonly fix: Fix };

/** Characters that may be read again to prove fixes: so many that a short SOP proves each of some fifteen, and a long one keeps its pace. */
const mostCharacters = 60_000;

/**
 * The fixes after which their problems are gone and no new error has come: a misspelt name can hide that the name which is like it does
 * not fit there. All are tried together first; where that fails, the halves are, until the work is used up.
 */
export function proveFixes(
  source: string,
  candidates: readonly Candidate[],
  { problems, read }: { readonly problems: readonly Problem[]; readonly read: Read },
): readonly Candidate[] {
  let left = Math.max(mostCharacters, source.length);
  // A hint counts where it is what a fix is to take away.
  const ids = new Set(candidates.flatMap(({ problem: { id, level } }) => (level === 'error' ? [] : id)));
  const countErrors = (some: readonly Problem[]): ReadonlyMap<ProblemId, number> =>
    countIds(some.filter(({ id, level }) => level === 'error' || ids.has(id)));
  const errors = countErrors(problems);
  const holds = (some: readonly Candidate[]): boolean => {
    left -= source.length;
    const after = countErrors(
      read(
        applyEdits(
          source,
          some.flatMap(({ fix }) => fix.edits),
        ),
      ),
    );
    const mended = countErrors(some.map(({ problem }) => problem));
    return [...after].every(([id, count]) => count <= (errors.get(id) ?? 0) - (mended.get(id) ?? 0));
  };
  const prove = (some: readonly Candidate[]): readonly Candidate[] => {
    if (some.length === 0 || left < source.length) return [];
    if (canStandTogether(some) && holds(some)) return some;
    const middle = Math.ceil(some.length / 2);
    return some.length === 1 ? [] : [...prove(some.slice(0, middle)), ...prove(some.slice(middle))];
  };
  return prove(candidates);
}

function countIds(problems: readonly Problem[]): ReadonlyMap<ProblemId, number> {
  const counts = new Map<ProblemId, number>();
  for (const { id } of problems) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Whether no two fixes change the same words. */
function canStandTogether(candidates: readonly Candidate[]): boolean {
  const edits = candidates.flatMap(({ fix }) => fix.edits).toSorted((left, right) => left.from - right.from);
  return edits.every(({ from }, index) => index === 0 || from >= (edits[index - 1]?.to ?? 0));
}
