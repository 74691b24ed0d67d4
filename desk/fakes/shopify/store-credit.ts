import * as z from 'zod/mini';
import { amountOf, cents } from './payments.ts';
import { gid, plainId, type CreditAccountRecord, type ShopifyState } from './state.ts';

const variablesSchema = z.strictObject({
  id: z.string(),
  credit: z.strictObject({
    creditAmount: z.strictObject({ amount: z.string(), currencyCode: z.string() }),
    notify: z.optional(z.boolean()),
    expiresAt: z.optional(z.string()),
  }),
});

/**
 * `storeCreditAccountCredit`: adds to the customer's account of the currency, which is made where there is none. There is no key:
 * asked twice, it adds twice. Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/storeCreditAccountCredit
 */
export function giveStoreCredit(
  state: ShopifyState,
  variables: Readonly<Record<string, unknown>>,
  now: string,
) {
  const parsed = variablesSchema.safeParse(variables);
  if (!parsed.success) return undefined;
  const { id, credit } = parsed.data;
  const { amount, currencyCode } = credit.creditAmount;
  const customer = state.customers.find((candidate) => candidate.id === plainId(id));
  if (customer === undefined) return refused('Owner does not exist');
  if (!/^\d+(\.\d+)?$/.test(amount) || cents(amount) <= 0)
    return refused('A positive amount must be used to credit a store credit account');
  const account = accountOf(state, customer.id, currencyCode);
  account.balance = amountOf(cents(account.balance) + cents(amount));
  const movement = {
    id: `${account.id}${account.movements.length + 1}`,
    at: now,
    amount: amountOf(cents(amount)),
    balanceAfter: account.balance,
  };
  account.movements.push(movement);
  return {
    storeCreditAccountTransaction: {
      id: gid('StoreCreditAccountCreditTransaction', movement.id),
      amount: { amount: movement.amount, currencyCode },
      balanceAfterTransaction: { amount: movement.balanceAfter, currencyCode },
    },
    userErrors: [],
  };
}

function accountOf(state: ShopifyState, customer: string, currency: string): CreditAccountRecord {
  const found = state.creditAccounts.find(
    (account) => account.customer === customer && account.currency === currency,
  );
  if (found !== undefined) return found;
  const id = String(8001 + state.creditAccounts.length);
  const account: CreditAccountRecord = { id, customer, currency, balance: '0.00', movements: [] };
  state.creditAccounts.push(account);
  return account;
}

/** The accounts of a customer, with their newest movements. */
export function creditAccountsJson(state: ShopifyState, customer: string) {
  const accounts = state.creditAccounts.filter((account) => account.customer === customer);
  return {
    nodes: accounts.map(({ id, balance, currency, movements }) => ({
      id: gid('StoreCreditAccount', id),
      balance: { amount: balance, currencyCode: currency },
      transactions: {
        nodes: movements
          .toReversed()
          .slice(0, 5)
          .map(({ at, amount }) => ({ createdAt: at, amount: { amount, currencyCode: currency } })),
      },
    })),
    pageInfo: { hasNextPage: false },
  };
}

const refused = (message: string) => ({
  storeCreditAccountTransaction: null,
  userErrors: [{ field: ['creditInput'], message }],
});
