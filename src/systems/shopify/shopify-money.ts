import { currencyDecimals } from '../../domain/facts/currency-decimals.ts';
import { decimalText, parseDecimal, type Decimal } from '../../domain/facts/decimal.ts';
import type { CurrencyCode } from '../../domain/facts/value.ts';
import type { ShopifyMoney } from './shopify-schemas.ts';

export type Money = { readonly amount: Decimal; readonly currency: CurrencyCode };

/** Shopify's decimal text as an exact amount; undefined where it is none. */
export function readMoney({ amount, currencyCode }: ShopifyMoney): Money | undefined {
  const decimal = parseDecimal(amount);
  return decimal === undefined ? undefined : { amount: decimal, currency: currencyCode };
}

/** Canonical money: `USD 142.1`. */
export function moneyText({ amount, currency }: Money): string {
  return `${currency} ${decimalText(amount)}`;
}

/** Shopify's decimal text as canonical money. */
export function moneyOf(money: ShopifyMoney): string | undefined {
  const read = readMoney(money);
  return read === undefined ? undefined : moneyText(read);
}

/** An amount in Shopify's form, `142.10`; undefined where it has more decimals than its currency: nothing is rounded. */
export function amountInput({ amount, currency }: Money): string | undefined {
  // By ISO 4217, and not as the browser writes money: that leaves decimals out that nobody uses in a shop any more.
  const decimals = currencyDecimals(currency);
  if (decimals === undefined) return undefined;
  const text = amount.toFixed(decimals);
  return amount.eq(text) ? text : undefined;
}
