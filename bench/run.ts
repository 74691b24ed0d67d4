import { parseArgs } from 'node:util';
import { benchChecker } from './checker.ts';
import { benchDeletions } from './deletions.ts';
import { benchEngine } from './engine.ts';
import { benchFirstLoad } from './first-load.ts';
import { benchDesk } from './desk/bench-desk.ts';
import { machineText } from './machine.ts';
import { measuredTable } from './measured-table.ts';
import { benchMutations } from './mutations.ts';
import { record } from './record.ts';

// `npm run bench`: prints what was measured beside what it may be. A missed target is marked and fails nothing: a
// bench is no test, and the machine may be busy. `-- --record` writes docs/performance.md from this very run.

/** One measured value beside its target. */
export type Measured = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** What was run for it, in a sentence. */
  readonly ran: string;
  /** The lowest and the highest of the values that `value` is the middle of. */
  readonly between?: readonly [number, number];
};

/** A group of measurements that could not be made. It is printed and recorded: a gap is never silent. */
export type NotMeasured = { readonly what: string; readonly because: string };

type Part = {
  readonly name: string;
  readonly what: string;
  run(): Promise<readonly Measured[]>;
  /** It takes too long to be a part of every bench. */
  readonly onlyByName?: true;
};

const PARTS: readonly Part[] = [
  { name: 'size', what: 'first load of the sidebar', run: benchFirstLoad },
  { name: 'desk', what: 'the sidebar in the desk', run: benchDesk },
  { name: 'engine', what: 'the engine', run: benchEngine },
  { name: 'checker', what: 'the checker', run: benchChecker },
  { name: 'deletions', what: 'guards', run: benchDeletions, onlyByName: true },
  { name: 'mutations', what: 'spoilt documents', run: benchMutations, onlyByName: true },
];

const { values } = parseArgs({
  options: {
    record: { type: 'boolean', default: false },
    /** `size`, `desk`, `engine`, `checker`, `deletions` or `mutations`; several separated by commas. */
    only: { type: 'string' },
  },
});

const only = values.only?.split(',');
const strange = only?.filter((name) => !PARTS.some((part) => part.name === name)) ?? [];
if (strange.length > 0 || (values.record && only !== undefined)) {
  console.error(
    strange.length > 0
      ? `There is nothing to measure by the name of ${strange.join(', ')}. There is: ${PARTS.map(({ name }) => name).join(', ')}.`
      : 'A record holds everything: give --record or --only, not both.',
  );
  process.exit(2);
}

const measured: Measured[] = [];
const notMeasured: NotMeasured[] = [];
for (const part of PARTS) {
  if (only === undefined ? part.onlyByName : !only.includes(part.name)) continue;
  console.error(`Measuring ${part.what} …`);
  try {
    // One after the other: measurements that run side by side measure each other.
    measured.push(...(await part.run()));
  } catch (error) {
    notMeasured.push({ what: part.what, because: error instanceof Error ? error.message : String(error) });
  }
}

const machine = await machineText();
console.log(`\n${measuredTable(measured, notMeasured)}\n\n${machine}`);
if (values.record) console.log(`\nRecorded in ${await record({ measured, notMeasured, machine })}`);
