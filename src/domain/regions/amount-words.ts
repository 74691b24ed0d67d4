import { currencySign } from '../facts/currency.ts';
import { decimalText } from '../facts/decimal.ts';
import { displayText } from '../facts/display-text.ts';
import type { Value } from '../facts/value.ts';

/** A value as an SOP writes it: `$1,000`, `49.99 CHF`, `2026-11-20`, `2 hours`. */
export function amountWords(value: Value): string {
  switch (value.kind) {
    case 'money':
      return moneyWords(value.currency, grouped(decimalText(value.amount)));
    case 'number':
      return grouped(decimalText(value.number));
    case 'date':
      return value.date;
    case 'duration':
    case 'text':
    case 'yes-no':
    case 'choice':
    case 'list':
      return displayText(value, 'en-US');
  }
}

function moneyWords(currency: string, amount: string): string {
  const sign = currencySign(currency);
  if (sign === undefined) return `${amount} ${currency}`;
  return amount.startsWith('-') ? `-${sign}${amount.slice(1)}` : `${sign}${amount}`;
}

/** With commas between the thousands, as the language reads them. */
function grouped(digits: string): string {
  const [whole = '', places] = digits.split('.');
  const withCommas = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return places === undefined ? withCommas : `${withCommas}.${places}`;
}
