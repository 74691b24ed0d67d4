import { foldName } from '../facts/fact-name.ts';
import type { Problem } from '../facts/problem.ts';

/**
 * Problems without those that the rules find only because a name is wrong, and that mending the name takes away: a condition on an input
 * that cannot be read is never yes, an example that meets a misspelt team fails, and an `If unknown` with a mistake stands there. The wrong name itself is always reported.
 */
export function withoutConsequences(source: string, problems: readonly Problem[]): readonly Problem[] {
  const names = (id: Problem['id']): readonly string[] =>
    problems.flatMap((problem) =>
      problem.id === id && problem.level === 'error' && problem.values['name']
        ? [foldName(problem.values['name'])]
        : [],
    );
  const inputs = names('header-invalid');
  const teams = names('unknown-team');
  const hasStrayUnknown = problems.some(
    ({ id, from, to, values }) =>
      values['suggestion'] === 'unknown' ||
      (id === 'syntax' && /^if\s+unknown/i.test(source.slice(from, to))),
  );
  return problems.filter(({ id, from, to, values }) => {
    if (id === 'unknown-not-handled') return !hasStrayUnknown;
    if (id === 'unreachable') return !speaksOf(source.slice(from, to), inputs);
    if (id === 'example-fails') return !speaksOf(`${values['expected'] ?? ''} ${values['got'] ?? ''}`, teams);
    return true;
  });
}

function speaksOf(text: string, names: readonly string[]): boolean {
  const folded = foldName(text);
  return names.some((name) => folded.includes(name));
}
