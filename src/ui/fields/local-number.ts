import { decimalText, parseDecimal } from '../../domain/facts/decimal.ts';
import type { Decimal } from '../../domain/facts/decimal.ts';

/**
 * Reads a number as people of the locale write it: `1,234.50` in English, `1.234,50` in German. Groups must be complete, so
 * that `1.234` is never read as another number than was meant; undefined for anything else.
 */
export function readLocalNumber(text: string, locale: string): Decimal | undefined {
  const { group, decimal } = separatorsOf(locale);
  const plain = plainSeparators(text.trim()).replace('−', '-');
  const [whole = '', fraction, ...rest] = plain.split(decimal);
  if (rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  const digits = ungroup(whole, group);
  if (digits === undefined) return undefined;
  return parseDecimal(fraction === undefined ? digits : `${digits}.${fraction}`);
}

/** A number as `readLocalNumber` reads it, without groups. */
export function writeLocalNumber(number: Decimal, locale: string, leastPlaces = 0): string {
  const [whole = '0', fraction = ''] = decimalText(number).split('.');
  const places = fraction.padEnd(leastPlaces, '0');
  return places === '' ? whole : `${whole}${separatorsOf(locale).decimal}${places}`;
}

function ungroup(whole: string, group: string): string | undefined {
  if (/^-?\d+$/.test(whole)) return whole;
  const parts = whole.split(group === '' ? ' ' : group);
  const isGrouped = parts.every((part, index) =>
    index === 0 ? /^-?\d{1,3}$/.test(part) : /^\d{3}$/.test(part),
  );
  return isGrouped ? parts.join('') : undefined;
}

function separatorsOf(locale: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.5);
  const find = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? '';
  return { group: plainSeparators(find('group')), decimal: find('decimal') || '.' };
}

/** Spaces and apostrophes of all kinds as those that a keyboard has. */
function plainSeparators(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll('’', "'");
}
