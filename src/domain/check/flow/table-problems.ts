import { errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import { inSpace } from '../../regions/in-space.ts';
import type { Region, RegionWords, Space } from '../../regions/space.ts';
import type { Decision } from '../../sop/document.ts';
import { contextOf, contextRegion } from './context-of.ts';
import { firstLine, type Flow } from './flow.ts';
import { tableFork, type Fork } from './fork.ts';
import { forkRegions } from './fork-regions.ts';
import { gapProblems, inOneSentence, tooManyToCheck } from './gap.ts';
import { neverTaken, type Never } from './unreachable.ts';

/**
 * What is wrong with a decision table: rows that are never taken, rows of (exactly one) that apply at once, and what no row covers
 * of all that can come to it. Source: SOP language, section 6: gap, overlap, unreachable.
 */
export function findTableProblems(flow: Flow, decision: Decision): readonly Problem[] {
  if (decision.rows.length === 0 || flow.isSpoilt(decision.span)) return [];
  const fork = tableFork(decision);
  const analysed = inSpace(fork.conditions, flow.options, (space) => coverTable(space, fork));
  const place = firstLine(flow.sop, decision.span);
  if (analysed.is === 'too-many') return [tooManyToCheck(place)];
  const { never, overlaps, left } = analysed.result;
  const regions = left.length === 0 ? left : (leftOnTheWay(flow, decision, fork) ?? left);
  const advice = 'Add a row for it.';
  return [
    ...never.map(({ row, because }) => unreachableRow(decision, row, because)),
    ...overlaps.map((overlap) => overlapOf(decision, overlap)),
    ...gapProblems({ place, who: `row of ${quoted(decision.name)}`, regions, advice, fixes: [] }),
  ];
}

type Overlap = { readonly first: number; readonly second: number; readonly regions: readonly RegionWords[] };

type Covered = {
  readonly never: readonly { readonly row: number; readonly because: Never }[];
  readonly overlaps: readonly Overlap[];
  readonly left: readonly RegionWords[];
};

function coverTable(space: Space, fork: Fork): Covered {
  const { yes, taken, rest } = forkRegions(space, fork);
  const isFirstMatch = fork.mode === 'first match';
  const never = yes.flatMap((region, row): Covered['never'] => {
    if (region === space.nothing) return [{ row, because: 'never-yes' }];
    return isFirstMatch && taken[row] === space.nothing ? [{ row, because: 'covered' }] : [];
  });
  return {
    never,
    overlaps: isFirstMatch ? [] : findOverlaps(space, yes),
    left: space.words(space.stillToCome(rest)),
  };
}

const mostOverlaps = 20;

/** Pairs of rows that are yes at once. Rows are compared one by one only where there is something to find. */
function findOverlaps(space: Space, yes: readonly Region[]): readonly Overlap[] {
  const overlaps: Overlap[] = [];
  let before = space.nothing;
  for (const [second, region] of yes.entries()) {
    if (space.intersect(before, region) !== space.nothing) {
      for (let first = 0; first < second && overlaps.length < mostOverlaps; first += 1) {
        const both = space.stillToCome(space.intersect(yes[first] ?? space.nothing, region));
        if (both !== space.nothing) overlaps.push({ first, second, regions: space.words(both) });
      }
    }
    if (overlaps.length >= mostOverlaps) break;
    before = space.union(before, region);
  }
  return overlaps;
}

/** What is left over of the runs that come to the table at all; undefined where nothing on the way bears on it. */
function leftOnTheWay(flow: Flow, decision: Decision, fork: Fork): readonly RegionWords[] | undefined {
  const context = contextOf(flow, fork, flow.walked.tables.get(decision) ?? []);
  if (context.turns.size === 0) return undefined;
  const analysed = inSpace([...fork.conditions, ...context.conditions], flow.options, (space) =>
    space.words(
      space.stillToCome(space.intersect(forkRegions(space, fork).rest, contextRegion(space, context))),
    ),
  );
  return analysed.is === 'done' ? analysed.result : undefined;
}

function unreachableRow(decision: Decision, row: number, because: Never): Problem {
  const what = `Row ${String(row + 1)} of ${quoted(decision.name)}`;
  return neverTaken(decision.rows[row]?.span ?? decision.span, { because, what });
}

function overlapOf(decision: Decision, { first, second, regions }: Overlap): Problem {
  const [one, other] = [String(first + 1), String(second + 1)];
  const region = inOneSentence(regions);
  const verb = regions.some(({ isSure }) => isSure) ? 'both apply' : 'may both apply';
  return errorAt(decision.rows[second]?.span ?? decision.span, {
    id: 'overlap',
    message: `Rows ${one} and ${other} of ${quoted(decision.name)} ${verb} for: ${region}. In an “(exactly one)” table only one row may: narrow one of them.`,
    values: { first: one, second: other, region },
  });
}
