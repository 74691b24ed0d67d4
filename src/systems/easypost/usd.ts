import { parseMoney } from '../../domain/facts/currency.ts';
import { decimalOf, decimalText, parseDecimal, type Decimal } from '../../domain/facts/decimal.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';

/** EasyPost insures, claims and bills in US dollars. Source: https://docs.easypost.com/docs/insurance, `amount` */
export type Dollars = { readonly amount: Decimal; readonly text: string };

export type DollarReading =
  { readonly is: 'dollars'; readonly dollars: Dollars } | { readonly is: 'refused'; readonly reason: string };

/** Reads the amount of a proposal: US dollars above zero, in whole cents. */
export function readDollars(value: FactJson | undefined): DollarReading {
  const money = typeof value === 'string' ? parseMoney(value) : undefined;
  if (money === undefined)
    return { is: 'refused', reason: `${JSON.stringify(value ?? null)} is no amount of money.` };
  if (money.currency !== 'USD')
    return { is: 'refused', reason: `EasyPost counts in US dollars, the amount is in ${money.currency}.` };
  if (!money.amount.gt('0')) return { is: 'refused', reason: 'The amount has to be above zero.' };
  return money.amount.eq(money.amount.round(2, 0))
    ? { is: 'dollars', dollars: { amount: money.amount, text: money.amount.toFixed(2) } }
    : { is: 'refused', reason: 'The amount has more decimals than US dollars have.' };
}

/** An amount of EasyPost as canonical money: `USD 100`; undefined for what is none. */
export function moneyOfDollars(amount: string | number | null | undefined): string | undefined {
  const decimal = dollarsOf(amount);
  return decimal === undefined ? undefined : `USD ${decimalText(decimal)}`;
}

/** Whether an amount of EasyPost is exactly this one. */
export function isAmount(amount: string | number | null | undefined, { amount: wanted }: Dollars): boolean {
  return dollarsOf(amount)?.eq(wanted) === true;
}

function dollarsOf(amount: string | number | null | undefined): Decimal | undefined {
  if (amount == null) return undefined;
  return typeof amount === 'number' ? decimalOf(amount) : parseDecimal(amount);
}
