import { failed, unknown } from '../../write/outcome.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { approvedTooLongAgo } from '../../look-up/approved-too-long-ago.ts';
import { readPayload } from '../mutation-payload.ts';
import { readAmount } from '../read-amount.ts';
import { amountInput, moneyOf, moneyText } from '../shopify-money.ts';
import { shopifyMutations } from '../shopify-mutations.ts';
import { askForStoreCredit } from '../shopify-queries.ts';
import { shopifySchemas } from '../shopify-schemas.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { readAccount } from './credit-account.ts';

/**
 * Adds exactly what was approved to the account, in one request that is never repeated. The balance is read right before: if it is
 * another one than was approved, nothing is sent.
 */
export async function executeStoreCredit(
  tools: ShopifyTools,
  { approval }: VerifiedApproval,
): Promise<ExecutionResult> {
  const { target, parameters } = approval;
  const wanted = readAmount(parameters['amount']);
  if (wanted.is === 'impossible') return { is: 'failed', failure: wanted.failure };
  const { customer: id } = target.ids;
  const amount = amountInput(wanted.amount);
  if (id === undefined || amount === undefined)
    return failed('unclear-target', 'The approval names no customer.');
  const holder = await askForStoreCredit(tools.api, { id }, 'person');
  if (holder.is === 'failed') return { is: 'failed', failure: holder.failure };
  if (holder.body === null) return failed('stale', `${target.name} is not a customer of the shop any more.`);
  const account = readAccount(tools, holder.body, wanted.amount.currency);
  if (account.is === 'impossible') return { is: 'failed', failure: account.failure };
  const { balance, newest_movement: newest } = account.target.ids;
  if (balance !== target.ids['balance'] || newest !== target.ids['newest_movement'])
    return failed(
      'stale',
      `The store credit of ${target.name} has changed: it is ${balance}, and was ${target.ids['balance']} when this was approved.`,
    );
  const late = approvedTooLongAgo(approval, tools.clock);
  if (late) return late;
  const credit = {
    creditAmount: { amount, currencyCode: wanted.amount.currency },
    notify: parameters['notify'] === true,
  };
  const mutated = await tools.api.mutate(
    {
      what: 'add the store credit',
      document: shopifyMutations.giveStoreCredit,
      variables: { id, credit },
      schema: shopifySchemas.giveStoreCredit,
    },
    'never',
  );
  const made = readPayload(mutated, ({ storeCreditAccountCredit: payload }) => ({
    record: payload?.storeCreditAccountTransaction,
    objections: payload?.userErrors,
  }));
  if (made.is !== 'record') return made;
  const reference = made.record.id.split('/').at(-1) ?? made.record.id;
  const added = moneyOf(made.record.amount);
  return added === moneyText(wanted.amount)
    ? { is: 'succeeded', reference, ...(target.url === undefined ? {} : { url: target.url }) }
    : unknown(`Shopify says that it added ${added ?? 'another amount'}, in its transaction ${reference}.`);
}
