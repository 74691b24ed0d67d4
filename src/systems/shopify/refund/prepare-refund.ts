import { impossible } from '../../write/outcome.ts';
import type { ActionContext } from '../../../app/ports/actions.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../../domain/run/commands.ts';
import { requesterEmail } from '../../look-up/fact-text.ts';
import { findOrder } from '../find-order.ts';
import { ownerLines } from '../order-owner.ts';
import { moneyText } from '../shopify-money.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { readRefund } from './refundable-order.ts';

/** Finds the order and says what would be given back, and what would be left. */
export async function prepareRefund(
  tools: ShopifyTools,
  proposal: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const found = await findOrder(tools, proposal, context, 'shared');
  if (found.is === 'impossible') return found;
  const asker = { ticketId: context.ticket.id, freshness };
  const state = await tools.records.refundState(found.order.id, asker);
  if (state.is === 'failed') return { is: 'impossible', failure: state.failure };
  if (state.is === 'none')
    return impossible('unclear-target', `Order ${found.order.name} is not in the shop any more.`);
  const refund = readRefund(tools, state.record, proposal.parameters);
  if (refund.is === 'impossible') return refund;
  const { amount, left, lines, target } = refund;
  const after = left.amount.minus(amount.amount);
  const rest = after.lt('0') ? after.minus(after) : after;
  return {
    is: 'ready',
    target,
    preview: [
      { label: 'amount', value: moneyText(amount) },
      {
        label: 'left_to_refund',
        before: moneyText(left),
        value: moneyText({ amount: rest, currency: left.currency }),
      },
      ...(lines.length === 0
        ? []
        : [{ label: 'goods', value: lines.map(({ quantity, title }) => `${quantity} × ${title}`) }]),
      ...ownerLines(found.order, requesterEmail(context.ticket)),
    ],
    atMost: { amount: moneyText(left) },
  };
}
