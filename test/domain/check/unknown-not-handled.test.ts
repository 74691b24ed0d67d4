import { describe, expect, it } from 'vitest';
import { changed, linesOf, mended, problemsOf, smallOptions } from './small-sop.ts';

const ids = ['unknown-not-handled'];
const unknownLine = ['   - If unknown: escalate to Tier 2 because "a fact is missing".\n', ''] as const;
const found = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
  linesOf(changed(unknownLine, ...changes), { ids });
const here = 'info unknown-not-handled “If order value < $200 and carrier status = "lost"”';

describe('a proposing “If” without “If unknown”', () => {
  it.each([
    ['in one of its branches', ['decide remedy.', 'stop.']],
    ['in a table that it decides', [': propose full refund.', ': stop.']],
    [
      'further down',
      [
        ': propose full refund.',
        ':\n     - If legal threat: stop.\n     - Else: propose full refund.\n     - If unknown: stop.',
      ],
    ],
    [
      'in its “Else”',
      ['Else: escalate to Tier 2 because "the parcel is not lost".', 'Else: propose full refund.'],
    ],
  ] as const)('is a hint where it proposes %s', (_, change) => {
    expect(found([...change])).toEqual([here]);
  });

  it('is none where it proposes nothing', () => {
    expect(
      found([': propose full refund.', ': stop.'], ['"Refund?" and propose full refund', '"Refund?"']),
    ).toEqual([]);
  });

  it('is none where its conditions always have an answer', () => {
    expect(
      found(
        ['If order value < $200 and carrier status = "lost"', 'If order value is known'],
        ['Else if carrier status = "lost"', 'Else if carrier status is unknown'],
      ),
    ).toEqual([]);
  });

  it('is told for a table that decides itself', () => {
    expect(
      found(
        [': propose full refund.', ': stop.'],
        ['"Refund?" and propose full refund', '"Refund?" and decide remedy'],
      ),
    ).toEqual([]);
  });
});

describe('the “If unknown” that is offered', () => {
  const mend = (text: string): string => {
    const [problem] = problemsOf(text).filter(({ id }) => id === 'unknown-not-handled');
    return problem ? mended(text, problem) : '';
  };

  it('stands behind the chain, with its indentation and its marker', () => {
    expect(mend(changed(unknownLine))).toBe(changed());
    const starred = (text: string): string => text.replaceAll(/^ {3}- (?=If|Else)/gm, '\t*  ');
    expect(mend(starred(changed(unknownLine)))).toBe(
      starred(changed()).replace('*  If unknown', '* If unknown'),
    );
  });

  it('goes on with the numbers of a numbered list', () => {
    const numbered = changed(
      unknownLine,
      ['   - If order', '   1. If order'],
      ['   - Else if', '   2. Else if'],
      ['   - Else:', '   3. Else:'],
    );
    expect(mend(numbered)).toContain(
      'not lost".\n   4. If unknown: escalate to Tier 2 because "a fact is missing".\n',
    );
  });

  it('stands behind what belongs to the last branch', () => {
    const nested = changed(unknownLine, [
      'Else: escalate to Tier 2 because "the parcel is not lost".',
      'Else:\n     - Notify Tier 2.\n\n       A note.\n     - Escalate to Tier 2 because\n"the parcel is not lost".',
    ]);
    expect(mend(nested)).toContain('not lost".\n   - If unknown: escalate');
    expect(linesOf(mend(nested))).toEqual([]);
  });

  it('keeps the line ends of the text', () => {
    const windows = changed(unknownLine).replaceAll('\n', '\r\n');
    expect(mend(windows)).toBe(changed().replaceAll('\n', '\r\n'));
  });

  it('names a team that the settings declare', () => {
    const options = { ...smallOptions, catalogue: { systems: [], teams: ['Legal'] } };
    const text = changed(unknownLine);
    const [problem] = problemsOf(text, options).filter(({ id }) => id === 'unknown-not-handled');
    expect(problem && mended(text, problem)).toContain('- If unknown: escalate to Legal because');
  });

  it('is none where the SOP escalates to nobody', () => {
    const text = changed(unknownLine).replaceAll(/escalate to [^|.\n]*? because "[^"]*"/g, 'stop');
    const [problem] = problemsOf(text).filter(({ id }) => id === 'unknown-not-handled');
    expect(problem?.id).toBe('unknown-not-handled');
    expect(problem?.fixes).toBeUndefined();
  });
});
