import type { Succeeded } from '../action-result.ts';
import type { ShopifyDraft } from '../shopify-schemas.ts';
import { orderUrl, type ShopifyTools } from '../shopify-tools.ts';

/**
 * The order that came of a draft: the proof that goods were sent. Undefined while the draft is not complete. As long as the goods are
 * in the warehouse, cancelling that order takes it back.
 */
export function resultOfDraft(tools: ShopifyTools, draft: ShopifyDraft): Succeeded | undefined {
  const { status, order } = draft;
  if (status !== 'COMPLETED' || order === null) return undefined;
  const undo = { operation: 'shopify.cancel_order', parameters: { order: order.name } };
  return { is: 'succeeded', reference: order.name, url: orderUrl(tools, order), undo };
}
