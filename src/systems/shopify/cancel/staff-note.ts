import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ShopifyCancellation } from '../shopify-schemas.ts';

/** What Shopify keeps of a note. Source: `orderCancel` of the schema, `staffNote` */
const longestNote = 255;

/**
 * Who approved it, and the key: as much of them as fits. A key that is longer than the note keeps its end, which holds the digest.
 */
export function staffNote({ approval, key }: VerifiedApproval): string {
  const mark = markOf(key);
  const words = `Approved by ${approval.by.name} (${approval.by.id}). `;
  return words.slice(0, longestNote - mark.length) + mark;
}

/** Whether a cancellation carries the key. */
export function isOurs({ cancellation }: ShopifyCancellation, key: string): boolean {
  return cancellation?.staffNote?.endsWith(markOf(key)) === true;
}

const markOf = (key: string) => key.slice(-longestNote);
