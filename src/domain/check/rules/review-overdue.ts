import { dateOfDay, dayNumber } from '../../facts/calendar.ts';
import type { Span } from '../../facts/problem.ts';
import type { IsoDate } from '../../facts/value.ts';
import { findHeader } from '../../sop/header/find-header.ts';
import { warningAt } from '../../sop/problem-at.ts';
import type { Rule } from '../rule.ts';

/** A review whose day has passed. On the day itself it is not overdue, and a retired SOP needs none. */
export const reviewOverdue: Rule = ({
  sop: { source, status, reviewed, reviewEvery },
  options: { today },
}) => {
  const due = reviewed && reviewEvery ? dueAfter(reviewed, reviewEvery) : undefined;
  if (!reviewed || !reviewEvery || !due || due >= today || status === 'retired') return [];
  const days = dayNumber(today) - dayNumber(due);
  const message = `The last review was on ${reviewed}, and one is due every ${reviewEvery}: since ${due}, ${days === 1 ? 'one day' : `${String(days)} days`} ago. Read the SOP through with its owner, then write the day of the review here.`;
  const values = { reviewed, every: reviewEvery, due };
  return [warningAt(placeOf(source, reviewed), { id: 'review-overdue', message, values })];
};

/** The day on which the next review is due; months and years go by the calendar, at the end of a shorter month at its last day. */
function dueAfter(reviewed: IsoDate, every: string): IsoDate | undefined {
  const [, written = '', unit = ''] = /^(\d+) (day|week|month|year)s?$/.exec(every) ?? [];
  const count = Number(written);
  switch (unit) {
    case 'day':
      return dateOfDay(dayNumber(reviewed) + count);
    case 'week':
      return dateOfDay(dayNumber(reviewed) + count * 7);
    case 'month':
      return monthsAfter(reviewed, count);
    case 'year':
      return monthsAfter(reviewed, count * 12);
    default:
      return undefined;
  }
}

function monthsAfter(date: IsoDate, count: number): IsoDate | undefined {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const next = `${String(Math.floor((months + 1) / 12)).padStart(4, '0')}-${String(((months + 1) % 12) + 1).padStart(2, '0')}-01`;
  if (first.length > 10 || next.length > 10) return undefined;
  const length = dayNumber(next) - dayNumber(first);
  return dateOfDay(dayNumber(first) + Math.min(day, length) - 1);
}

/** The date in the header; the beginning of the header where it is written in an unusual way. */
function placeOf(source: string, reviewed: IsoDate): Span {
  const header = findHeader(source);
  if (!header) return { from: 0, to: 0 };
  const { from, to } = header.content;
  const found = /^["']?reviewed["']?[ \t]*:\s*["']?(\d{4}-\d{2}-\d{2})/m.exec(source.slice(from, to));
  if (found?.[1] !== reviewed) return header.opening;
  const end = from + found.index + found[0].length;
  return { from: end - reviewed.length, to: end };
}
