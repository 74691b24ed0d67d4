import * as z from 'zod/mini';

/** Only what is read. Source: Stripe's OpenAPI document and types of the pinned version. */
const customer = z.object({
  id: z.string(),
  email: z.nullish(z.string()),
  name: z.nullish(z.string()),
  /** Minor units; negative is credit for the next invoice. */
  balance: z.nullish(z.int()),
  created: z.int(),
  currency: z.nullish(z.string()),
  livemode: z.boolean(),
});

const charge = z.object({
  id: z.string(),
  amount: z.int(),
  amount_captured: z.int(),
  amount_refunded: z.int(),
  captured: z.boolean(),
  created: z.int(),
  currency: z.string(),
  customer: z.nullish(z.string()),
  disputed: z.boolean(),
  livemode: z.boolean(),
  metadata: z.record(z.string(), z.string()),
  payment_intent: z.nullish(z.string()),
  payment_method_details: z.nullish(
    z.object({
      type: z.string(),
      card: z.nullish(z.object({ brand: z.nullish(z.string()), last4: z.nullish(z.string()) })),
    }),
  ),
  status: z.string(),
});

const metadata = z.nullish(z.record(z.string(), z.string()));

const dispute = z.object({
  id: z.string(),
  amount: z.int(),
  charge: z.string(),
  created: z.int(),
  currency: z.string(),
  /** Texts, or ids of uploaded files; some fields are objects, which are not read. */
  evidence: z.record(z.string(), z.unknown()),
  evidence_details: z.object({
    due_by: z.nullish(z.int()),
    has_evidence: z.boolean(),
    past_due: z.boolean(),
    /** How often evidence went to the bank. */
    submission_count: z.int(),
  }),
  is_charge_refundable: z.boolean(),
  livemode: z.boolean(),
  metadata,
  payment_intent: z.nullish(z.string()),
  reason: z.string(),
  status: z.string(),
});

const paymentIntent = z.object({
  id: z.string(),
  amount: z.int(),
  amount_received: z.nullish(z.int()),
  cancellation_reason: z.nullish(z.string()),
  created: z.int(),
  currency: z.string(),
  livemode: z.boolean(),
  metadata,
  status: z.string(),
});

/** Since 2025-03-31 every item of a subscription has a period of its own. Source: https://docs.stripe.com/changelog/basil/2025-03-31/deprecate-subscription-current-period-start-and-end */
const subscriptionItem = z.object({
  current_period_end: z.int(),
  quantity: z.nullish(z.int()),
  price: z.object({
    currency: z.string(),
    nickname: z.nullish(z.string()),
    recurring: z.nullish(z.object({ interval: z.string(), interval_count: z.int() })),
    /** None where the price depends on the quantity. */
    unit_amount: z.nullish(z.int()),
  }),
});

const subscription = z.object({
  id: z.string(),
  cancel_at_period_end: z.boolean(),
  customer: z.string(),
  ended_at: z.nullish(z.int()),
  items: z.object({ data: z.array(subscriptionItem), has_more: z.boolean() }),
  livemode: z.boolean(),
  metadata,
  start_date: z.int(),
  status: z.string(),
});

const balanceTransaction = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  metadata,
});

const refund = z.object({
  id: z.string(),
  amount: z.int(),
  charge: z.nullish(z.string()),
  created: z.int(),
  currency: z.string(),
  failure_reason: z.nullish(z.string()),
  metadata,
  payment_intent: z.nullish(z.string()),
  status: z.nullish(z.string()),
});

/** Lists answer with what fits the page and whether there is more. */
const listOf = <T extends z.ZodMiniType>(item: T) => z.object({ data: z.array(item), has_more: z.boolean() });

export const stripeSchemas = {
  customer,
  charge,
  refund,
  dispute,
  paymentIntent,
  subscription,
  balanceTransaction,
  customers: listOf(customer),
  charges: listOf(charge),
  disputes: listOf(dispute),
  refunds: listOf(refund),
  paymentIntents: listOf(paymentIntent),
  subscriptions: listOf(subscription),
  balanceTransactions: listOf(balanceTransaction),
};

export type StripeCustomer = z.infer<typeof customer>;
export type StripeCharge = z.infer<typeof charge>;
export type StripeDispute = z.infer<typeof dispute>;
export type StripeRefund = z.infer<typeof refund>;
export type StripePaymentIntent = z.infer<typeof paymentIntent>;
export type StripeSubscription = z.infer<typeof subscription>;
export type StripeBalanceTransaction = z.infer<typeof balanceTransaction>;
export type StripeList<T> = { readonly data: readonly T[]; readonly has_more: boolean };
