import { describe, expect, it } from 'vitest';
import { changed, linesOf } from './small-sop.ts';

const declared = ['actions:\n', 'actions:\n  store credit: shopify.credit (amount = order value)\n'] as const;
const found = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
  linesOf(changed(declared, ...changes), { ids: ['unused-action'] });

describe('an action', () => {
  it('that nothing proposes is a hint at its name', () => {
    expect(found()).toEqual(['info unused-action “store credit”']);
  });

  it.each([
    ['a failure', '- On failure of store credit: stop.\n'],
    ['a rejection', '- On rejection of store credit: stop.\n'],
  ])('is not used by what answers for %s', (_, line) => {
    expect(found(['- On failure of easypost', `${line}- On failure of easypost`])).toEqual([
      'info unused-action “store credit”',
    ]);
  });

  it.each([
    ['a bullet', ['   - Close as', '   - Propose store credit.\n   - Close as']],
    ['a row', ['"Refund?" and propose full refund', '"Refund?" and propose store credit']],
    [
      'what happens after a rejection',
      [
        '- On failure of easypost',
        '- On rejection of full refund: propose store credit.\n- On failure of easypost',
      ],
    ],
    [
      'what happens after a refusal',
      ['   - Close as', '   - Gate Team lead.\n   - If refused: propose store credit.\n   - Close as'],
    ],
  ] as const)('is used by %s', (_, change) => {
    expect(found([...change])).toEqual([]);
  });

  it('is not spoken of where a bullet that proposes it has a mistake', () => {
    expect(found(['   - Close as', '   - Propose store credti.\n   - Close as'])).toEqual([]);
    expect(found(['   - Close as', '   - Please propose store credit.\n   - Close as'])).toEqual([]);
  });
});
