import type { Parsed } from '../../look-up/parse-answer.ts';
import type { ShopifyApi } from '../shopify-api.ts';
import { shopifyDocuments } from '../shopify-documents.ts';
import { shopifySchemas, type ShopifyReshipState } from '../shopify-schemas.ts';

/** The newest state of an order, with the newest drafts of the shop. */
export function readReshipState(api: ShopifyApi, order: string): Promise<Parsed<ShopifyReshipState>> {
  const call = {
    what: 'the order of Shopify',
    document: shopifyDocuments.reshipState,
    schema: shopifySchemas.reshipState,
  };
  return api.query({ ...call, variables: { order } }, 'person');
}
