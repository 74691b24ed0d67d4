import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../src/domain/complete/completion.ts';
import { complete } from '../../../src/domain/complete/complete.ts';
import { foldName } from '../../../src/domain/facts/fact-name.ts';
import { sampleCatalogue } from './sample-catalogue.ts';

const texts = ['late-parcel', 'damaged-item'].map((id) =>
  readFileSync(new URL(`../../../sops/${id}.sop.md`, import.meta.url), 'utf8'),
);

/** What is wrong with a completion, whatever the text. */
function faults(text: string, offset: number, { from, to, items }: Completion): readonly string[] {
  const typed = foldName(text.slice(from, offset));
  return [
    ...(from >= 0 && from <= offset && offset <= to && to <= text.length
      ? []
      : ['the place is not around the cursor']),
    ...(/[\r\n]/.test(text.slice(offset, to)) ? ['the place goes over the end of the line'] : []),
    ...(items.length <= 50 ? [] : ['there are too many items']),
    ...(items.every(({ insert, label }) => insert !== '' && label !== '') ? [] : ['an item is empty']),
    ...(new Set(items.map(({ label }) => foldName(label))).size === items.length
      ? []
      : ['an item is there twice']),
    ...(items.every(({ label }) => foldName(label).includes(typed))
      ? []
      : ['an item does not fit what was typed']),
  ];
}

const allFaults = (text: string, offsets: readonly number[]) =>
  offsets.flatMap((offset) =>
    faults(text, offset, complete(text, offset, { catalogue: sampleCatalogue })).map(
      (fault) => `${offset}: ${fault}`,
    ),
  );

describe('completion', () => {
  it.each(texts)(
    'fits at every offset of a sample SOP',
    (text) => {
      expect(
        allFaults(
          text,
          Array.from({ length: text.length + 1 }, (_, offset) => offset),
        ),
      ).toEqual([]);
    },
    60_000,
  );

  const pieces = [
    '"',
    '“',
    '(',
    '[',
    '{',
    '|',
    ':',
    '\n',
    '\n\n',
    '\r',
    '- ',
    '#',
    '---\n',
    'If ',
    ' and ',
    '\t',
    '\0',
    '🙂',
    '',
  ];
  const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 60 }), piece: fc.constantFrom(...pieces) });

  it('fits in broken texts, at every place and beside the slip', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        (text, edits, places) => {
          let broken = text;
          const beside: number[] = [];
          for (const { at, length, piece } of edits) {
            const from = at % (broken.length + 1);
            broken = broken.slice(0, from) + piece + broken.slice(from + length);
            beside.push(from, from + piece.length);
          }
          const offsets = [...beside, ...places].map((place) => place % (broken.length + 1));
          expect(allFaults(broken, offsets)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('fits in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(), (text, place) => {
        expect(allFaults(text, [place % (text.length + 1)])).toEqual([]);
      }),
    );
  }, 60_000);

  it.each([-1, 1e9, Number.NaN, 0.5])('takes the offset %s for a place in the text', (offset) => {
    const { from, to } = complete('- If ', offset);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(5);
  });

  it.each([
    ['conditions in conditions', `- ${'if a: '.repeat(20_000)}`],
    ['brackets', `- If ${'('.repeat(100_000)}`],
    ['quotation marks', `- If ${'"'.repeat(100_001)}`],
    ['words without a fact', `- If ${'order '.repeat(20_000)}`],
    ['cells', `## Examples\n${'|'.repeat(100_000)}`],
    ['rows', `## Examples\n${'| a | b |\n'.repeat(20_000)}`],
    ['colons in the header', `---\n${'a:'.repeat(50_000)}`],
    ['sources', `---\ninputs:\n  a: ${'from '.repeat(30_000)}`],
    ['locks', `---\nactions:\n  a: stripe.refund (${'needs '.repeat(20_000)}`],
    ['teams', 'gate '.repeat(30_000)],
    ['empty lines', '\n'.repeat(100_000)],
    ['white space', `- gate${' '.repeat(100_000)}`],
  ])('takes no long time over %s without end', (_, text) => {
    const start = performance.now();
    complete(text, text.length, { catalogue: sampleCatalogue });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
