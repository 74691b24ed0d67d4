import type { Reconciliation } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import { readAmount } from '../read-amount.ts';
import { askForStoreCredit } from '../shopify-queries.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { readAccount } from './credit-account.ts';

/**
 * An approval is carried out within a quarter of an hour. Nothing keeps a credit from being given twice, so that it was not given is said
 * only once no request of it can be under way. Milliseconds.
 */
const mayStillCome = 20 * 60 * 1000;

/**
 * Finds out from Shopify what can be found out. An account on which nothing moved since the approval has not got the credit. One
 * that moved leaves it open: an amount and a time are no proof of who added it, so a person looks.
 */
export async function reconcileStoreCredit(
  tools: ShopifyTools,
  { approval: { target, parameters, at } }: VerifiedApproval,
): Promise<Reconciliation> {
  const wanted = readAmount(parameters['amount']);
  const { customer: id } = target.ids;
  if (wanted.is === 'impossible' || id === undefined)
    return { is: 'cannot-tell', how: 'The approval names no customer.' };
  const holder = await askForStoreCredit(tools.api, { id }, 'person');
  if (holder.is === 'failed') return { is: 'cannot-tell', how: holder.failure.reason };
  if (holder.body === null)
    return { is: 'cannot-tell', how: `${target.name} is not a customer of the shop any more.` };
  const account = readAccount(tools, holder.body, wanted.amount.currency);
  if (account.is === 'impossible') return { is: 'cannot-tell', how: account.failure.reason };
  const { balance, newest_movement: newest } = account.target.ids;
  const before = target.ids['balance'];
  const isUntouched = balance === before && newest === target.ids['newest_movement'];
  const isEarly = Date.parse(tools.clock.now()) - Date.parse(at) < mayStillCome;
  if (isUntouched && isEarly)
    return {
      is: 'cannot-tell',
      how: `The store credit of ${target.name} is ${balance}, as before. The request may still be on its way: look again in a few minutes.`,
    };
  if (isUntouched)
    return {
      is: 'did-not-happen',
      how: `The store credit of ${target.name} is ${balance}, as before, and nothing moved on the account.`,
    };
  const [latest] = account.movements;
  const movement = latest === undefined ? '' : ` The newest movement is ${latest.amount} of ${latest.at}.`;
  return {
    is: 'cannot-tell',
    how: `The store credit of ${target.name} was ${before} and is ${balance}.${movement} Shopify keeps no note of who added it: look whether it is this one.`,
  };
}
