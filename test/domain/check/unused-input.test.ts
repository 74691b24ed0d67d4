import { describe, expect, it } from 'vitest';
import { changed, linesOf } from './small-sop.ts';

const declared = [
  '  legal threat:',
  '  plan: text from zendesk.ticket.field "Plan"\n  days open: count from zendesk.ticket.field "Days"\n  legal threat:',
] as const;
const found = (...changes: readonly (readonly [string, string])[]): readonly string[] =>
  linesOf(changed(declared, ['  days open: count from zendesk.ticket.field "Days"\n', ''], ...changes), {
    ids: ['unused-input'],
  });

describe('an input', () => {
  it('that nothing uses is a hint at its name', () => {
    expect(found()).toEqual(['info unused-input “plan”']);
  });

  it.each([
    ['a condition', ['When legal threat', 'When legal threat and plan = "gold"']],
    ['`matches`', ['matches: ticket form = "Refund"', 'matches: ticket form = "Refund" and plan = "gold"']],
    ['a value of an action', ['amount = order value', 'amount = if plan = "gold" then order value else $1']],
    ['the lock of an action', ['amount = order value', 'amount = order value only if plan = "gold"']],
    ['a reply', ['was promised', 'of {plan} was promised']],
    ['what the assistant is told', ['"say that', '"say for {plan} that']],
    ['a reason', ['"above the limit"', '"above the limit of {plan}"']],
    ['`get`', ['carrier status, promised date.', 'carrier status, promised date, plan.']],
    ['`set`', ['   - Close as', '   - Set zendesk.ticket.field "Plan" to plan.\n   - Close as']],
    ['`hold until`', ['   - Close as', '   - Hold until plan = "gold".\n   - Close as']],
    ['a record', ['inputs:', 'records:\n  own: shopify.order by plan\ninputs:']],
    ['a cell', ['| >= $500 |', '| >= (if plan = "gold" then $500 else $500) |']],
  ] as const)('is used by %s', (_, change) => {
    expect(found([...change])).toEqual([]);
  });

  it('is used by a column whose cells are all “any”', () => {
    const column = changed(
      declared,
      ['  days open: count from zendesk.ticket.field "Days"\n', ''],
      [
        '| order value | then |\n|---|---|\n| < $500 |',
        '| order value | plan | then |\n|---|---|---|\n| < $500 | any |',
      ],
      ['| >= $500 | escalate', '| >= $500 | - | escalate'],
    );
    expect(linesOf(column, { ids: ['unused-input'] })).toEqual([]);
  });

  it.each([
    ['an example', ['| legal threat | fails |', '| plan | fails |']],
    ['a bullet for a person', ['   - Close as', '   - Look at the plan.\n   - Close as']],
  ] as const)('is not used by %s', (_, change) => {
    expect(found([...change])).toContain('info unused-input “plan”');
  });

  it('is not spoken of where a line that names it has a mistake', () => {
    expect(found(['When legal threat', 'When plan = = "gold"'])).toEqual([
      'info unused-input “legal threat”',
    ]);
    expect(found(['When legal threat', 'When legal threat and plam = "gold"'])).toEqual([]);
  });

  it('by which systems find their records is used', () => {
    expect(linesOf(changed([', your order {order number}', '']), { ids: ['unused-input'] })).toEqual([]);
  });
});
