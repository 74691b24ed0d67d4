/**
 * What a world puts into the fake of Stripe. Amounts are whole numbers in the currency's minor unit, as Stripe counts them:
 * 14210 is $142.10, 14210 JPY is ¥14210.
 */
export type StripeSeed = {
  /** The key that requests must carry: `rk_test_…`. */
  readonly key: string;
  readonly customers: readonly StripeCustomerSeed[];
  readonly charges: readonly StripeChargeSeed[];
  readonly disputes: readonly StripeDisputeSeed[];
  /** Attempts that no payment came of; every charge has an intent of its own besides. */
  readonly attempts?: readonly StripeAttemptSeed[];
  readonly subscriptions?: readonly StripeSubscriptionSeed[];
};

export type StripeCustomerSeed = {
  /** `cus_…` */
  readonly id: string;
  /** Kept as written: Stripe's filter is case-sensitive. */
  readonly email: string;
  readonly name: string;
  /** Minor units; negative is credit for the next invoice. */
  readonly balance?: number;
  /** Lower case. */
  readonly currency?: string;
  /** ISO instant. */
  readonly created?: string;
};

export type StripeChargeSeed = {
  /** `ch_…` */
  readonly id: string;
  /** `pi_…` */
  readonly paymentIntent: string;
  /** Id of a customer. */
  readonly customer: string;
  readonly amount: number;
  /** Lower case. */
  readonly currency: string;
  /** ISO instant. */
  readonly created: string;
  /** Default `succeeded`. */
  readonly status?: 'succeeded' | 'pending' | 'failed';
  /** Default true. */
  readonly captured?: boolean;
  /** What was refunded before the world began. */
  readonly refunded?: number;
  readonly card: { readonly brand: string; readonly last4: string };
  /** A shop writes `order_number` here; `order_id` and `order` are read too. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** How refunds of this payment go; default `succeeded`. */
  readonly refundsBecome?: 'succeeded' | 'pending' | 'failed';
};

export type StripeDisputeSeed = {
  /** `dp_…` */
  readonly id: string;
  /** Id of a charge, which counts as disputed from then on, also when the dispute is won or lost. */
  readonly charge: string;
  readonly status:
    | 'warning_needs_response'
    | 'warning_under_review'
    | 'warning_closed'
    | 'needs_response'
    | 'under_review'
    | 'won'
    | 'lost';
  readonly reason: string;
  /** Default false: while the bank decides, a disputed payment cannot be refunded. */
  readonly isChargeRefundable?: boolean;
  /** Until when the bank takes evidence, an ISO instant; for ever when absent. */
  readonly dueBy?: string;
  /** ISO instant; that of the payment when absent. */
  readonly created?: string;
};

export type StripeAttemptSeed = {
  /** `pi_…` */
  readonly id: string;
  /** Id of a customer. */
  readonly customer: string;
  readonly amount: number;
  /** Lower case. */
  readonly currency: string;
  /** ISO instant. */
  readonly created: string;
  readonly status: 'requires_payment_method' | 'requires_action' | 'processing' | 'canceled';
  readonly metadata?: Readonly<Record<string, string>>;
};

export type StripeSubscriptionSeed = {
  /** `sub_…` */
  readonly id: string;
  /** Id of a customer. */
  readonly customer: string;
  readonly status: 'active' | 'trialing' | 'past_due' | 'unpaid' | 'paused' | 'canceled';
  readonly startedAt: string;
  /** When the subscription was over. */
  readonly endedAt?: string;
  /** Default false. */
  readonly cancelAtPeriodEnd?: boolean;
  readonly items: readonly StripeSubscriptionItemSeed[];
};

type StripeSubscriptionItemSeed = {
  /** What people call the price. */
  readonly plan: string;
  /** Minor units of one; null where the price depends on the quantity. */
  readonly amount: number | null;
  /** Lower case. */
  readonly currency: string;
  /** Default 1. */
  readonly quantity?: number;
  /** Default `month`. */
  readonly interval?: 'month' | 'year';
  /** ISO instant. */
  readonly periodEnds: string;
};
