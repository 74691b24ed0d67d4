import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRunnable, parseSop, type ParsedSop } from '../../../src/domain/sop/parse-sop.ts';
import { lostGuards } from './lost-guards.ts';
import { walk } from './sop-text.ts';

const library = new URL('../../../sops/', import.meta.url);
const sops = readdirSync(library).map((file) => ({
  id: file.replace('.sop.md', ''),
  text: readFileSync(new URL(file, library), 'utf8'),
}));

const pieces = [
  '\n',
  '  ',
  '- ',
  '1. ',
  '"',
  '“',
  '(',
  '[',
  ']',
  '|',
  ':',
  ',',
  '`',
  '**',
  '\\',
  '{',
  '}',
  '#',
  '## ',
  '---\n',
  'If ',
  'Else: ',
  'If refused: ',
  ' and ',
  ' then ',
  'propose ',
  '[P9]',
  '\t',
  '\r',
  '\uFEFF',
  'ä',
  '🙂',
  '&x ',
  '*x ',
];

const anywhere = fc.nat().chain((at) => fc.constantFrom(...pieces, '').map((insert) => ({ at, insert })));
const edit = fc
  .tuple(anywhere, fc.nat({ max: 40 }))
  .map(([{ at, insert }, length]) => ({ at, length, insert }));

function apply(
  text: string,
  edits: readonly { readonly at: number; readonly length: number; readonly insert: string }[],
): string {
  return edits.reduce((edited, { at, length, insert }) => {
    const from = edited.length === 0 ? 0 : at % edited.length;
    return edited.slice(0, from) + insert + edited.slice(from + length);
  }, text);
}

function expectSound(text: string, read: ParsedSop): void {
  for (const { from, to } of read.problems) expect(from >= 0 && from <= to && to <= text.length).toBe(true);
  const order = read.problems.map(({ from }) => from);
  expect(order).toEqual(order.toSorted((left, right) => left - right));
  const { paths } = walk(read);
  expect(paths.filter((path, index) => paths.indexOf(path) < index)).toEqual([]);
}

describe.each(sops)('a spoilt $id', ({ text }) => {
  const timeout = 60_000;

  it('never throws, names places inside the text, and has every path once', { timeout }, () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const spoilt = apply(text, edits);
        expectSound(spoilt, parseSop(spoilt));
      }),
      { numRuns: 100 },
    );
  });

  // `npm run bench -- --only deletions` tries every place.
  it.each([1, 3])('never loses a guard silently when %i characters are missing', { timeout }, (length) => {
    const whole = parseSop(text);
    fc.assert(
      fc.property(fc.nat({ max: text.length - length }), (at) => {
        const read = parseSop(text.slice(0, at) + text.slice(at + length));
        expect(isRunnable(read) ? lostGuards(whole, read) : []).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('never loses a test of a row silently', { timeout }, () => {
    const testsOf = ({ sop }: ParsedSop): readonly number[] =>
      (sop?.decisions ?? []).flatMap(({ rows }) => rows.map(({ cells }) => cells.length));
    const whole = testsOf(parseSop(text));
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), (at) => {
        const read = parseSop(text.slice(0, at) + text.slice(at + 1));
        expect(isRunnable(read) ? testsOf(read) : whole).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

it('any text at all is read without throwing', { timeout: 60_000 }, () => {
  const words = ['order value', 'sop: x\n', '|---|\n', 'then', '## Steps\n'];
  const part = fc.oneof(fc.constantFrom(...pieces, ...words), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      expectSound(text, parseSop(text));
    }),
    { numRuns: 500 },
  );
});
