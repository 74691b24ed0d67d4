import { describe, expect, it } from 'vitest';
import { changed, linesOf } from './small-sop.ts';

const uncited = ['[P2]\n', '\n'] as const;
const found = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
  linesOf(changed(uncited, ...changes), { ids: ['unused-evidence'] });

describe('evidence', () => {
  it.each([
    ['a step', '**Tell.**', '**Tell.** [P2]'],
    ['a bullet, in any case', 'Close as "resolved".', 'Close as "resolved". [p2]'],
    ['a table', '(exactly one)', '(exactly one) [P2]'],
    ['a note', '# Small refund\n', '# Small refund\n\nSee [P2].\n'],
  ])('is used by %s that cites it', (_, words, instead) => {
    expect(found([words, instead])).toEqual([]);
  });

  it.each([
    ['a reply', 'Hello {requester name}', 'Hello [P2] {requester name}'],
    ['a second definition', '[P2]: https://help', '[P2]: https://example.com\n[P2]: https://help'],
    ['a link that only looks like it', '**Tell.**', '**Tell.** [P2](https://example.com)'],
  ])('is not used by %s', (_, words, instead) => {
    expect(found([words, instead])).toEqual(['warning unused-evidence “[P2]”']);
  });
});
