import type { IsoDate } from '../facts/value.ts';
import type { Cell, Dimension, Region } from '../regions/space.ts';
import { runSituation, type Course, type Situation } from '../run/run-example.ts';
import type { Sop } from '../sop/document.ts';
import { baseFacts } from './base-facts.ts';
import { equalValues, plainBorder, type Border } from './border.ts';
import { plainBranch, type Branch } from './branch.ts';
import { landsOn, type Coverage } from './cover-examples.ts';
import { linkingOf } from './facts-with-links.ts';
import type { Reach } from './reach.ts';
import { onBorder, regionTo, situationsFor, type Search, type Target } from './search-situations.ts';
import { shows, tracesOf, type RunTraces } from './shows-in-run.ts';
import type { Suggestions } from './suggestion.ts';

/** Runs that are tried for one target, and what all of them may ask for: a few tenths of a second. */
const mostTries = 120;
export const mostWork = 8000;

/** A search for rows, as far as it has come. */
export type Finding = {
  readonly sop: Sop;
  readonly today: IsoDate;
  readonly coverage: Coverage;
  readonly targets: readonly Target[];
  readonly found: Found[];
  readonly unreached: Suggestions['unreached'][number][];
  workLeft: number;
};

/** A row that was run, and the open targets that it reaches. */
export type Found = {
  readonly situation: Situation;
  readonly course: Course;
  readonly reached: readonly Target[];
};

/** Looks for a row for each target that none has reached. Without a space it tries what the constants of the document suggest. */
export function findRows(finding: Finding, reach: Reach | undefined): void {
  const { sop, today, coverage, targets, found, unreached } = finding;
  const linking = linkingOf(sop, today);
  const base = baseFacts(sop, coverage.results, { linking, reach });
  const given = new Set(unreached.map(({ target }) => keyOf(target)));
  for (const target of targets) {
    if (given.has(keyOf(placeOf(target))) || found.some(({ reached }) => reached.includes(target))) continue;
    const wanted = (dimension: Dimension, cell: Cell): boolean =>
      targets.some(
        (open) => isOn(open, dimension, cell) && !found.some(({ reached }) => reached.includes(open)),
      );
    const search: Search = {
      ...linking,
      sop,
      reach,
      choosing: { today, base, wanted },
      present: [
        ...coverage.results.map(({ example }) => example),
        ...found.map(({ situation }) => situation),
      ],
    };
    const made = findOne(finding, search, target);
    if (made) found.push(made);
    else unreached.push({ target: placeOf(target), because: whyNot(search, target) });
  }
}

const placeOf = (target: Target) =>
  target.is === 'branch' ? plainBranch(target.branch) : plainBorder(target.border);

const keyOf = (place: Branch | Border): string =>
  'path' in place ? place.path : `${place.name} ${place.text}`;

function isOn(target: Target, { fact, is }: Dimension, cell: Cell): boolean {
  if (target.is !== 'border' || cell.is !== 'value') return false;
  const { border } = target;
  return border.fact === fact && border.is === is && equalValues(border.value, cell.value);
}

function findOne(finding: Finding, search: Search, target: Target): Found | undefined {
  const { sop, today, targets } = finding;
  let tries = mostTries;
  for (const situation of situationsFor(search, target)) {
    if (tries-- <= 0 || finding.workLeft <= 0) return undefined;
    const course = runSituation(sop, situation, today);
    finding.workLeft -= 5 + course.commands.length;
    if (course.happened.some(({ command }) => command?.kind === 'missing')) continue;
    const run = { situation, course, traces: tracesOf(course) };
    if (!reaches(run, target, today)) continue;
    const reached = targets.filter((open) => isFor(open, situation) && reaches(run, open, today));
    return { situation, course, reached };
  }
  return undefined;
}

/** A row in which something fails stands for its failure path alone: the ordinary way needs a row of its own. */
function isFor(target: Target, { fails }: Situation): boolean {
  return fails.length === 0 || (target.is === 'branch' && target.branch.inFailureOf !== undefined);
}

type Tried = { readonly situation: Situation; readonly course: Course; readonly traces: RunTraces };

function reaches({ situation, course, traces }: Tried, target: Target, today: IsoDate): boolean {
  return target.is === 'branch'
    ? shows(traces, target.branch.signs)
    : landsOn(target.border, { example: situation, course, traces }, today);
}

function whyNot(search: Search, target: Target): string {
  const { reach } = search;
  const failing = target.is === 'branch' ? target.branch.inFailureOf : undefined;
  if (failing !== undefined)
    return `no failure of ${failing} comes here: nothing is read or done there, or a nearer line answers`;
  if (!reach) return 'there are too many combinations to check';
  const { space } = reach;
  const region = regionTo(target, reach);
  const isIn = (part: Region): boolean =>
    target.is === 'branch'
      ? part !== space.nothing
      : space.boxes(part).some((box) => onBorder(space, box, target.border, search.today));
  if (!isIn(region))
    return target.is === 'branch'
      ? 'no case comes here: what stands before it takes every one'
      : 'no case comes to a condition with it';
  return isIn(space.subtract(region, reach.stuck))
    ? 'no facts for it could be made up'
    : 'every case that comes here stops at a gate, because a fact is missing or nothing applies';
}
