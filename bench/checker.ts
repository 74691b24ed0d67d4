import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditChecked } from '../src/domain/audit/audit.ts';
import { checkSop } from '../src/domain/check/check-sop.ts';
import { offeredSystems } from '../src/systems/offered-systems.ts';
import { longDocument, tableDocument } from './large-documents.ts';
import { middleOf } from './measure.ts';
import type { Measured } from './run.ts';

const LATE_PARCEL = join(import.meta.dirname, '..', 'sops', 'late-parcel.sop.md');
const OPTIONS = { today: '2026-11-20', catalogue: { systems: offeredSystems } };
const ROUNDS = 31;
const WARM_UP = 5;

/** What an SOP owner waits for: the checker and the audit, in this process. */
export async function benchChecker(): Promise<readonly Measured[]> {
  const sample = readFileSync(LATE_PARCEL, 'utf8');
  const short = sample.slice(0, sample.indexOf('## Examples'));
  const table = tableDocument(100);
  const long = longDocument(300);
  return [
    {
      what: 'parse and check of a 3 kB SOP',
      ...millisecondsOf(() => checkSop(short, OPTIONS)),
      unit: 'ms',
      atMost: 20,
      ran: `sops/late-parcel.sop.md without its examples (${size(short)}) through \`checkSop\`. Median of ${String(ROUNDS)} rounds.`,
    },
    {
      what: 'parse and check of late-parcel with its examples',
      ...millisecondsOf(() => checkSop(sample, OPTIONS)),
      unit: 'ms',
      atMost: 20,
      ran: `The whole file (${size(sample)}, 11 examples that are run). Median of ${String(ROUNDS)} rounds.`,
    },
    {
      what: 'a table of 100 rows over 8 facts',
      ...millisecondsOf(() => checkSop(table, OPTIONS)),
      unit: 'ms',
      atMost: 300,
      ran: `A generated first-match table (bench/large-documents.ts, ${size(table)}), half of its cells \`any\`, parsed and checked for gaps and rows that are never reached. Median of ${String(ROUNDS)} rounds.`,
    },
    {
      what: 'a keystroke in a 300-line SOP',
      ...millisecondsOf(keystrokes(long)),
      unit: 'ms',
      atMost: 50,
      ran: `A generated SOP of ${String(long.split('\n').length)} lines (${size(long)}): one character changed, then parsed, checked and audited from the start. Median of ${String(ROUNDS)} rounds.`,
    },
  ];
}

function size(text: string): string {
  return `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`;
}

/** Each time another amount, so that nothing can be remembered. */
function keystrokes(text: string): () => void {
  const at = text.indexOf('$110') + 1;
  let typed = 0;
  return () => {
    typed += 1;
    const edited = text.slice(0, at) + String((typed % 8) + 1) + text.slice(at + 1);
    auditChecked(edited, checkSop(edited, OPTIONS), OPTIONS);
  };
}

function millisecondsOf(work: () => void) {
  for (let round = 0; round < WARM_UP; round += 1) work();
  return middleOf(
    Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}
