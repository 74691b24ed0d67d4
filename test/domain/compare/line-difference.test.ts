import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDifference } from '../../../src/domain/compare/line-difference.ts';

const shown = (before: string, after: string): readonly string[] =>
  lineDifference(before, after).map(
    ({ is, text }) => `${{ same: ' ', removed: '-', added: '+' }[is]}${text}`,
  );

describe('the difference of two texts by lines', () => {
  it('keeps what is the same and shows the rest in order, what was removed first', () => {
    expect(shown('a\nb\nc\nd\n', 'a\nx\nc\nd\ne\n')).toEqual([' a', '-b', '+x', ' c', ' d', '+e']);
  });

  it('is the shortest one between lines that stand once', () => {
    expect(shown('one\nx\nx\ntwo\n', 'one\nx\ntwo\n')).toEqual([' one', ' x', '-x', ' two']);
  });

  it('finds no difference in ends of lines and in the break at the end', () => {
    expect(lineDifference('a\r\nb', 'a\nb\n').every(({ is }) => is === 'same')).toBe(true);
  });

  it('gives back both texts, numbered, for any two texts', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', 'unique'), { maxLength: 40 });
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const found = lineDifference(`${left.join('\n')}\n`, `${right.join('\n')}\n`);
        const before = found.flatMap((line) => (line.is === 'added' ? [] : [[line.before, line.text]]));
        const after = found.flatMap((line) => (line.is === 'removed' ? [] : [[line.after, line.text]]));
        const numbered = (texts: readonly string[]) => texts.map((text, at) => [at + 1, text]);
        expect(before).toEqual(numbered(left.length > 0 ? left : ['']));
        expect(after).toEqual(numbered(right.length > 0 ? right : ['']));
      }),
    );
  });

  it('takes little time for long texts that have nothing in common, or the same lines all over', () => {
    const text = (line: (at: number) => string): string =>
      Array.from({ length: 50_000 }, (_, at) => line(at)).join('\n');
    const start = performance.now();
    lineDifference(
      text((at) => `a ${String(at)}`),
      text((at) => `b ${String(at)}`),
    );
    lineDifference(
      text((at) => String(at % 7)),
      text((at) => String(at % 11)),
    );
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
