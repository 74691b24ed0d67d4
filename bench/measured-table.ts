import type { Measured, NotMeasured } from './run.ts';
import { targetText, valueText, verdict } from './verdict.ts';

/** The measurements as a table for a terminal: value, target, met or not, and below each line what was run. */
export function measuredTable(measured: readonly Measured[], notMeasured: readonly NotMeasured[]): string {
  const rows = measured.map((one) => [one.what, valueText(one), targetText(one), verdict(one)] as const);
  const header = ['what', 'measured', 'target', 'verdict'] as const;
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(header),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...measured.flatMap(({ ran }, index) => [line(rows[index] ?? []), `    ${ran}`]),
    ...notMeasured.map(({ what, because }) => `NOT MEASURED: ${what}. ${because}`),
    '',
    summary(measured, notMeasured),
  ].join('\n');
}

function summary(measured: readonly Measured[], notMeasured: readonly NotMeasured[]): string {
  const missed = measured.filter((one) => verdict(one) === 'MISSED');
  const parts = [
    missed.length === 0
      ? 'No target was missed.'
      : `${missed.length} MISSED: ${missed.map(({ what }) => what).join('; ')}.`,
    ...(notMeasured.length === 0 ? [] : [`${notMeasured.length} could not be measured.`]),
  ];
  return parts.join(' ');
}
