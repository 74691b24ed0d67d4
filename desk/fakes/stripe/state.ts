import type { StripeChargeSeed, StripeCustomerSeed, StripeDisputeSeed, StripeSeed } from './seed.ts';
import type { FakeResponse } from '../fake.ts';

/** A payment as the fake keeps it; `refunded` grows with each refund that is made. */
export type ChargeRecord = Omit<StripeChargeSeed, 'refunded'> & { refunded: number };

export type RefundRecord = {
  readonly id: string;
  readonly charge: string;
  readonly amount: number;
  readonly currency: string;
  readonly created: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly reason: string | undefined;
  readonly status: 'succeeded' | 'pending' | 'failed';
};

/** Everything that the fake of Stripe knows. The desk shows it, tests look at it and change it as somebody else would. */
export type StripeState = {
  readonly key: string;
  readonly customers: StripeCustomerSeed[];
  readonly charges: ChargeRecord[];
  readonly disputes: StripeDisputeSeed[];
  readonly refunds: RefundRecord[];
  /** First results by idempotency key, with what they answered. */
  readonly results: Map<string, { readonly asked: string; readonly response: FakeResponse }>;
};

export function createStripeState(seed: StripeSeed): StripeState {
  return {
    key: seed.key,
    customers: [...seed.customers],
    charges: seed.charges.map((charge) => ({ ...charge, refunded: charge.refunded ?? 0 })),
    disputes: [...seed.disputes],
    refunds: [],
    results: new Map(),
  };
}

/** What can still be refunded, in minor units. */
export function leftOf(charge: ChargeRecord): number {
  return charge.captured === false ? 0 : charge.amount - charge.refunded;
}
