import { dayNumber, isCalendarDate } from '../../facts/calendar.ts';
import type { Span } from '../../facts/problem.ts';

/** A date in a text as the number of its day; of a month or a year without a day, its last. */
export type FoundDate = Span & { readonly day: number };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const dates = new RegExp(
  [
    String.raw`(?<iso>\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b)`,
    String.raw`(?<dmy>\b\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?${month}\.?,?\s+(?:19|20)\d\d\b)`,
    String.raw`(?<mdy>\b${month}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b)`,
    String.raw`(?<my>\b${month}\.?,?\s+(?:19|20)\d\d\b)`,
    String.raw`(?<numeric>\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b)`,
    String.raw`(?<ym>\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])\b)`,
    String.raw`(?<quarter>\bQ[1-4]\s+(?:19|20)\d\d\b)`,
  ].join('|'),
  'gi',
);

/** The dates of a text in the forms that people write, in order. */
export function findDates(text: string): readonly FoundDate[] {
  return Array.from(text.matchAll(dates), ({ 0: written, index, groups = {} }) => {
    const day = dayOf(written.toLowerCase(), groups);
    return { day, from: index, to: index + written.length };
  }).filter((found): found is FoundDate => found.day !== undefined);
}

function dayOf(written: string, groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const numbers = (written.match(/\d+/g) ?? []).map(Number);
  const [first = 0, second = 0, third = 0] = numbers;
  const monthNumber = months.findIndex((name) => written.includes(name)) + 1;
  if (groups['iso']) return dayIn(first, second, third);
  if (groups['dmy']) return dayIn(second, monthNumber, first);
  if (groups['mdy']) return dayIn(second, monthNumber, first);
  if (groups['my']) return lastDayOf(first, monthNumber);
  if (groups['numeric']) return first > 12 ? dayIn(third, second, first) : dayIn(third, first, second);
  if (groups['ym']) return lastDayOf(first, second);
  return lastDayOf(second, first * 3);
}

function lastDayOf(year: number, monthNumber: number): number | undefined {
  return (
    dayIn(year, monthNumber, 31) ??
    dayIn(year, monthNumber, 30) ??
    dayIn(year, monthNumber, 29) ??
    dayIn(year, monthNumber, 28)
  );
}

function dayIn(year: number, monthNumber: number, day: number): number | undefined {
  const text = `${String(year)}-${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(text) ? dayNumber(text) : undefined;
}
