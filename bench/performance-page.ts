import type { Measured, NotMeasured } from './run.ts';
import { targetText, valueText, verdict } from './verdict.ts';

export type Recording = {
  readonly measured: readonly Measured[];
  readonly notMeasured: readonly NotMeasured[];
  /** Cores, memory and versions. */
  readonly machine: string;
  /** ISO date. */
  readonly day: string;
};

/** The text of docs/performance.md. Every figure in it comes from the recording; nobody types one. */
export function performancePage({ measured, notMeasured, machine, day }: Recording): string {
  return [
    '# Performance',
    '',
    'What was measured, against what it may be. `npm run bench` prints this table, `npm run bench -- --record` writes this page; it is never edited by hand.',
    '',
    `Measured on ${day}: ${machine}`,
    '',
    '| what | measured | target | verdict |',
    '| --- | --- | --- | --- |',
    ...measured.map((one) => row([one.what, valueText(one), targetText(one), verdictText(one)])),
    ...notMeasured.map(({ what, because }) => row([what, because, '–', '**not measured**'])),
    '',
    '## What was run',
    '',
    ...measured.map(({ what, ran }) => `- **${what}**: ${ran}`),
    '',
    '## How to read it',
    '',
    'A figure with a range in brackets is the median of its rounds, with the lowest and the highest of them: the machine does other things too, so a single round says little. Each load waits a few seconds for the machine to become quiet, and the page says how often it did not.',
    '',
    'Times are taken in the page itself, from the message that registers the app to the frame in which the button can be seen. Rates count the processor time of one thread, which other programs do not change.',
    '',
    'A missed target is marked and fails nothing: what must hold on every machine is a test, such as the size of the first load.',
    '',
  ].join('\n');
}

function verdictText(measured: Measured): string {
  const text = verdict(measured);
  return text === 'MISSED' ? '**MISSED**' : text;
}

/** A bar inside a cell would end it. */
const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
