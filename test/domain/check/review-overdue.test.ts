import { expect, it } from 'vitest';
import { changed, linesOf, problemsOf } from './small-sop.ts';

const overdue = (reviewed: string, every: string, today: string, status = 'live'): boolean =>
  linesOf(
    changed(
      ['status: live', `status: ${status}`],
      ['reviewed: 2026-01-31', `reviewed: ${reviewed}`],
      ['review_every: 1 month', `review_every: ${every}`],
    ),
    {
      ids: ['review-overdue'],
      options: { today },
    },
  ).length > 0;

it.each([
  ['2026-01-31', '1 month', '2026-02-28'],
  ['2024-01-31', '1 month', '2024-02-29'],
  ['2026-08-31', '6 months', '2027-02-28'],
  ['2026-01-15', '6 months', '2026-07-15'],
  ['2026-11-30', '1 month', '2026-12-30'],
  ['2026-12-31', '2 months', '2027-02-28'],
  ['2024-02-29', '1 year', '2025-02-28'],
  ['2026-01-01', '90 days', '2026-04-01'],
  ['2026-01-01', '2 weeks', '2026-01-15'],
])('a review of %s, due every %s, is due on %s and overdue the day after', (reviewed, every, due) => {
  const dayAfter = new Date(Date.parse(due) + 86_400_000).toISOString().slice(0, 10);
  expect(overdue(reviewed, every, due)).toBe(false);
  expect(overdue(reviewed, every, dayAfter)).toBe(true);
});

it('a retired SOP needs no review', () => {
  expect(overdue('2020-01-01', '1 month', '2026-01-01', 'retired')).toBe(false);
});

it('a review that is due beyond the calendar is never overdue', () => {
  expect(overdue('9999-01-01', '9999 years', '9999-12-31')).toBe(false);
});

it('says since when, at the date', () => {
  const text = changed(['reviewed: 2026-01-31', 'reviewed: "2026-01-27"']);
  const [problem] = problemsOf(text).filter(({ id }) => id === 'review-overdue');
  expect(problem && text.slice(problem.from, problem.to)).toBe('2026-01-27');
  expect(problem?.message).toContain('since 2026-02-27, one day ago');
  expect(problem?.values).toEqual({ reviewed: '2026-01-27', every: '1 month', due: '2026-02-27' });
});
