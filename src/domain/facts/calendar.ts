import { compareDecimals, parseDecimal, type Decimal } from './decimal.ts';
import type { IsoDate } from './value.ts';

const isoForm = /^\d{4}-\d{2}-\d{2}$/;
const secondsPerDay = 86_400;
/** More seconds than there are between the first and the last day of the calendar. */
const beyondCalendar = parseDecimal('1000000000000');

/** Whether a text is an ISO date that the calendar has, in the years 1 to 9999. Source: SOP language, section 3. */
export function isCalendarDate(text: string): boolean {
  if (!isoForm.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number of days since 1970-01-01, negative before. */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  const yearFromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** The date of a day number; undefined outside the years 1 to 9999. */
export function dateOfDay(number: number): IsoDate | undefined {
  const time = new Date(number * secondsPerDay * 1000);
  const year = time.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return undefined;
  return `${String(year).padStart(4, '0')}-${twoDigits(time.getUTCMonth() + 1)}-${twoDigits(time.getUTCDate())}`;
}

/**
 * The day on which a duration ends that starts at midnight of a date; undefined outside the calendar.
 * Source: SOP language, section 3, "Money, numbers, dates".
 */
export function addSeconds(date: IsoDate, seconds: Decimal): IsoDate | undefined {
  if (beyondCalendar === undefined || compareDecimals(seconds.abs(), beyondCalendar) > 0) return undefined;
  return dateOfDay(dayNumber(date) + Math.floor(wholeSeconds(seconds) / secondsPerDay));
}

/** Rounded down, also below zero. */
function wholeSeconds(seconds: Decimal): number {
  const towardsZero = seconds.round(0, 0);
  const whole = Number(towardsZero.toFixed());
  return compareDecimals(seconds, towardsZero) < 0 ? whole - 1 : whole;
}

function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
