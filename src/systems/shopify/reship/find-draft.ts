import type { Instant } from '../../../domain/run/events.ts';
import type { ShopifyDraft } from '../shopify-schemas.ts';

export type DraftSearch =
  | { readonly is: 'found'; readonly draft: ShopifyDraft }
  | { readonly is: 'not-there' }
  | { readonly is: 'cannot-tell'; readonly reason: string };

/** The attribute of a draft order that carries our key. */
export const keyAttribute = 'signoff_key';

/**
 * Looks for the draft with our key among the newest ones. Not being among them says that it is not there only when they reach back
 * to before the approval.
 */
export function findDraft(
  recent: { readonly nodes: readonly ShopifyDraft[]; readonly pageInfo: { readonly hasNextPage: boolean } },
  key: string,
  approvedAt: Instant,
): DraftSearch {
  const draft = recent.nodes.find(({ customAttributes }) =>
    customAttributes.some((attribute) => attribute.key === keyAttribute && attribute.value === key),
  );
  if (draft !== undefined) return { is: 'found', draft };
  const reachesBack = recent.nodes.some(({ createdAt }) => Date.parse(createdAt) < Date.parse(approvedAt));
  return reachesBack || !recent.pageInfo.hasNextPage
    ? { is: 'not-there' }
    : { is: 'cannot-tell', reason: 'The shop has made more drafts since the approval than one page holds.' };
}
