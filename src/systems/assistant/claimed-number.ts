import { currencySigns, isCurrencyCode, parseMoney } from '../../domain/facts/currency.ts';
import { decimalText, type Decimal } from '../../domain/facts/decimal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { CurrencyCode } from '../../domain/facts/value.ts';
import { parseNumber, writtenNumber } from '../../domain/facts/number-text.ts';

/** A number that stands in the quote; null otherwise. A count is whole and not negative. */
export function claimedNumber(value: string, quote: string, kind: 'number' | 'count'): FactJson {
  const number = parseNumber(value);
  if (number === undefined || !isWritten(number, quote)) return null;
  const text = decimalText(number);
  return kind === 'count' && (text.includes('.') || text.startsWith('-')) ? null : text;
}

/**
 * Money whose number stands in the quote, in the currency that the quote names or, where it names none, in the declared one; null otherwise.
 * Nothing is converted.
 */
export function claimedMoney(value: string, quote: string, declared: CurrencyCode | undefined): FactJson {
  const number = parseNumber(value);
  const money =
    parseMoney(value) ??
    (number === undefined || declared === undefined ? undefined : { amount: number, currency: declared });
  if (money === undefined || !isWritten(money.amount, quote)) return null;
  const named = currenciesIn(quote);
  const isCertain =
    named.size === 0 ? money.currency === declared : named.size === 1 && named.has(money.currency);
  return isCertain ? `${money.currency} ${decimalText(money.amount)}` : null;
}

const anyNumber = new RegExp(`(?<![\\d.,])-?${writtenNumber}(?![.,]?\\d)`, 'g');

function isWritten(number: Decimal, quote: string): boolean {
  const written = quote.match(anyNumber) ?? [];
  return written.some((text) => parseNumber(text)?.eq(number) === true);
}

function currenciesIn(quote: string): ReadonlySet<CurrencyCode> {
  const signs = Object.entries(currencySigns).flatMap(([sign, code]) => (quote.includes(sign) ? [code] : []));
  const codes = (quote.match(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g) ?? []).filter(isCurrencyCode);
  return new Set([...signs, ...codes]);
}
