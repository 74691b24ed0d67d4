import { impossible } from '../../write/outcome.ts';
import type { Target } from '../../../domain/decisions/proposal.ts';
import { type Impossible } from '../action-result.ts';
import { moneyText, readMoney, type Money } from '../shopify-money.ts';
import type { ShopifyCreditHolder } from '../shopify-schemas.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { parseDecimal } from '../../../domain/facts/decimal.ts';

export type CreditAccount = {
  readonly is: 'account';
  readonly balance: Money;
  /** The newest movements of the account, the newest first. */
  readonly movements: readonly { readonly at: string; readonly amount: string }[];
  readonly target: Target;
};

/**
 * The customer's account in a currency; one that is not there yet holds nothing. Its balance and its newest movement are part of
 * what is approved: whatever happens to the account in between shows.
 */
export function readAccount(
  { adminUrl }: Pick<ShopifyTools, 'adminUrl'>,
  holder: ShopifyCreditHolder,
  currency: string,
): CreditAccount | Impossible {
  const { nodes, pageInfo } = holder.storeCreditAccounts;
  const [account, ...others] = nodes.filter(({ balance }) => balance.currencyCode === currency);
  if (others.length > 0 || (account === undefined && pageInfo.hasNextPage))
    return impossible('unclear-target', `${holder.displayName} has several accounts in ${currency}.`);
  const zero = parseDecimal('0');
  const balance = account === undefined ? zero && { amount: zero, currency } : readMoney(account.balance);
  if (balance === undefined)
    return impossible('unreadable', 'Shopify does not say how much store credit there is.');
  const movements = (account?.transactions.nodes ?? []).map(({ createdAt, amount }) => ({
    at: createdAt,
    amount: `${amount.currencyCode} ${amount.amount}`,
  }));
  const newest = movements[0]?.at ?? 'none';
  return {
    is: 'account',
    balance,
    movements,
    target: {
      ids: { customer: holder.id, balance: moneyText(balance), newest_movement: newest },
      name: holder.displayName,
      url: adminUrl(`customers/${holder.legacyResourceId}`),
    },
  };
}
