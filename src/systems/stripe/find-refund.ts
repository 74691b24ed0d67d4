import type { Approval } from '../../domain/decisions/approval.ts';
import type { Failure } from '../../domain/run/events.ts';
import type { PaymentFilter, StripeApi } from './stripe-api.ts';
import type { StripeRefund } from './stripe-schemas.ts';
import { carriesKey } from './our-metadata.ts';

export type RefundSearch =
  | { readonly is: 'found'; readonly refund: StripeRefund }
  | { readonly is: 'not-there' }
  | { readonly is: 'failed'; readonly failure: Failure };

/** Looks for our refund among those of the payment, by our key. By list and not by search: search lags behind. */
export async function findRefund(api: StripeApi, approval: Approval, key: string): Promise<RefundSearch> {
  const payment = paymentOf(approval);
  if (payment === undefined)
    return { is: 'failed', failure: { code: 'unclear-target', reason: 'The approval names no payment.' } };
  const list = await api.refundsOf(payment, 'person');
  if (list.is === 'failed') return list;
  const refund = list.body.data.find((one) => carriesKey(one, key));
  if (refund !== undefined) return { is: 'found', refund };
  if (!list.body.has_more) return { is: 'not-there' };
  return {
    is: 'failed',
    failure: { code: 'unreadable', reason: 'The payment has more refunds than one page holds.' },
  };
}

function paymentOf({ target }: Approval): PaymentFilter | undefined {
  const { payment_intent: intent, charge } = target.ids;
  if (intent !== undefined) return { payment_intent: intent };
  return charge === undefined ? undefined : { charge };
}
