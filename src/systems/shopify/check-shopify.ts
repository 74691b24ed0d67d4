import * as z from 'zod/mini';
import type { SystemCheck } from '../../app/ports/systems.ts';
import { checkSystem } from '../check-system.ts';
import type { Transport } from '../transport/transport.ts';
import { shopifyDocuments, shopifyVersion } from './shopify-documents.ts';

const shopSchema = z.object({ data: z.object({ shop: z.object({ name: z.string() }) }) });

/** Whether the shop takes the token, and what the shop is called. */
export function checkShopify(transport: Transport): Promise<SystemCheck> {
  return checkSystem(transport, {
    request: {
      system: 'shopify',
      method: 'POST',
      path: `/admin/api/${shopifyVersion}/graphql.json`,
      body: { json: { query: shopifyDocuments.shop, variables: {} } },
      secrets: { 'X-Shopify-Access-Token': '{{setting.shopify_token}}' },
    },
    read: (body) => {
      const parsed = shopSchema.safeParse(body);
      return parsed.success ? { account: parsed.data.data.shop.name } : undefined;
    },
  });
}
