import { describe, expect, it } from 'vitest';
import { changed, linesOf, problemsOf } from './small-sop.ts';

const failing = [
  '| $500 | lost | 3 | no | | escalate to Payments |',
  '| $500 | lost | 3 | no | | stop |',
] as const;
const ids = ['example-fails'];

describe('a row that expects what the SOP does not do', () => {
  it('is an error at the row', () => {
    expect(linesOf(changed(failing), { ids })).toEqual([
      'error example-fails “| $500 | lost | 3 | no | | stop |”',
    ]);
  });

  it('says the first difference and why', () => {
    const [problem] = problemsOf(changed(failing)).filter(({ id }) => id === 'example-fails');
    expect(problem?.message).toBe(
      'Example 4 fails: expected stop, got escalate to Payments because order value is $500 and row 2 of “remedy” applies. Change the row, or what the SOP does in this case.',
    );
    expect(problem?.values).toMatchObject({ row: '4', expected: 'stop', got: 'escalate to Payments' });
  });

  it('is found when the SOP changes and the row does not', () => {
    expect(linesOf(changed(['If order value < $200', 'If order value <= $200']), { ids })).toEqual([
      'error example-fails “| $200 | lost | 3 | no | | gate Team lead; propose full refund; close as resolved |”',
    ]);
  });

  it('is not the row that is silent about what it may be silent about', () => {
    expect(
      linesOf(changed(['propose full refund; close as resolved |', 'propose full refund |']), { ids }),
    ).toEqual([]);
  });

  it('counts days back from the day of the check', () => {
    const text = changed([
      failing[0],
      `${failing[0]}\n| $120 | lost | -400 | no | | draft reply please wait |`,
    ]);
    expect(linesOf(text, { ids })).toEqual([]);
  });
});

describe('examples are not run', () => {
  it.each([
    ['where a branch cannot be read', 'If order value < $200', 'If order valu < $200'],
    ['where an input cannot be read', 'order value: money USD from', 'order value: monney from'],
    ['where the section of the examples has no column “expect”', '| fails | expect |', '| fails | expects |'],
    [
      'where the document would go round for ever',
      '   - Close as "resolved".',
      '   - Go to step 2 at most 900000 times.\n   - Close as "resolved".',
    ],
  ])('%s', (_, words, instead) => {
    expect(linesOf(changed(failing, [words, instead]), { ids })).toEqual([]);
  });

  it('where a row has a mistake, and the other rows are', () => {
    const text = changed(failing, ['| $120 | delivered | 3 |', '| $120 | stolen | 3 |']);
    expect(linesOf(text, { ids: [...ids, 'type-mismatch'] })).toEqual([
      'error example-fails “| $500 | lost | 3 | no | | stop |”',
      'error type-mismatch “stolen”',
    ]);
  });

  it.each([
    ['an owner that is missing', 'owner: Support\n', ''],
    ['a review date that is none', 'reviewed: 2026-01-31', 'reviewed: soon'],
    ['a condition of `matches` that cannot be read', 'ticket form = "Refund"', 'ticket form == "Refund"'],
  ])('but %s does not stand in their way', (_, words, instead) => {
    expect(linesOf(changed(failing, [words, instead]), { ids })).toHaveLength(1);
  });
});
