import type {
  StripeAttemptSeed,
  StripeChargeSeed,
  StripeCustomerSeed,
  StripeDisputeSeed,
  StripeSeed,
  StripeSubscriptionSeed,
} from './seed.ts';
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

/** A dispute as the fake keeps it. What went to the bank once stays there. */
export type DisputeRecord = Omit<StripeDisputeSeed, 'status'> & {
  status: StripeDisputeSeed['status'];
  submissions?: number;
  evidence?: Readonly<Record<string, string>>;
  metadata?: Readonly<Record<string, string>>;
};

export type SubscriptionRecord = Omit<StripeSubscriptionSeed, 'cancelAtPeriodEnd' | 'items' | 'status'> & {
  status: StripeSubscriptionSeed['status'];
  cancelAtPeriodEnd: boolean;
  items: StripeSubscriptionSeed['items'];
  metadata: Readonly<Record<string, string>>;
};

export type BalanceTransactionRecord = {
  readonly id: string;
  readonly customer: string;
  /** Minor units; negative is credit. */
  readonly amount: number;
  readonly currency: string;
  readonly description: string | undefined;
  readonly created: string;
  readonly endingBalance: number;
  readonly metadata: Readonly<Record<string, string>>;
};

/** Everything that the fake of Stripe knows. The desk shows it, tests look at it and change it as somebody else would. */
export type StripeState = {
  readonly key: string;
  readonly customers: StripeCustomerSeed[];
  readonly charges: ChargeRecord[];
  readonly attempts: readonly StripeAttemptSeed[];
  readonly disputes: DisputeRecord[];
  readonly refunds: RefundRecord[];
  readonly subscriptions: SubscriptionRecord[];
  readonly balanceTransactions: BalanceTransactionRecord[];
  /** Has the next write answer 500, with its effect or without: the key replays that 500 from then on. */
  nextWriteBreaks: 'before' | 'after' | undefined;
  /** First results by idempotency key, with what they answered. */
  readonly results: Map<
    string,
    { readonly path: string; readonly asked: string; readonly response: FakeResponse }
  >;
};

export function createStripeState(seed: StripeSeed): StripeState {
  return {
    key: seed.key,
    customers: [...seed.customers],
    charges: seed.charges.map((charge) => ({ ...charge, refunded: charge.refunded ?? 0 })),
    attempts: seed.attempts ?? [],
    disputes: seed.disputes.map((dispute) => ({ ...dispute })),
    refunds: [],
    subscriptions: (seed.subscriptions ?? []).map((subscription) => ({
      ...subscription,
      cancelAtPeriodEnd: subscription.cancelAtPeriodEnd ?? false,
      metadata: {},
    })),
    balanceTransactions: [],
    nextWriteBreaks: undefined,
    results: new Map(),
  };
}

/** What can still be refunded, in minor units. */
export function leftOf(charge: ChargeRecord): number {
  return charge.captured === false ? 0 : charge.amount - charge.refunded;
}
