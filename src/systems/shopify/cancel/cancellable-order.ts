import { impossible } from '../../write/outcome.ts';
import type { Target } from '../../../domain/decisions/proposal.ts';
import { type Impossible } from '../action-result.ts';
import { isAnySent } from '../order-deliveries.ts';
import { moneyOf } from '../shopify-money.ts';
import type { ShopifyOrder } from '../shopify-schemas.ts';
import { orderUrl, type ShopifyTools } from '../shopify-tools.ts';
import { wordsOf } from '../shopify-words.ts';

/**
 * What is approved when an order is cancelled: this order, as far as it is on its way, with this much of it paid and not given back.
 * When any of these changes, the approval no longer fits.
 */
export function readCancellable(
  tools: Pick<ShopifyTools, 'adminUrl'>,
  order: ShopifyOrder,
): { readonly is: 'cancellable'; readonly target: Target; readonly paid: string } | Impossible {
  const { name } = order;
  if (order.cancelledAt !== null) return impossible('not-allowed', `Order ${name} was cancelled already.`);
  if (isAnySent(order))
    return impossible('not-allowed', `Something of order ${name} was sent: it cannot be cancelled any more.`);
  const paid = moneyOf(order.netPaymentSet.presentmentMoney);
  if (paid === undefined)
    return impossible('unreadable', `Shopify does not say what was paid for order ${name}.`);
  const fulfilment = wordsOf(order.displayFulfillmentStatus) ?? '';
  return {
    is: 'cancellable',
    target: { ids: { order: order.id, fulfilment, paid }, name, url: orderUrl(tools, order) },
    paid,
  };
}
