import { readValue } from '../../domain/facts/read-value.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { CurrencyCode, FactType, Value } from '../../domain/facts/value.ts';
import { writeLocalNumber } from './local-number.ts';

/** A value as the text that somebody would type for it; empty for what is not known. */
export function draftOf(json: FactJson | undefined, type: FactType, locale: string): string {
  const value = readValue(type, json);
  return value ? written(value, locale) : '';
}

function written(value: Value, locale: string): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'choice':
      return value.choice;
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'date':
      return value.date;
    case 'number':
      return writeLocalNumber(value.number, locale);
    case 'money':
      return writeLocalNumber(value.amount, locale, placesOf(value.currency));
    case 'duration':
      return writeLocalNumber(value.seconds.div('60'), locale);
    case 'list':
      return value.items.map((item) => (item ? written(item, locale) : '')).join('\n');
  }
}

/** How many decimals the currency is written with: 2 for USD, 0 for JPY. */
function placesOf(currency: CurrencyCode): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** The currency that a value is in, for an input that shows it. */
export function currencyOf(json: FactJson | undefined, type: FactType): CurrencyCode | undefined {
  if (type.kind !== 'money') return undefined;
  if (type.currency !== undefined) return type.currency;
  const value = readValue(type, json);
  return value?.kind === 'money' ? value.currency : undefined;
}
