import { decimalText } from './decimal.ts';
import type { Value } from './value.ts';

/**
 * A value in a person's language, for replies and screens: `$142.10`, `November 11, 2026`. Money has all of its places, at least
 * those that are usual in its currency: nothing is rounded for the eye. `locale` is BCP 47.
 */
export function displayText(value: Value, locale: string): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'choice':
      return value.choice;
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'number':
      return numberFormat(locale, { maximumFractionDigits: 20 }).format(exact(decimalText(value.number)));
    case 'money':
      return numberFormat(locale, {
        style: 'currency',
        currency: value.currency,
        maximumFractionDigits: 20,
      }).format(exact(decimalText(value.amount)));
    case 'date':
      return dateFormat(locale).format(new Date(`${value.date}T00:00:00Z`));
    case 'duration':
      return durationText(Number(decimalText(value.seconds)), locale);
    case 'list':
      return value.items.map((item) => (item ? displayText(item, locale) : '?')).join(', ');
  }
}

/** Intl takes the digits of a text as they are, so nothing passes through a float. */
function exact(digits: string): Intl.StringNumericLiteral {
  if (isNumeric(digits)) return digits;
  throw new TypeError(`Cannot show “${digits}” as a number.`);
}

const isNumeric = (digits: string): digits is Intl.StringNumericLiteral => /^-?\d+(\.\d+)?$/.test(digits);

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.currency ?? ''}`;
  const present = numberFormats.get(key);
  if (present) return present;
  const made = new Intl.NumberFormat(usable(locale), options);
  numberFormats.set(key, made);
  return made;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string): Intl.DateTimeFormat {
  const present = dateFormats.get(locale);
  if (present) return present;
  const made = new Intl.DateTimeFormat(usable(locale), { dateStyle: 'long', timeZone: 'UTC' });
  dateFormats.set(locale, made);
  return made;
}

const units = [
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

function durationText(seconds: number, locale: string): string {
  const [unit, size] = units.find(([, length]) => seconds !== 0 && seconds % length === 0) ?? units[3];
  return new Intl.NumberFormat(usable(locale), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  }).format(seconds / size);
}

/** A locale that the platform does not know is answered in English rather than with an exception. */
function usable(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
