import { isCalendarDate } from '../facts/calendar.ts';
import { canonicalText, toFactJson } from '../facts/canonical-text.ts';
import { decimalOf, decimalText, parseDecimal, type Decimal } from '../facts/decimal.ts';
import type { FactItemJson, FactJson } from '../facts/fact-json.ts';
import { readValue } from '../facts/read-value.ts';
import type { FactType } from '../facts/value.ts';
import type { ApiField, TimeUnit } from './api-document.ts';
import { currencyDecimals } from '../facts/currency-decimals.ts';
import { jsonAt, listAt, scalarText } from './json-at.ts';

export type ApiValue =
  | { readonly is: 'value'; readonly value: FactJson }
  | { readonly is: 'empty' }
  /** It has another form than the document says. */
  | { readonly is: 'unreadable' };

/** The day of an instant in the zone of the account. */
type DateOf = (instant: string) => string;

/** Longer texts and lists are no facts. */
const longestText = 10_000;
const longestList = 500;

/** Reads a field of a record. `null` is empty; a key that is not there is so only where the document says that it may be missing. */
export function readApiValue(field: ApiField, record: unknown, dateOf: DateOf): ApiValue {
  const json = field.type.kind === 'list' ? listAt(record, field.from) : jsonAt(record, field.from);
  if (json === null) return { is: 'empty' };
  if (json === undefined) return field.isOptional ? { is: 'empty' } : { is: 'unreadable' };
  const value = valueOf(field, json, { record, dateOf });
  return value === undefined ? { is: 'unreadable' } : { is: 'value', value };
}

type Around = { readonly record: unknown; readonly dateOf: DateOf };

function valueOf(field: ApiField, json: unknown, { record, dateOf }: Around): FactJson | undefined {
  const { type } = field;
  switch (type.kind) {
    case 'text':
      return textOf(json);
    case 'choice':
      return choiceOf(type, json);
    case 'number':
      return numberOf(json);
    case 'count':
      return countOf(json);
    case 'money':
      return moneyOf(field, json, record);
    case 'yes-no':
      return yesNoOf(json);
    case 'date':
      return dateFrom(json, dateOf);
    case 'duration':
      return durationOf(json, field.timeUnit);
    case 'list':
      return listOf(json);
  }
}

function textOf(json: unknown): string | undefined {
  const text = scalarText(json);
  return text !== undefined && text.length <= longestText ? text : undefined;
}

/** Systems write `in_transit` for what people call `in transit`. */
function choiceOf(type: FactType, json: unknown): string | undefined {
  const text = textOf(json);
  if (text === undefined) return undefined;
  const value = readValue(type, text) ?? readValue(type, text.replaceAll(/[_-]/g, ' '));
  return value && canonicalText(value);
}

function decimalFrom(json: unknown): Decimal | undefined {
  if (typeof json === 'number') return decimalOf(json);
  return typeof json === 'string' ? parseDecimal(json.trim()) : undefined;
}

function numberOf(json: unknown): string | undefined {
  const decimal = decimalFrom(json);
  return decimal && decimalText(decimal);
}

/** A list counts its items. */
function countOf(json: unknown): FactJson | undefined {
  const value = readValue({ kind: 'count' }, Array.isArray(json) ? json.length : (numberOf(json) ?? null));
  return value && toFactJson(value);
}

/** More decimals than the currency has are an error of somebody, so they are not rounded. */
function moneyOf(field: ApiField, json: unknown, record: unknown): string | undefined {
  const currency = currencyOf(field, record);
  const decimals = currency === undefined ? undefined : currencyDecimals(currency);
  const written = decimalFrom(json);
  if (currency === undefined || decimals === undefined || written === undefined) return undefined;
  const isWhole = written.eq(written.round(0, 0));
  if (field.isMinorUnits && !isWhole) return undefined;
  const unit = decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`;
  const amount = field.isMinorUnits ? written.times(unit) : written;
  return amount.eq(amount.round(decimals, 0)) ? `${currency} ${decimalText(amount)}` : undefined;
}

function currencyOf({ type, currencyFrom }: ApiField, record: unknown): string | undefined {
  const declared = type.kind === 'money' ? type.currency : undefined;
  if (currencyFrom === undefined) return declared;
  const written = jsonAt(record, currencyFrom);
  const found = typeof written === 'string' ? written.toUpperCase() : undefined;
  return declared === undefined || declared === found ? found : undefined;
}

function yesNoOf(json: unknown): boolean | undefined {
  if (typeof json === 'boolean') return json;
  if (json === 'yes' || json === 'true') return true;
  return json === 'no' || json === 'false' ? false : undefined;
}

/** An instant says its offset, or it could be any of two days. */
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;

function dateFrom(json: unknown, dateOf: DateOf): string | undefined {
  if (typeof json !== 'string') return undefined;
  if (isCalendarDate(json)) return json;
  const at = instantForm.test(json) ? Date.parse(json) : Number.NaN;
  return Number.isNaN(at) ? undefined : dateOf(new Date(at).toISOString());
}

const secondsIn = { seconds: '1', minutes: '60', hours: '3600', days: '86400' } as const;

function durationOf(json: unknown, unit: TimeUnit | undefined): FactJson | undefined {
  const number = unit === undefined ? undefined : decimalFrom(json);
  if (unit !== undefined) return number && `PT${decimalText(number.times(secondsIn[unit]))}S`;
  const value = typeof json === 'string' ? readValue({ kind: 'duration' }, json) : undefined;
  return value && toFactJson(value);
}

function listOf(json: unknown): FactJson | undefined {
  if (!Array.isArray(json) || json.length > longestList) return undefined;
  const items = json.map(itemOf);
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

function itemOf(json: unknown): FactItemJson | undefined {
  if (typeof json === 'boolean') return json;
  return typeof json === 'number' && Number.isFinite(json) ? json : textOf(json);
}
