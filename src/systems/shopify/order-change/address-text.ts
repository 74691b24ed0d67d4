import { canonicalJson } from '../../../domain/decisions/canonical-json.ts';
import { addressSchema } from '../record-schemas.ts';
import type { ShopifyAddress } from '../shopify-schemas.ts';

/** An address as one text in which no two addresses are the same. */
export function writeAddress(address: ShopifyAddress): string {
  return canonicalJson(address);
}

/** Reads what `writeAddress` wrote; undefined for anything else. */
export function readAddress(text: string): ShopifyAddress | undefined {
  try {
    const parsed = addressSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
