import type { ActionContext } from '../../../app/ports/actions.ts';
import type { Preparation } from '../../../domain/decisions/proposal.ts';
import type { ProposalCommand } from '../../../domain/run/commands.ts';
import { requesterEmail } from '../../look-up/fact-text.ts';
import { findOrder } from '../find-order.ts';
import { ownerLines } from '../order-owner.ts';
import { moneyOf } from '../shopify-money.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { readCancellable } from './cancellable-order.ts';

/** Finds the order and says what would be cancelled, and what of its payment given back. */
export async function prepareCancel(
  tools: ShopifyTools,
  proposal: ProposalCommand,
  context: ActionContext,
  freshness: 'shared' | 'newest',
): Promise<Preparation> {
  const found = await findOrder(tools, proposal, context, freshness);
  if (found.is === 'impossible') return found;
  const { order } = found;
  const reading = readCancellable(tools, order);
  if (reading.is === 'impossible') return reading;
  const goods = order.lineItems.nodes.filter(({ currentQuantity }) => currentQuantity > 0);
  const isRefunded = proposal.parameters['refund'] === true;
  return {
    is: 'ready',
    target: reading.target,
    preview: [
      { label: 'goods', value: goods.map(({ title, currentQuantity }) => `${currentQuantity} × ${title}`) },
      { label: 'total', value: moneyOf(order.totalPriceSet.presentmentMoney) ?? null },
      { label: 'given_back', value: isRefunded ? reading.paid : `${order.presentmentCurrencyCode} 0` },
      ...ownerLines(order, requesterEmail(context.ticket)),
    ],
    atMost: {},
  };
}
