import * as z from 'zod/mini';

/** Only what is read. Source: Stripe's OpenAPI document and types of the pinned version. */
const customer = z.object({
  id: z.string(),
  email: z.nullish(z.string()),
  name: z.nullish(z.string()),
  /** Minor units; negative is credit for the next invoice. */
  balance: z.nullish(z.int()),
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

const dispute = z.object({
  id: z.string(),
  charge: z.string(),
  is_charge_refundable: z.boolean(),
  status: z.string(),
});

const refund = z.object({
  id: z.string(),
  amount: z.int(),
  charge: z.nullish(z.string()),
  currency: z.string(),
  failure_reason: z.nullish(z.string()),
  metadata: z.nullish(z.record(z.string(), z.string())),
  payment_intent: z.nullish(z.string()),
  status: z.nullish(z.string()),
});

/** Lists answer with what fits the page and whether there is more. */
const listOf = <T extends z.ZodMiniType>(item: T) => z.object({ data: z.array(item), has_more: z.boolean() });

export const stripeSchemas = {
  customer,
  charge,
  refund,
  customers: listOf(customer),
  charges: listOf(charge),
  disputes: listOf(dispute),
  refunds: listOf(refund),
};

export type StripeCustomer = z.infer<typeof customer>;
export type StripeCharge = z.infer<typeof charge>;
export type StripeDispute = z.infer<typeof dispute>;
export type StripeRefund = z.infer<typeof refund>;
export type StripeList<T> = { readonly data: readonly T[]; readonly has_more: boolean };
