import { readValue } from '../facts/read-value.ts';
import type { IsoDate } from '../facts/value.ts';
import { runExample, type Course, type ExampleResult } from '../run/run-example.ts';
import type { Sop } from '../sop/document.ts';
import type { Example } from '../sop/example.ts';
import { equalValues, measure, plainBorder, type Border, type FoundBorder } from './border.ts';
import { plainBranch, type Branch, type NeverReached } from './branch.ts';
import { findBorders } from './find-borders.ts';
import { findBranches } from './find-branches.ts';
import { shows, tracesOf, type RunTraces } from './shows-in-run.ts';

/** The rows of an SOP, run, and what of the document they reach. Rows are counted from 1; an empty list is a hole. */
export type Coverage = {
  readonly results: readonly TestedExample[];
  /** Branches of Ifs, Else, If unknown, rows of tables and lines under Edge cases. */
  readonly branches: readonly (Branch & { readonly rows: readonly number[] })[];
  /** What happens when something fails: rows reach it through the column “fails”. */
  readonly failures: readonly (Branch & { readonly rows: readonly number[] })[];
  /** What examples cannot reach, because they approve everything and end at the first hold. */
  readonly never: readonly (Branch & { readonly because: NeverReached })[];
  /** Constants that facts are compared with, and the rows that stand exactly on one where it is compared. */
  readonly borders: readonly (Border & { readonly rows: readonly number[] })[];
};

export type TestedExample = {
  readonly example: Example;
  readonly course: Course;
  readonly result: ExampleResult;
};

/** Runs examples and says what they reach. The SOP must be without errors. Source: SOP language, section 5. */
export function coverExamples(sop: Sop, examples: readonly Example[], today: IsoDate): Coverage {
  const results = examples.map((example): TestedExample => {
    const { result, ...course } = runExample(sop, example, today);
    return { example, course, result };
  });
  const runs = results.map(({ example, course }) => ({
    example,
    course,
    traces: tracesOf(course),
  }));
  const found = findBranches(sop);
  const reachable = found
    .filter(({ never }) => never === undefined)
    .map((branch) => ({
      ...plainBranch(branch),
      rows: rowsOf(runs.filter(({ traces }) => shows(traces, branch.signs))),
    }));
  return {
    results,
    branches: reachable.filter(({ kind }) => kind !== 'failure'),
    failures: reachable.filter(({ kind }) => kind === 'failure'),
    never: found.flatMap((branch) =>
      branch.never === undefined ? [] : [{ ...plainBranch(branch), because: branch.never }],
    ),
    borders: findBorders(sop).map((border) => ({
      ...plainBorder(border),
      rows: rowsOf(runs.filter((run) => landsOn(border, run, today))),
    })),
  };
}

type Run = { readonly example: Example; readonly course: Course; readonly traces: RunTraces };

const rowsOf = (runs: readonly Run[]): readonly number[] => runs.map(({ example }) => example.row);

/** Whether a row stands exactly on a border while a condition with it is decided. */
export function landsOn(
  border: FoundBorder,
  run: { readonly example: Pick<Example, 'facts'>; readonly course: Course; readonly traces: RunTraces },
  today: IsoDate,
): boolean {
  const given = readValue(border.type, run.example.facts.get(border.fact));
  const value = given && measure(border.is, given, today);
  if (!value || !equalValues(value, border.value)) return false;
  const { state } = run.course.advanced.facts.find(({ name }) => name === border.fact) ?? {};
  return state?.is === 'known' && shows(run.traces, border.signs);
}
