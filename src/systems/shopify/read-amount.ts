import { impossible } from '../write/outcome.ts';
import { parseMoney } from '../../domain/facts/currency.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import { type Impossible } from './action-result.ts';
import { amountInput, moneyText, type Money } from './shopify-money.ts';

/** Reads the amount of a proposal: money above zero, with no more decimals than its currency has. */
export function readAmount(
  value: FactJson | undefined,
): { readonly is: 'amount'; readonly amount: Money } | Impossible {
  const money = typeof value === 'string' ? parseMoney(value) : undefined;
  if (money === undefined)
    return impossible('unreadable', `${JSON.stringify(value ?? null)} is not an amount of money.`);
  if (amountInput(money) === undefined)
    return impossible('not-allowed', `${moneyText(money)} has more decimals than ${money.currency} has.`);
  if (!money.amount.gt('0')) return impossible('not-allowed', 'This needs an amount above zero.');
  return { is: 'amount', amount: money };
}
