import { moneyOfUnits } from './minor-units.ts';
import { date, dayOf, money, text, words, type RecordFacts } from './record-fact.ts';
import type { StripePaymentIntent } from './stripe-schemas.ts';

/** Facts about the attempt to pay, which is there also where no money was taken. */
export const paymentIntentFacts: RecordFacts<StripePaymentIntent> = {
  id: { type: text, of: ({ id }) => id },
  /** `succeeded`, `processing`, `requires payment method`, `requires action`, `requires capture`, `canceled` … */
  status: { type: text, of: ({ status }) => words(status) },
  amount: { type: money, of: ({ amount, currency }) => moneyOfUnits(amount, currency) },
  amount_received: {
    type: money,
    of: ({ amount_received: received, currency }) =>
      received == null ? undefined : moneyOfUnits(received, currency),
  },
  cancellation_reason: {
    type: text,
    of: ({ cancellation_reason: reason }) => (reason == null ? undefined : words(reason)),
  },
  created: { type: date, of: ({ created }, dateOf) => dayOf(created, dateOf) },
};
