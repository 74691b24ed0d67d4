import type { Reconciliation } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import { resultOfDraft } from './draft-result.ts';
import { findDraft } from './find-draft.ts';
import { readReshipState } from './reship-state.ts';
import type { ShopifyTools } from '../shopify-tools.ts';

/** Finds out from Shopify whether a reshipment with a lost answer happened. By list and not by search: search lags behind. */
export async function reconcileReship(
  tools: ShopifyTools,
  { approval, key }: VerifiedApproval,
): Promise<Reconciliation> {
  const { order } = approval.target.ids;
  if (order === undefined) return { is: 'cannot-tell', how: 'The approval names no order.' };
  const state = await readReshipState(tools.api, order);
  if (state.is === 'failed') return { is: 'cannot-tell', how: state.failure.reason };
  const search = findDraft(state.body.draftOrders, key, approval.at);
  switch (search.is) {
    case 'cannot-tell':
      return { is: 'cannot-tell', how: search.reason };
    case 'not-there':
      return { is: 'did-not-happen', how: 'No draft order carries the key of this approval.' };
    case 'found': {
      const how = `The draft ${search.draft.name} carries the key of this approval.`;
      const result = resultOfDraft(tools, search.draft);
      return result === undefined
        ? { is: 'did-not-happen', how: `${how} It was not completed.` }
        : { is: 'happened', result: { ...result, reconciled: how }, how };
    }
  }
}
