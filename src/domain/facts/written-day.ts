import { isCalendarDate } from './calendar.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The ISO date of a day in another form: `20.11.2026`, `11/20/2026`, `Nov 20, 2026`, `2026/11/20`. Undefined where it is none, or where
 * day and month could be told the other way round, as in `3/4/2026`.
 */
export function writtenDay(text: string): string | undefined {
  const words = text.trim();
  const [, year, first, second] = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(words) ?? [];
  if (year && first && second) return dayOf(year, first, second);
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(words);
  if (numbers) return dayOfNumbers(numbers);
  const named =
    /^(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/i.exec(words);
  const month = months.indexOf(named?.[2]?.toLowerCase() ?? '') + 1;
  const day = named?.[1] ?? named?.[3];
  return named && month > 0 && day ? dayOf(named[4] ?? '', String(month), day) : undefined;
}

/** Dots stand in dates that begin with the day; between slashes and dashes the month may come first. */
function dayOfNumbers([, first = '', sign, second = '', year = '']: RegExpExecArray): string | undefined {
  const dayFirst = dayOf(year, second, first);
  if (sign === '.') return dayFirst;
  const monthFirst = dayOf(year, first, second);
  return dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst
    ? undefined
    : (dayFirst ?? monthFirst);
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
