import type { Reconciliation } from '../../app/ports/actions.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import { resultOfRefund } from './refund-result.ts';
import { findRefund } from './find-refund.ts';
import type { StripeApi } from './stripe-api.ts';

/** Stripe keeps a key for at least this long; afterwards sending again would not be safe. Source: https://docs.stripe.com/api/idempotent_requests */
export const keyKeptFor = 24 * 60 * 60 * 1000;

/** Finds out from Stripe whether a refund with a lost answer happened. */
export async function reconcileRefund(
  { api, clock }: { readonly api: StripeApi; readonly clock: Clock },
  { approval, key }: VerifiedApproval,
): Promise<Reconciliation> {
  const search = await findRefund(api, approval, key);
  switch (search.is) {
    case 'failed':
      return { is: 'cannot-tell', how: search.failure.reason };
    case 'not-there':
      return Date.parse(clock.now()) - Date.parse(approval.at) < keyKeptFor
        ? { is: 'did-not-happen', how: 'No refund of the payment carries the key of this approval.' }
        : {
            is: 'cannot-tell',
            how: 'No refund carries the key of this approval, which is more than a day old.',
          };
    case 'found': {
      const how = `The refund ${search.refund.id} carries the key of this approval.`;
      const result = resultOfRefund(search.refund, approval.target.url);
      if (result.is === 'succeeded') return { is: 'happened', result: { ...result, reconciled: how }, how };
      return result.is === 'failed'
        ? { is: 'did-not-happen', how: result.failure.reason }
        : { is: 'cannot-tell', how: result.failure.reason };
    }
  }
}
