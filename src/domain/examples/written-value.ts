import { currencySign } from '../facts/currency.ts';
import { decimalText, parseDecimal, type Decimal } from '../facts/decimal.ts';
import type { CurrencyCode, ListItem, Value } from '../facts/value.ts';

/** A value as people write it in an SOP: `$200`, `$49.50`, `5`, `90 minutes`, `2026-11-20`, `lost`. */
export function writtenValue(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'choice':
      return value.choice;
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'number':
      return decimalText(value.number);
    case 'money':
      return writtenMoney(value.amount, value.currency);
    case 'date':
      return value.date;
    case 'duration':
      return writtenDuration(value.seconds);
    case 'list':
      return value.items.length === 0 ? 'none' : value.items.map(writtenItem).join(', ');
  }
}

const writtenItem = (item: ListItem): string => (item ? writtenValue(item) : 'unknown');

function writtenMoney(amount: Decimal, currency: CurrencyCode): string {
  const plain = decimalText(amount.abs());
  const digits = /\.\d$/.test(plain) ? `${plain}0` : plain;
  const minus = amount.lt('0') ? '-' : '';
  const sign = currencySign(currency);
  return sign === undefined ? `${minus}${digits} ${currency}` : `${minus}${sign}${digits}`;
}

const units = [
  ['week', parseDecimal('604800')],
  ['day', parseDecimal('86400')],
  ['hour', parseDecimal('3600')],
  ['minute', parseDecimal('60')],
] as const;

function writtenDuration(seconds: Decimal): string {
  for (const [unit, size] of units) {
    if (!size || seconds.eq('0') || !seconds.mod(size).eq('0')) continue;
    const count = decimalText(seconds.div(size));
    return `${count} ${unit}${count === '1' ? '' : 's'}`;
  }
  return seconds.eq('0') ? '0 minutes' : `PT${decimalText(seconds)}S`;
}
