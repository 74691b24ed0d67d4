import { errorAt } from '../../facts/found-problem.ts';
import type { Fix, Problem, Span } from '../../facts/problem.ts';
import type { RegionWords } from '../../regions/space.ts';
import { warningAt } from '../../sop/problem-at.ts';

type Gap = {
  readonly place: Span;
  /** Who does not cover it: `branch`, `row of “remedy”`. */
  readonly who: string;
  readonly regions: readonly RegionWords[];
  /** What to do about it. */
  readonly advice: string;
  readonly fixes: readonly Fix[];
};

const mostRegions = 5;

/** One problem for each region that nothing covers; those beyond the fifth are only counted. */
export function gapProblems({ place, who, regions, advice, fixes }: Gap): readonly Problem[] {
  const more = regions.length - mostRegions;
  return regions.slice(0, mostRegions).map(({ text, isSure }, index) => {
    const isLast = more > 0 && index === mostRegions - 1;
    const start = isSure ? `No ${who} says` : `It may be that no ${who} says`;
    const rest = isLast
      ? ` There ${more === 1 ? 'is 1 more region' : `are ${String(more)} more regions`} like it.`
      : '';
    const problem = errorAt(place, {
      id: 'gap',
      message: `${start} what happens for: ${text}.${rest} ${advice}`,
      values: { region: text, more: isLast ? String(more) : undefined },
    });
    return fixes.length > 0 ? { ...problem, fixes } : problem;
  });
}

/** Said instead of regions where they could not be computed. */
export function tooManyToCheck(place: Span): Problem {
  const message =
    'There are too many combinations here to check for gaps. Split it into several tables or chains that ask for fewer facts each.';
  return warningAt(place, { id: 'gap', message });
}

/** Some regions in one sentence: `order value exactly $200; order value over $500`. */
export function inOneSentence(regions: readonly RegionWords[]): string {
  const shown = regions.slice(0, 3).map(({ text }) => text);
  const more = regions.length - shown.length;
  return [...shown, ...(more > 0 ? [`${String(more)} more`] : [])].join('; ');
}
