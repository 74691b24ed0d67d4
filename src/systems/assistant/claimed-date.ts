import { isCalendarDate } from '../../domain/facts/calendar.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';

/** A day as a text names it; the year is often left out. */
type NamedDay = { readonly day: number; readonly month: number; readonly year: number | undefined };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const dayNumber = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?:,?\s+(\d{4}))?`;

/**
 * A date that the quote names in digits or with an English month; null otherwise. `3/4/2026` is read in two ways by two readers,
 * so it is no date, and neither is “yesterday”: that would have to be calculated.
 */
export function claimedDate(value: string, quote: string): FactJson {
  if (!isCalendarDate(value)) return null;
  const [claimedYear, month, day] = value.split('-').map(Number);
  const isNamed = daysIn(quote).some(
    (named) => named.day === day && named.month === month && (named.year ?? claimedYear) === claimedYear,
  );
  return isNamed ? value : null;
}

function daysIn(quote: string): readonly NamedDay[] {
  return [
    ...found(quote, String.raw`(\d{4})-(\d{2})-(\d{2})`, ([y, m, d]) => named(d, m, y)),
    ...found(quote, String.raw`(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?`, ([d, m, y]) => named(d, m, y)),
    ...found(quote, String.raw`(\d{1,2})/(\d{1,2})(?:/(\d{4}))?`, ([a, b, y]) => ofSlashes(a, b, y)),
    ...found(quote, String.raw`${dayNumber}\s+(?:of\s+)?${monthName}${year}`, ([d, m, y]) =>
      named(d, monthOf(m), y),
    ),
    ...found(quote, String.raw`${monthName}\s+${dayNumber}${year}`, ([m, d, y]) => named(d, monthOf(m), y)),
  ];
}

type Parts = readonly (string | undefined)[];

function found(
  quote: string,
  pattern: string,
  read: (parts: Parts) => NamedDay | undefined,
): readonly NamedDay[] {
  const matches = [...quote.matchAll(new RegExp(`(?<![\\d/.-])${pattern}(?![\\d/-])`, 'gi'))];
  return matches.map(([, ...parts]) => read(parts)).filter((day) => day !== undefined);
}

function ofSlashes(
  first: string | undefined,
  second: string | undefined,
  y: string | undefined,
): NamedDay | undefined {
  const isDayFirst = Number(first) > 12;
  const isMonthFirst = Number(second) > 12;
  if (isDayFirst === isMonthFirst && first !== second) return undefined;
  return isDayFirst ? named(first, second, y) : named(second, first, y);
}

function named(
  day: string | undefined,
  month: string | undefined,
  y: string | undefined,
): NamedDay | undefined {
  if (day === undefined || month === undefined) return undefined;
  return { day: Number(day), month: Number(month), year: y === undefined ? undefined : Number(y) };
}

const monthOf = (name: string | undefined) =>
  name === undefined ? undefined : String(months.indexOf(name.toLowerCase()) + 1);
