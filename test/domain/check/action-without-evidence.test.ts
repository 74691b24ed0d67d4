import { describe, expect, it } from 'vitest';
import { changed, linesOf } from './small-sop.ts';

const ids = ['action-without-evidence'];
const uncited = ['**Decide.** [P1]', '**Decide.**'] as const;
const inChain = 'warning action-without-evidence “propose full refund”';
const inTable = 'warning action-without-evidence “propose full refund”';
const found = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
  linesOf(changed(uncited, ...changes), { ids });

describe('the evidence of a proposal', () => {
  it('is missing where neither the bullet nor what it stands under cites any', () => {
    expect(found()).toEqual([inChain, inTable]);
  });

  it.each([
    ['its own bullet', [': propose full refund.', ': propose full refund. [P1]'], [inTable]],
    ['the heading of its table', ['(exactly one)', '(exactly one) [P1]'], [inChain]],
    ['its row', ['propose full refund |', 'propose full refund [P1] |'], [inChain]],
    ['the bullet that decides its table', ['decide remedy.', 'decide remedy. [P1]'], [inChain]],
    ['the note of its step', ['**Decide.**', '**Decide.** The limit is in [P1].'], []],
  ] as const)('can stand in %s', (_, change, left) => {
    expect(found([...change])).toEqual(left);
  });

  it('can stand in the bullet above it, for what is below that one', () => {
    const nested = ': propose full refund.';
    const below = (cite: string): readonly string[] =>
      found([nested, `:${cite}\n     - Propose full refund.`], ['(exactly one)', '(exactly one) [P1]']);
    expect(below(' [P1]')).toEqual([]);
    expect(below('')).toEqual(['warning action-without-evidence “Propose full refund”']);
  });

  it('does not reach from one branch to the next', () => {
    const nested = [': propose full refund.', ':\n     - Propose full refund.'] as const;
    const cited = ['the parcel is not lost".', 'the parcel is not lost". [P1]'] as const;
    expect(found(nested, cited, ['(exactly one)', '(exactly one) [P1]'])).toEqual([
      'warning action-without-evidence “Propose full refund”',
    ]);
  });

  it('is not asked for where a label was meant that nothing defines', () => {
    expect(found(['**Decide.**', '**Decide.** [P7]'], ['(exactly one)', '(exactly one) [P1]'])).toEqual([]);
  });
});
