import { moneyOfUnits } from './minor-units.ts';
import { date, dayOf, money, text, words, yesNo, type RecordFacts } from './record-fact.ts';
import type { StripeSubscription } from './stripe-schemas.ts';

/** Facts about one subscription. */
export const subscriptionFacts: RecordFacts<StripeSubscription> = {
  id: { type: text, of: ({ id }) => id },
  /** `active`, `trialing`, `past due`, `unpaid`, `paused`, `canceled`, `incomplete` … */
  status: { type: text, of: ({ status }) => words(status) },
  /** The first day on which something is charged again, or on which it ends. */
  current_period_end: {
    type: date,
    of: (subscription, dateOf) => {
      const end = periodEnds(subscription)[0];
      return end === undefined ? undefined : dayOf(end, dateOf);
    },
  },
  cancel_at_period_end: { type: yesNo, of: ({ cancel_at_period_end }) => cancel_at_period_end },
  plan: { type: text, of: planOf },
  /** Of one period, all items together; nothing where Stripe computes it of the use or the periods differ. */
  amount: { type: money, of: amountOf },
  started: { type: date, of: ({ start_date }, dateOf) => dayOf(start_date, dateOf) },
  ended: {
    type: date,
    of: ({ ended_at: end }, dateOf) => (end == null ? undefined : dayOf(end, dateOf)),
  },
};

/** When the periods of its items end, in seconds, the next one first, each once. */
export function periodEnds({ items }: StripeSubscription): readonly number[] {
  return [...new Set(items.data.map(({ current_period_end: end }) => end))].toSorted((a, b) => a - b);
}

/** The names of its prices: `Gas cartridges, monthly`. */
export function planOf({ items }: StripeSubscription): string | undefined {
  const names = items.data.flatMap(({ price }) => price.nickname ?? []).filter((name) => name !== '');
  return names.length === 0 ? undefined : names.join(', ');
}

/** The price of a period as canonical money. */
export function amountOf({ items }: StripeSubscription): string | undefined {
  const [first] = items.data;
  if (first === undefined || items.has_more) return undefined;
  let units = 0;
  for (const { price, quantity } of items.data) {
    const isOfSameKind =
      price.currency === first.price.currency &&
      price.recurring?.interval === first.price.recurring?.interval &&
      price.recurring?.interval_count === first.price.recurring?.interval_count;
    if (!isOfSameKind || price.unit_amount == null) return undefined;
    units += price.unit_amount * (quantity ?? 1);
  }
  return moneyOfUnits(units, first.price.currency);
}
