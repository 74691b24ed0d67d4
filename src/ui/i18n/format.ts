import { decimalText } from '../../domain/facts/decimal.ts';
import type { Decimal } from '../../domain/facts/decimal.ts';
import type { CurrencyCode, IsoDate } from '../../domain/facts/value.ts';
import type { Instant } from '../../domain/run/events.ts';
import type { Words } from './words.ts';

/** Money with all of its decimals: what is approved is never rounded for the eye. */
export function formatMoney({ locale }: Words, amount: Decimal, currency: CurrencyCode): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 20 });
  return format.format(digitsOf(decimalText(amount)));
}

/** Intl takes the digits of a text as they are, so nothing passes through a float. */
function digitsOf(text: string): Intl.StringNumericLiteral {
  return isNumeric(text) ? text : '0';
}

function isNumeric(text: string): text is `${number}` {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

/** A calendar date: `Nov 11, 2026`. */
export function formatDate({ locale }: Words, date: IsoDate): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** An instant in the account's time zone: `Nov 20, 2026, 1:05 PM`. */
export function formatInstant({ locale, timeZone }: Words, instant: Instant): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone(timeZone),
  }).format(new Date(instant));
}

/** The clock time in the account's time zone: `1:05 PM`. */
export function formatTime({ locale, timeZone }: Words, instant: Instant): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone(timeZone) }).format(
    new Date(instant),
  );
}

/** The same with its seconds, for what is over within a minute: `1:05:30 PM`. */
export function formatTimeWithSeconds({ locale, timeZone }: Words, instant: Instant): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: zone(timeZone) }).format(
    new Date(instant),
  );
}

/** How long ago: `2m ago`, `now`. */
export function formatAge({ locale }: Words, instant: Instant, now: Instant): string {
  const { count, unit } = ageOf(instant, now);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' });
  return unit === 'second' ? format.format(0, 'second') : format.format(-count, unit);
}

/** How old, as short as it can be said: `2m`, `now`. */
export function formatShortAge(words: Words, instant: Instant, now: Instant): string {
  const { count, unit } = ageOf(instant, now);
  if (unit === 'second') return formatAge(words, instant, now);
  return new Intl.NumberFormat(words.locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(count);
}

function ageOf(instant: Instant, now: Instant) {
  const seconds = Math.max(0, secondsBetween(instant, now));
  const { unit, length } = unitFor(seconds);
  return { count: Math.floor(seconds / length), unit };
}

/** How long still: `3 hr 12 min`, `45 sec`; `0 sec` once it is over. */
export function formatTimeLeft({ locale }: Words, until: Instant, now: Instant): string {
  const seconds = Math.max(0, Math.ceil(secondsBetween(now, until)));
  const { unit, length } = unitFor(seconds);
  const smaller = units[units.findIndex((each) => each.unit === unit) + 1];
  const whole = Math.floor(seconds / length);
  const rest = smaller === undefined ? 0 : Math.floor((seconds % length) / smaller.length);
  const parts = [
    unitText(locale, whole, unit),
    ...(smaller !== undefined && rest > 0 ? [unitText(locale, rest, smaller.unit)] : []),
  ];
  return parts.join(' ');
}

const units = [
  { unit: 'day', length: 86_400 },
  { unit: 'hour', length: 3600 },
  { unit: 'minute', length: 60 },
  { unit: 'second', length: 1 },
] as const;

const second = units[3];

function unitFor(seconds: number): (typeof units)[number] {
  return units.find(({ length }) => seconds >= length) ?? second;
}

function unitText(locale: string, count: number, unit: (typeof units)[number]['unit']): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}

function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** A time zone that the platform does not know is shown in UTC rather than with an exception. */
function zone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
