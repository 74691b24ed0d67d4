import { isCalendarDate } from '../../domain/facts/calendar.ts';
import { isCurrencyCode, parseMoney } from '../../domain/facts/currency.ts';
import { decimalOf, decimalText, parseDecimal } from '../../domain/facts/decimal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { FieldDefinition, Row } from './salesforce-schemas.ts';

type How = {
  readonly type: FactType;
  readonly dateOf: DateOf;
  /** The currency of the record, where the org has several. */
  readonly currency?: string | undefined;
};

/** What a field holds, as a fact of this type. A compound field, such as an address, is none that could be read. */
export function fieldReading(row: Row, name: string, how: How): Reading {
  const raw = row[name];
  if (raw === undefined) return { is: 'none', because: 'no-such-field' };
  if (raw === null || raw === '') return { is: 'empty' };
  if (typeof raw === 'number') return { is: 'value', value: factOfNumber(raw, how) };
  if (typeof raw === 'boolean') return { is: 'value', value: raw };
  return typeof raw === 'string'
    ? { is: 'value', value: factOfText(raw, how) }
    : { is: 'none', because: 'no-such-field' };
}

/** Amounts are plain numbers: of the record's currency, or of the one that the SOP declares where the org has only one. */
function factOfNumber(raw: number, { type, currency }: How): FactJson {
  if (type.kind === 'money') return moneyOf(raw, currency ?? type.currency) ?? raw;
  return type.kind === 'text' ? String(raw) : raw;
}

function factOfText(raw: string, { type, dateOf }: How): FactJson {
  if (type.kind === 'date') return dayOf(raw, dateOf) ?? raw;
  // A picklist with several values is one text.
  return type.kind === 'list' ? raw.split(';').map((item) => item.trim()) : raw;
}

/** Canonical money of a plain number; undefined where the currency is not certain. */
function moneyOf(raw: number, currency: string | undefined): string | undefined {
  const amount = decimalOf(raw);
  return amount === undefined || currency === undefined || !isCurrencyCode(currency)
    ? undefined
    : `${currency} ${decimalText(amount)}`;
}

/** A date stands as it is; an instant, which Salesforce writes with `+0000`, is a day in the zone of the account. */
function dayOf(raw: string, dateOf: DateOf): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw)) return raw;
  const instant = Date.parse(raw.replace(/\+0000$/, 'Z'));
  return Number.isFinite(instant) ? dateOf(new Date(instant).toISOString()) : undefined;
}

export type WrittenField =
  | { readonly is: 'value'; readonly raw: string | number | boolean | null }
  | { readonly is: 'misfit'; readonly why: string };

/** A value of the SOP as a field takes it. An empty value clears the field. `DataType` is such as `Currency(16, 2)` or `Picklist`. */
export function fieldOfFact({ DataType }: Pick<FieldDefinition, 'DataType'>, value: FactJson): WrittenField {
  const kind = (DataType.split('(')[0] ?? '').trim();
  if (value === null || value === '') return kind === 'Checkbox' ? misfit('it takes yes or no') : raw(null);
  if (typeof value === 'object') return misfit('it takes one value');
  const plain = String(value).trim();
  switch (kind) {
    case 'Checkbox':
      return yesNo(plain.toLowerCase());
    case 'Currency':
    case 'Number':
    case 'Percent':
      return number(plain);
    case 'Date':
      return isCalendarDate(plain) ? raw(plain) : misfit('it takes a day, such as 2026-11-20');
    case 'Date/Time':
      return timeOf(plain);
    case 'Formula':
    case 'Auto Number':
    case 'Roll-Up Summary':
      return misfit('Salesforce itself fills it in');
    default:
      return raw(plain);
  }
}

/** Whether a field holds what was written: numbers and times come back in Salesforce's own form. */
export function holdsField(written: unknown, found: unknown): boolean {
  return textOfField(written) === textOfField(found);
}

/** A field's value as one text, for comparing and for showing; empty where it holds nothing. */
export function textOfField(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? instantText(value) : value.trim();
}

function instantText(value: string): string {
  const instant = Date.parse(value.replace(/\+0000$/, 'Z'));
  return Number.isFinite(instant) ? new Date(instant).toISOString() : value;
}

/**
 * Salesforce keeps more decimals than the field shows, so none are refused; what JSON would round is.
 * Source: https://help.salesforce.com/s/articleView?id=000385689, "Round Off Decimal Values of Currency Fields"
 */
function number(plain: string): WrittenField {
  const decimal = parseDecimal(plain) ?? parseMoney(plain)?.amount;
  if (decimal === undefined) return misfit('it takes a number');
  const written = Number(decimalText(decimal));
  return decimalOf(written)?.eq(decimal) === true ? raw(written) : misfit('it has too many digits');
}

/** A time without its zone could be any hour; a day is written as its noon, so that it is the same day nearly everywhere. */
function timeOf(plain: string): WrittenField {
  if (isCalendarDate(plain)) return raw(`${plain}T12:00:00.000Z`);
  const hasZone = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(plain) && Number.isFinite(Date.parse(plain));
  return hasZone ? raw(new Date(plain).toISOString()) : misfit('it takes a day, or a time with its zone');
}

function yesNo(word: string): WrittenField {
  if (word === 'true' || word === 'yes') return raw(true);
  return word === 'false' || word === 'no' ? raw(false) : misfit('it takes yes or no');
}

const raw = (of: string | number | boolean | null): WrittenField => ({ is: 'value', raw: of });
const misfit = (why: string): WrittenField => ({ is: 'misfit', why });

function numberText(value: number): string {
  const decimal = decimalOf(value);
  return decimal === undefined ? String(value) : decimalText(decimal);
}
