import type { RecordCandidate, RecordChoice } from '../../domain/decisions/proposal.ts';
import { moneyOf } from './shopify-money.ts';
import type { ShopifyListedOrder } from './shopify-schemas.ts';
import { orderUrl, type ShopifyTools } from './shopify-tools.ts';
import { wordsOf } from './shopify-words.ts';

/** Orders of which one is meant, with what tells them apart: the day, the total, how far it is, the goods. */
export function orderChoice(
  tools: Pick<ShopifyTools, 'adminUrl' | 'dateOf'>,
  orders: readonly ShopifyListedOrder[],
): RecordChoice {
  return {
    system: 'shopify',
    record: 'order',
    candidates: orders.map((order) => candidateOf(tools, order)),
  };
}

function candidateOf(
  tools: Pick<ShopifyTools, 'adminUrl' | 'dateOf'>,
  order: ShopifyListedOrder,
): RecordCandidate {
  return {
    id: order.id,
    name: order.name,
    details: [
      { label: 'ordered_on', value: tools.dateOf(order.createdAt) },
      { label: 'total', value: moneyOf(order.totalPriceSet.presentmentMoney) ?? null },
      { label: 'status', value: statusOf(order) },
      { label: 'goods', value: goodsOf(order) },
    ],
    url: orderUrl(tools, order),
  };
}

function statusOf({ cancelledAt, ...order }: ShopifyListedOrder): string {
  if (cancelledAt !== null) return 'cancelled';
  const words = [wordsOf(order.displayFinancialStatus), wordsOf(order.displayFulfillmentStatus)];
  return words.filter((word) => word !== undefined).join(', ');
}

function goodsOf({ lineItems }: ShopifyListedOrder): readonly string[] {
  const goods = lineItems.nodes.map(({ title, currentQuantity }) => `${currentQuantity} × ${title}`);
  return lineItems.pageInfo.hasNextPage ? [...goods, '…'] : goods;
}
