import type { Instant } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import type { LookUp, NoneBecause } from '../look-up/look-up.ts';
import type { StripeRecords } from './stripe-records.ts';

/** What it takes to find a record of Stripe and to tell several of them apart. */
export type Finder = {
  readonly records: StripeRecords;
  readonly dateOf: DateOf;
  readonly now: () => Instant;
};

export const none = (because: NoneBecause, observedAt: Instant) =>
  ({ is: 'none', because, observedAt }) as const satisfies LookUp<never>;
