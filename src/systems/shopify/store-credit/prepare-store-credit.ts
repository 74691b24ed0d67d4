import { impossible } from '../../write/outcome.ts';
import type { ActionContext } from '../../../app/ports/actions.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../../domain/run/commands.ts';
import { requesterEmail } from '../../look-up/fact-text.ts';
import { readAmount } from '../read-amount.ts';
import { moneyText } from '../shopify-money.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { readAccount } from './credit-account.ts';

/** Finds the requester's account and says how much it would hold. It is always the requester's own: no word of a message names another. */
export async function prepareStoreCredit(
  tools: ShopifyTools,
  { parameters }: ProposalCommand,
  { ticket }: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const wanted = readAmount(parameters['amount']);
  if (wanted.is === 'impossible') return wanted;
  const { amount } = wanted;
  const email = requesterEmail(ticket);
  if (email === undefined)
    return impossible('unclear-target', 'The ticket has no requester address to look for in Shopify.');
  const holder = await tools.records.storeCredit(email, { ticketId: ticket.id, freshness });
  if (holder.is === 'failed') return { is: 'impossible', failure: holder.failure };
  if (holder.is === 'none')
    return impossible('unclear-target', 'Shopify has no customer with the address of the requester.');
  const account = readAccount(tools, holder.record, amount.currency);
  if (account.is === 'impossible') return account;
  const { balance, target } = account;
  const after = { amount: balance.amount.plus(amount.amount), currency: amount.currency };
  return {
    is: 'ready',
    target,
    preview: [{ label: 'store_credit', before: moneyText(balance), value: moneyText(after) }],
    atMost: {},
  };
}
