import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSop } from '../../../src/domain/check/check-sop.ts';
import { smallOptions, smallSop } from './small-sop.ts';

const sops = ['late-parcel', 'damaged-item'].map((id) => ({
  id,
  text: readFileSync(new URL(`../../../sops/${id}.sop.md`, import.meta.url), 'utf8'),
}));

/** Texts that are awkward for those who look for places in them. */
const awkward = [
  smallSop.replaceAll('\n', '\r\n'),
  smallSop.replaceAll('\n', '\r'),
  smallSop.replaceAll('   - ', '\t* '),
  smallSop
    .replace('decide remedy', 'decide remedy and decide remedy')
    .replace('"Refund?"', '"Refund?" and decide remedy'),
  smallSop.replaceAll('full refund', 'full "refund" [x] | {y}'),
  smallSop.replaceAll('Tier 2', 'Tier **2** & more'),
  smallSop.replaceAll('order value', 'ördér\u00a0válue 🙂 and'),
  smallSop.slice(smallSop.indexOf('# Small refund')),
  `${smallSop}\n${smallSop}`,
  'If, if needed, etc. [P1] [P1]: x\n- On failure of\n- Go to step',
];

type Edit =
  | { readonly is: 'characters'; readonly at: number; readonly length: number; readonly insert: string }
  | { readonly is: 'line'; readonly at: number; readonly what: 'delete' | 'double' | 'swap' };

const pieces = [
  '',
  '"',
  '[',
  '|',
  ':',
  '- ',
  '\n',
  '## ',
  'If ',
  'Else: ',
  'etc.',
  'propose ',
  '[P9]',
  '\r',
  '🙂',
  ' soon ',
  '1,200',
];
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    is: fc.constant('characters' as const),
    at: fc.nat(),
    length: fc.nat({ max: 12 }),
    insert: fc.constantFrom(...pieces),
  }),
  fc.record({
    is: fc.constant('line' as const),
    at: fc.nat(),
    what: fc.constantFrom('delete' as const, 'double' as const, 'swap' as const),
  }),
);

function apply(text: string, change: Edit): string {
  if (change.is === 'characters') {
    const from = change.at % (text.length + 1);
    return text.slice(0, from) + change.insert + text.slice(from + change.length);
  }
  const lines = text.split('\n');
  const at = change.at % lines.length;
  const [line = ''] = lines.splice(at, 1);
  if (change.what === 'double') lines.splice(at, 0, line, line);
  if (change.what === 'swap') lines.splice(at + 1, 0, line);
  return lines.join('\n');
}

function expectSound(text: string): void {
  const { problems } = checkSop(text, smallOptions);
  for (const { from, to, fixes } of problems) {
    expect(from >= 0 && from <= to && to <= text.length).toBe(true);
    for (const change of (fixes ?? []).flatMap(({ edits }) => edits))
      expect(change.from >= 0 && change.from <= change.to && change.to <= text.length).toBe(true);
  }
  const order = problems.map(({ from }) => from);
  expect(order).toEqual(order.toSorted((left, right) => left - right));
  const sentences = problems.map(
    ({ id, from, to, message }) => `${id} ${String(from)} ${String(to)} ${message}`,
  );
  expect(new Set(sentences).size).toBe(sentences.length);
}

describe('the checker never throws, points inside the text, and says nothing twice', () => {
  it.each(sops)('about a spoilt $id', { timeout: 120_000 }, ({ text }) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) =>
        expectSound(edits.reduce(apply, text)),
      ),
      { numRuns: 500 },
    );
  });

  it('about awkward texts', { timeout: 120_000 }, () => {
    for (const text of awkward) expectSound(text);
    fc.assert(
      fc.property(fc.constantFrom(...awkward), fc.array(edit, { maxLength: 4 }), (text, edits) =>
        expectSound(edits.reduce(apply, text)),
      ),
      { numRuns: 500 },
    );
  });
});
