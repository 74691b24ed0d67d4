import { orderOfCharge } from './find-charge.ts';
import { moneyOfUnits } from './minor-units.ts';
import { date, dayOf, money, text, yesNo, type RecordFacts } from './record-fact.ts';
import type { StripeCharge } from './stripe-schemas.ts';

/** Facts about one payment. */
export const chargeFacts: RecordFacts<StripeCharge> = {
  id: { type: text, of: ({ id }) => id },
  payment_intent: { type: text, of: ({ payment_intent }) => payment_intent ?? undefined },
  amount: { type: money, of: ({ amount, currency }) => moneyOfUnits(amount, currency) },
  amount_captured: {
    type: money,
    of: ({ amount_captured, currency }) => moneyOfUnits(amount_captured, currency),
  },
  amount_refunded: {
    type: money,
    of: ({ amount_refunded, currency }) => moneyOfUnits(amount_refunded, currency),
  },
  left_to_refund: {
    type: money,
    of: ({ amount_captured, amount_refunded, currency }) =>
      moneyOfUnits(amount_captured - amount_refunded, currency),
  },
  status: { type: text, of: ({ status }) => status },
  captured: { type: yesNo, of: ({ captured }) => captured },
  disputed: { type: yesNo, of: ({ disputed }) => disputed },
  order: { type: text, of: orderOfCharge },
  card_brand: { type: text, of: (charge) => charge.payment_method_details?.card?.brand ?? undefined },
  card_last4: { type: text, of: (charge) => charge.payment_method_details?.card?.last4 ?? undefined },
  created: { type: date, of: ({ created }, dateOf) => dayOf(created, dateOf) },
};
