import type { IsoDate } from '../facts/value.ts';
import { inSpace } from '../regions/in-space.ts';
import type { Course } from '../run/run-example.ts';
import type { Sop } from '../sop/document.ts';
import { parseSop } from '../sop/parse-sop.ts';
import { readExamples } from '../sop/read-examples.ts';
import { addExamples } from './add-examples.ts';
import { askedConditions } from './asked-conditions.ts';
import { plainBorder, type Border } from './border.ts';
import { plainBranch, type Branch } from './branch.ts';
import { coverExamples, type Coverage } from './cover-examples.ts';
import { findBorders } from './find-borders.ts';
import { findBranches } from './find-branches.ts';
import { findRows, mostWork, type Finding, type Found } from './find-rows.ts';
import { reachOf } from './reach.ts';
import type { Target } from './search-situations.ts';
import type { SuggestedExample, Suggestions } from './suggestion.ts';
import { applyEdits } from '../facts/apply-edits.ts';

/**
 * For every branch, failure path and border that no example reaches, a row that does: facts, what fails, and what the SOP does today.
 * Each was run. The SOP must be without errors. Source: SOP language, sections 5 and 6.
 */
export function suggestExamples(sop: Sop, today: IsoDate): Suggestions {
  const { examples } = readExamples(sop, today);
  const coverage = coverExamples(sop, examples, today);
  const finding: Finding = {
    sop,
    today,
    coverage,
    targets: openTargets(sop, coverage),
    found: [],
    unreached: [],
    workLeft: mostWork,
  };
  const conditions = askedConditions(sop).map(({ condition }) => condition);
  const searched = inSpace(conditions, { today, unknowns: 'everywhere' }, (space) => {
    findRows(finding, reachOf(sop, space));
  });
  if (searched.is === 'too-many') findRows(finding, undefined);
  const rows = withoutSpare(finding.found).map(suggested);
  const confirmed = asWritten(sop, rows, today);
  const lost = rows.filter((row) => !confirmed.includes(row));
  const refused = lost.flatMap(({ reaches, lands }) => [...reaches, ...lands]);
  const because = 'its row cannot be written into the table of examples';
  const reached = confirmed.flatMap(({ reaches, lands }) => [...reaches, ...lands]);
  return {
    rows: confirmed,
    unreached: [...finding.unreached, ...refused.map((target) => ({ target, because }))].filter(
      ({ target }) => !reached.some((place) => isSamePlace(place, target)),
    ),
  };
}

function openTargets(sop: Sop, { branches, failures, borders }: Coverage): readonly Target[] {
  const open = new Set(
    [...branches, ...failures].filter(({ rows }) => rows.length === 0).map(({ path }) => path),
  );
  const ofBranches = findBranches(sop).filter(({ path }) => open.has(path));
  const inOrder = [
    ...ofBranches.filter(({ kind }) => kind !== 'failure'),
    ...ofBranches.filter(({ kind }) => kind === 'failure'),
  ];
  const ofBorders = findBorders(sop).filter((_, at) => borders[at]?.rows.length === 0);
  return [
    ...inOrder.map((branch): Target => ({ is: 'branch', branch })),
    ...ofBorders.map((border): Target => ({ is: 'border', border })),
  ];
}

/** Another row may come to a place for which none was found. */
function isSamePlace(a: Branch | Border, b: Branch | Border): boolean {
  return 'path' in a
    ? 'path' in b && a.path === b.path
    : 'name' in b && a.name === b.name && a.text === b.text;
}

/** Rows all of whose targets other rows reach as well are left out. */
function withoutSpare(found: readonly Found[]): readonly Found[] {
  let kept = found;
  for (const row of found) {
    const others = kept.filter((other) => other !== row);
    const isSpare = row.reached.every((target) => others.some(({ reached }) => reached.includes(target)));
    if (isSpare) kept = others;
  }
  return kept;
}

function suggested({ situation, course, reached }: Found): SuggestedExample {
  return {
    reaches: reached.flatMap((target) => (target.is === 'branch' ? [plainBranch(target.branch)] : [])),
    lands: reached.flatMap((target) => (target.is === 'border' ? [plainBorder(target.border)] : [])),
    facts: situation.facts,
    fails: situation.fails,
    expect: expectOf(course),
  };
}

/** The decisive commands in order. An end without words of its own is said only where nothing else is. */
function expectOf({ happened }: Course): string {
  const said = happened.filter(({ command, isEnd }) => command !== undefined || isEnd);
  return (said.length > 0 ? said : happened).map(({ text }) => text).join('; ');
}

/** The rows that do what they say also as they are read from the table. */
function asWritten(sop: Sop, rows: readonly SuggestedExample[], today: IsoDate): readonly SuggestedExample[] {
  const writable = rows.filter((row) => addExamples(sop, [row], today) !== undefined);
  const { sop: written, problems } = parseSop(
    applyEdits(sop.source, addExamples(sop, writable, today) ?? []),
  );
  if (!written || problems.some(({ level }) => level === 'error')) return [];
  const { examples } = readExamples(written, today);
  const added = examples.slice(examples.length - writable.length);
  const { results, branches, failures, borders } = coverExamples(written, added, today);
  return writable.filter((row, at) => {
    const tested = results[at];
    if (tested?.result.is !== 'passed') return false;
    const isReached = ({ rows: reaching }: { readonly rows: readonly number[] } = { rows: [] }): boolean =>
      reaching.includes(tested.example.row);
    return (
      row.reaches.every(({ path }) =>
        isReached([...branches, ...failures].find((branch) => branch.path === path)),
      ) &&
      row.lands.every(({ name, text }) =>
        isReached(borders.find((border) => border.name === name && border.text === text)),
      )
    );
  });
}
