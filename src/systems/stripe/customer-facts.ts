import { moneyOfUnits } from './minor-units.ts';
import { money, text, type RecordFacts } from './record-fact.ts';
import type { StripeCustomer } from './stripe-schemas.ts';

/** Facts about one customer. Where an address stands for several customers, the rep says which one is meant. */
export const customerFacts: RecordFacts<StripeCustomer> = {
  id: { type: text, of: ({ id }) => id },
  email: { type: text, of: ({ email }) => email ?? undefined },
  name: { type: text, of: ({ name }) => name ?? undefined },
  /** As Stripe counts it: negative is credit for the next invoice. */
  balance: {
    type: money,
    of: ({ balance, currency }) =>
      balance == null || currency == null ? undefined : moneyOfUnits(balance, currency),
  },
  /** What the next invoice will be less by; nothing where the customer owes. */
  credit: {
    type: money,
    of: ({ balance, currency }) =>
      balance == null || currency == null ? undefined : moneyOfUnits(Math.max(-balance, 0), currency),
  },
};
