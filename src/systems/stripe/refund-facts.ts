import { moneyOfUnits } from './minor-units.ts';
import { count, date, dayOf, money, text, words, yesNo, type RecordFacts } from './record-fact.ts';
import type { StripeCharge, StripeRefund } from './stripe-schemas.ts';

/** The refunds of one payment. */
export type PaymentRefunds = { readonly charge: StripeCharge; readonly refunds: readonly StripeRefund[] };

/** What was given back of one payment, and how the newest refund went. A payment without refunds has a count of 0 and no newest one. */
export const refundFacts: RecordFacts<PaymentRefunds> = {
  count: { type: count, of: ({ refunds }) => refunds.length },
  /** What went back or is on its way: failed and cancelled refunds give nothing. */
  total: {
    type: money,
    of: ({ charge, refunds }) =>
      moneyOfUnits(
        refunds.filter(isAlive).reduce((sum, { amount }) => sum + amount, 0),
        charge.currency,
      ),
  },
  /** Whether one is on its way and can still fail. */
  pending: { type: yesNo, of: ({ refunds }) => refunds.some(isPending) },
  failed: { type: yesNo, of: ({ refunds }) => refunds.some(({ status }) => status === 'failed') },
  id: { type: text, of: (payment) => newest(payment)?.id },
  amount: {
    type: money,
    of: (payment) => {
      const refund = newest(payment);
      return refund && moneyOfUnits(refund.amount, refund.currency);
    },
  },
  /** `pending`, `succeeded`, `failed`, `requires action`, `canceled`. */
  status: {
    type: text,
    of: (payment) => {
      const status = newest(payment)?.status;
      return status == null ? undefined : words(status);
    },
  },
  failure_reason: {
    type: text,
    of: (payment) => {
      const reason = newest(payment)?.failure_reason;
      return reason == null ? undefined : words(reason);
    },
  },
  created: {
    type: date,
    of: (payment, dateOf) => {
      const refund = newest(payment);
      return refund && dayOf(refund.created, dateOf);
    },
  },
};

const isAlive = ({ status }: StripeRefund) => status !== 'failed' && status !== 'canceled';
const isPending = ({ status }: StripeRefund) => status === 'pending' || status === 'requires_action';

function newest({ refunds }: PaymentRefunds): StripeRefund | undefined {
  return refunds.toSorted((one, other) => other.created - one.created)[0];
}
