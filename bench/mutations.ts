import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { auditChecked } from '../src/domain/audit/audit.ts';
import { checkSop } from '../src/domain/check/check-sop.ts';
import { offeredSystems } from '../src/systems/offered-systems.ts';
import { picks, type Pick } from './picks.ts';
import type { Measured } from './run.ts';

const SOPS = join(import.meta.dirname, '..', 'sops');
const OPTIONS = { today: '2026-11-20', catalogue: { systems: offeredSystems } };
const DOCUMENTS = 100_000;
/** The first tenth fills the caches of the platform; memory is compared from there on. */
const WARM_UP = DOCUMENTS / 10;

/** Spoilt copies of the starter library, read, checked and audited: none may throw, take long or keep memory. */
export async function benchMutations(): Promise<readonly Measured[]> {
  const texts = readdirSync(SOPS).map((file) => readFileSync(join(SOPS, file), 'utf8'));
  const pick = picks(20_261_120);
  const times: number[] = [];
  let heapAfterWarmUp = 0;
  for (let count = 1; count <= DOCUMENTS; count += 1) {
    const text = spoil(texts[pick(texts.length)] ?? '', pick);
    const start = performance.now();
    try {
      auditChecked(text, checkSop(text, OPTIONS), OPTIONS);
    } catch (error) {
      throw new Error(
        `Document ${String(count)} of ${String(DOCUMENTS)} was thrown at: ${JSON.stringify(text)}`,
        {
          cause: error,
        },
      );
    }
    times.push(performance.now() - start);
    if (count === WARM_UP) heapAfterWarmUp = heapMegabytes();
    if (count % 10_000 === 0)
      console.error(`  ${String(count)} documents, heap ${heapMegabytes().toFixed(1)} MB`);
  }
  const inOrder = times.toSorted((a, b) => a - b);
  const ran = `${String(DOCUMENTS)} spoilt copies of the starter library (characters and lines cut, doubled, swapped and put in), each parsed, checked and audited; none threw.`;
  return [
    { what: 'spoilt documents: the slowest', value: inOrder.at(-1) ?? 0, unit: 'ms', atMost: 1000, ran },
    {
      what: 'spoilt documents: slower than all but one in a thousand',
      value: inOrder[Math.floor(inOrder.length * 0.999)] ?? 0,
      unit: 'ms',
      atMost: 100,
      ran: 'The same documents.',
    },
    {
      what: 'spoilt documents: memory kept',
      value: heapMegabytes() - heapAfterWarmUp,
      unit: 'MB',
      atMost: 5,
      ran: 'Heap after the last of them less the heap after the first tenth, each after a garbage collection.',
    },
  ];
}

const pieces = [
  '\n',
  '- ',
  '1. ',
  '"',
  '“',
  '(',
  ']',
  '|',
  ':',
  ',',
  '`',
  '**',
  '{',
  '#',
  '## ',
  '---\n',
  'If ',
  'Else: ',
  ' and ',
  'propose ',
  '[P9]',
  '\t',
  'ä',
  '🙂',
  '$',
  '0',
  'unknown',
  ' or not ',
];

function spoil(text: string, pick: Pick): string {
  let spoilt = text;
  for (let edits = 1 + pick(6); edits > 0; edits -= 1) spoilt = edit(spoilt, pick);
  return spoilt;
}

function edit(text: string, pick: Pick): string {
  const at = pick(text.length + 1);
  const length = pick(40);
  switch (pick(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + (pieces[pick(pieces.length)] ?? '') + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    default:
      return editLines(text.split('\n'), pick).join('\n');
  }
}

function editLines(lines: readonly string[], pick: Pick): readonly string[] {
  const [a, b] = [pick(lines.length), pick(lines.length)];
  const line = lines[a] ?? '';
  switch (pick(3)) {
    case 0:
      return lines.toSpliced(a, 1);
    case 1:
      return lines.toSpliced(b, 0, line);
    default:
      return lines.with(a, lines[b] ?? '').with(b, line);
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

function heapMegabytes(): number {
  if (typeof collectGarbage === 'function') Reflect.apply(collectGarbage, undefined, []);
  return process.memoryUsage().heapUsed / 1_000_000;
}
