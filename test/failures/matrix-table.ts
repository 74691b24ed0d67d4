import { failures, type Failure } from './failure.ts';
import type { MatrixRun, Tab } from './matrix-run.ts';

/** One case: an action in one failure. */
export type MatrixRow = {
  readonly operation: string;
  readonly failure: Failure;
  readonly tab: Tab;
  readonly run: MatrixRun;
};

const endings = ['succeeded', 'failed', 'unknown', 'not begun'] as const;

/** How the executions of all actions ended in each failure, in counts: with the tab alive / closed and opened again. */
export function matrixTable(system: string, rows: readonly MatrixRow[]): string {
  const operations = new Set(rows.map(({ operation }) => operation)).size;
  const header = [
    'failure',
    ...endings.map((ending) => `first ${ending}`),
    'done once',
    'done twice',
    'stuck',
  ];
  const lines = failures.map((failure) => {
    const of = rows.filter((row) => row.failure === failure);
    const count = (holds: (run: MatrixRun) => boolean) =>
      (['lives', 'is closed'] as const)
        .map((tab) => of.filter((row) => row.tab === tab && holds(row.run)).length)
        .join(' / ');
    return [
      failure,
      ...endings.map((ending) => count(({ first }) => first === ending)),
      count(({ effects }) => effects === 1),
      count(({ effects }) => effects > 1),
      count(({ ended }) => !ended),
    ];
  });
  const widths = header.map((name, at) =>
    Math.max(name.length, ...lines.map((line) => line[at]?.length ?? 0)),
  );
  const text = (line: readonly string[]) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  const title = `${system}: ${operations} actions, ${rows.length} cases; each count is “the tab lives / is closed and opened again”`;
  return [title, text(header), ...lines.map(text)].join('\n');
}
