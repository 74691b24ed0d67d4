import { decimalText, parseDecimal, type Decimal } from '../../domain/facts/decimal.ts';
import { isCalendarDate } from '../../domain/facts/calendar.ts';
import { isCurrencyCode, parseMoney } from '../../domain/facts/currency.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { HubspotProperty } from './hubspot-schemas.ts';

type How = {
  readonly type: FactType;
  readonly dateOf: DateOf;
  /** The currency that the record itself names. */
  readonly currency?: string | undefined;
};

/** A property's text as a value of this type; as it stands where it has another form, so that nothing is taken for what it is not. */
export function factOfProperty(raw: string, { type, dateOf, currency }: How): FactJson {
  switch (type.kind) {
    case 'yes-no':
      return raw === 'true' ? true : raw === 'false' ? false : raw;
    case 'date':
      return dayOf(raw, dateOf) ?? raw;
    case 'money':
      return moneyOf(raw, currency ?? type.currency) ?? raw;
    case 'list':
      // Checkboxes are kept as one text. Source: https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide
      return raw.split(';').map((item) => item.trim());
    case 'text':
    case 'number':
    case 'count':
    case 'duration':
    case 'choice':
      return raw;
  }
}

/** Canonical money of a plain decimal; undefined where the currency is not certain. */
export function moneyOf(raw: string, currency: string | undefined): string | undefined {
  const amount = parseDecimal(raw.trim());
  const code = currency?.trim().toUpperCase();
  return amount === undefined || code === undefined || !isCurrencyCode(code)
    ? undefined
    : `${code} ${decimalText(amount)}`;
}

const aDay = 24 * 60 * 60 * 1000;

/** A day, an instant as ISO text, or milliseconds: HubSpot has all three. Source: https://developers.hubspot.com/docs/api-reference/crm-properties-v3/guide, "date" */
function dayOf(raw: string, dateOf: DateOf): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw)) return raw;
  const instant = /^\d{11,14}$/.test(raw) ? Number(raw) : Date.parse(raw);
  if (!Number.isFinite(instant)) return undefined;
  const iso = new Date(instant).toISOString();
  // A day is midnight in UTC wherever the account is, and would be the day before in the west.
  return instant % aDay === 0 ? iso.slice(0, 10) : dateOf(iso);
}

export type WrittenProperty =
  { readonly is: 'text'; readonly text: string } | { readonly is: 'misfit'; readonly why: string };

/** A value of the SOP as a property takes it: the label of an option becomes its value, `USD 12.50` a plain number. Empty clears it. */
export function propertyOfFact({ type, options }: HubspotProperty, value: FactJson): WrittenProperty {
  if (value === null || value === '') return text('');
  if (typeof value === 'object') return misfit('it takes one value');
  const plain = String(value).trim();
  switch (type) {
    case 'number':
      return number(plain);
    case 'bool':
      return yesNo(plain.toLowerCase());
    case 'date':
      return isCalendarDate(plain) ? text(plain) : misfit('it takes a day, such as 2026-11-20');
    case 'datetime':
      return timeOf(plain);
    case 'enumeration':
      return option(options, plain);
    default:
      return text(plain);
  }
}

/** Whether a property holds what was written: HubSpot writes numbers and times in its own form. */
export function holdsProperty({ type }: HubspotProperty, written: string, found: string | null): boolean {
  const [left, right] = [written.trim(), (found ?? '').trim()];
  if (left === right) return true;
  if (left === '' || right === '') return false;
  if (type === 'number') return sameNumber(parseDecimal(left), parseDecimal(right));
  if (type === 'datetime') return Date.parse(left) === instantOf(right);
  return false;
}

const sameNumber = (left: Decimal | undefined, right: Decimal | undefined) =>
  left !== undefined && right !== undefined && left.eq(right);

const instantOf = (raw: string) => (/^\d{11,14}$/.test(raw) ? Number(raw) : Date.parse(raw));

function number(plain: string): WrittenProperty {
  const decimal = parseDecimal(plain) ?? parseMoney(plain)?.amount;
  return decimal === undefined ? misfit('it takes a number') : text(decimalText(decimal));
}

/** A time without its zone could be any hour; a day is written as its noon, so that it is the same day nearly everywhere. */
function timeOf(plain: string): WrittenProperty {
  if (isCalendarDate(plain)) return text(`${plain}T12:00:00.000Z`);
  const hasZone = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(plain) && Number.isFinite(Date.parse(plain));
  return hasZone ? text(new Date(plain).toISOString()) : misfit('it takes a day, or a time with its zone');
}

function yesNo(word: string): WrittenProperty {
  if (word === 'true' || word === 'yes') return text('true');
  if (word === 'false' || word === 'no') return text('false');
  return misfit('it takes yes or no');
}

function option(options: HubspotProperty['options'], wanted: string): WrittenProperty {
  const same = (one: string) => one.toLowerCase() === wanted.toLowerCase();
  const found =
    options.find(({ value }) => value === wanted) ??
    options.find(({ value, label }) => same(value) || same(label));
  if (found !== undefined) return text(found.value);
  const known = options
    .slice(0, 12)
    .map(({ value }) => value)
    .join(', ');
  return misfit(`it takes one of its options: ${known}`);
}

const text = (of: string): WrittenProperty => ({ is: 'text', text: of });
const misfit = (why: string): WrittenProperty => ({ is: 'misfit', why });
