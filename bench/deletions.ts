import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRunnable, parseSop } from '../src/domain/sop/parse-sop.ts';
import { lostGuards } from '../test/domain/sop/lost-guards.ts';
import type { Measured } from './run.ts';

const SOPS = join(import.meta.dirname, '..', 'sops');

/** Every one and every three characters of every starter SOP, cut out at every place: none may take a guard from a proposal silently. */
export async function benchDeletions(): Promise<readonly Measured[]> {
  let tried = 0;
  let silent = 0;
  for (const file of readdirSync(SOPS)) {
    const text = readFileSync(join(SOPS, file), 'utf8');
    const whole = parseSop(text);
    for (const length of [1, 3]) {
      for (let at = 0; at <= text.length - length; at += 1) {
        tried += 1;
        const read = parseSop(text.slice(0, at) + text.slice(at + length));
        const lost = isRunnable(read) ? lostGuards(whole, read) : [];
        if (lost.length === 0) continue;
        silent += 1;
        console.error(`  ${file}, ${String(length)} from ${String(at)}: ${lost.join('; ')}`);
      }
    }
    console.error(`  ${file}: ${String(tried)} tried so far, ${String(silent)} silent`);
  }
  return [
    {
      what: 'characters cut out that take a guard from a proposal without an error',
      value: silent,
      unit: '',
      atMost: 0,
      ran: `Each one and each three characters of the starter library cut out at each place: ${String(tried)} documents, read anew.`,
    },
  ];
}
