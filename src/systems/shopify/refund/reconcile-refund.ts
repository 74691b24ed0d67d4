import type { Reconciliation } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import { reconciliationOf } from '../action-result.ts';
import { readAmount } from '../read-amount.ts';
import { askForRefundState } from '../shopify-queries.ts';
import type { ShopifyTools } from '../shopify-tools.ts';
import { findRefund } from './find-refund.ts';
import { resultOfRefund } from './refund-result.ts';

/** Shopify keeps a key for this long; afterwards sending again would not be safe. Source: https://shopify.dev/docs/api/usage/implementing-idempotency */
const keyKeptFor = 24 * 60 * 60 * 1000;

/** Finds out from Shopify whether a refund with a lost answer happened: by the order's id, and our key in the note of the refund. */
export async function reconcileRefund(
  { api, clock }: ShopifyTools,
  { approval, key }: VerifiedApproval,
): Promise<Reconciliation> {
  const { order } = approval.target.ids;
  if (order === undefined) return { is: 'cannot-tell', how: 'The approval names no order.' };
  const state = await askForRefundState(api, order, 'person');
  if (state.is === 'failed') return { is: 'cannot-tell', how: state.failure.reason };
  const name = approval.target.name;
  if (state.body === null) return { is: 'cannot-tell', how: `Order ${name} is not in the shop any more.` };
  const search = findRefund(state.body, key);
  switch (search.is) {
    case 'cannot-tell':
      return { is: 'cannot-tell', how: search.reason };
    case 'not-there':
      return Date.parse(clock.now()) - Date.parse(approval.at) < keyKeptFor
        ? { is: 'did-not-happen', how: `No refund of order ${name} carries the key of this approval.` }
        : {
            is: 'cannot-tell',
            how: `No refund of order ${name} carries the key of this approval, which is more than a day old.`,
          };
    case 'found': {
      const amount = readAmount(approval.parameters['amount']);
      if (amount.is === 'impossible') return { is: 'cannot-tell', how: amount.failure.reason };
      const result = resultOfRefund(search.refund, amount.amount, approval.target.url);
      return reconciliationOf(result, `A refund of order ${name} carries the key of this approval.`);
    }
  }
}
