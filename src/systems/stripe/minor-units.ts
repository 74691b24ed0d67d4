import { decimalText, parseDecimal, type Decimal } from '../../domain/facts/decimal.ts';
import type { CurrencyCode } from '../../domain/facts/value.ts';

/** Source: https://docs.stripe.com/currencies, "Zero-decimal currencies" and "Three-decimal currencies". */
const withoutDecimals = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'JPY',
  'KMF',
  'KRW',
  'MGA',
  'PYG',
  'RWF',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
const withThreeDecimals = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
/** Stripe counts these in other units than the currency has, by rules that changed over time: left to a person. Same source, "Special cases". */
const withRulesOfTheirOwn = new Set(['ISK', 'UGX']);

export type MinorUnits =
  { readonly is: 'units'; readonly text: string } | { readonly is: 'refused'; readonly reason: string };

/** An amount as the whole number that Stripe takes, as text. More decimals than the currency has are refused, never rounded. */
export function minorUnits(amount: Decimal, currency: CurrencyCode): MinorUnits {
  const decimals = decimalsOf(currency);
  if (decimals === undefined) {
    return { is: 'refused', reason: `Stripe has rules of its own for amounts in ${currency}.` };
  }
  const units = decimalText(amount.times(`1${'0'.repeat(decimals)}`));
  if (units.includes('.')) {
    return {
      is: 'refused',
      reason: `${moneyText(amount, currency)} has more decimals than ${currency} has.`,
    };
  }
  if (decimals === 3 && !units.endsWith('0')) {
    return { is: 'refused', reason: `Stripe takes amounts in ${currency} with two decimals only.` };
  }
  return { is: 'units', text: units };
}

/** Whole minor units as Stripe gives them, as canonical money such as `USD 142.1`; undefined where the unit is not certain. */
export function moneyOfUnits(units: number, stripeCurrency: string): string | undefined {
  const currency = stripeCurrency.toUpperCase();
  const decimals = decimalsOf(currency);
  const amount = parseDecimal(String(units));
  if (decimals === undefined || amount === undefined) return undefined;
  return moneyText(amount.times(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`), currency);
}

/** Canonical money: `USD 142.1`. */
export function moneyText(amount: Decimal, currency: CurrencyCode): string {
  return `${currency} ${decimalText(amount)}`;
}

function decimalsOf(currency: CurrencyCode): 0 | 2 | 3 | undefined {
  if (withRulesOfTheirOwn.has(currency)) return undefined;
  if (withoutDecimals.has(currency)) return 0;
  return withThreeDecimals.has(currency) ? 3 : 2;
}
