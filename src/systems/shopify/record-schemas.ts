import * as z from 'zod/mini';

export const moneySchema = z.object({ amount: z.string(), currencyCode: z.string() });
const moneyBagSchema = z.object({ presentmentMoney: moneySchema });
const emailSchema = z.nullable(z.object({ emailAddress: z.string() }));
export const pageInfoSchema = z.object({ hasNextPage: z.boolean() });
const textOrNull = z.nullable(z.string());

export const addressSchema = z.object({
  firstName: textOrNull,
  lastName: textOrNull,
  company: textOrNull,
  address1: textOrNull,
  address2: textOrNull,
  city: textOrNull,
  zip: textOrNull,
  provinceCode: textOrNull,
  countryCodeV2: textOrNull,
  phone: textOrNull,
});

export const lineSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Without what was refunded or removed. */
  currentQuantity: z.int(),
  refundableQuantity: z.int(),
  /** Null for a product that is no longer in the shop. */
  variant: z.nullable(
    z.object({
      id: z.string(),
      sellableOnlineQuantity: z.int(),
      inventoryItem: z.object({ tracked: z.boolean() }),
    }),
  ),
});

export const fulfilmentSchema = z.object({
  status: z.string(),
  displayStatus: textOrNull,
  createdAt: z.string(),
  estimatedDeliveryAt: textOrNull,
  deliveredAt: textOrNull,
  trackingInfo: z.array(z.object({ number: textOrNull, company: textOrNull, url: textOrNull })),
});

export const orderSchema = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  name: z.string(),
  email: textOrNull,
  createdAt: z.string(),
  cancelledAt: textOrNull,
  closed: z.boolean(),
  note: textOrNull,
  tags: z.array(z.string()),
  displayFinancialStatus: textOrNull,
  displayFulfillmentStatus: textOrNull,
  presentmentCurrencyCode: z.string(),
  refundable: z.boolean(),
  totalPriceSet: moneyBagSchema,
  totalRefundedSet: moneyBagSchema,
  netPaymentSet: moneyBagSchema,
  refunds: z.array(z.object({ createdAt: textOrNull })),
  risk: z.object({ assessments: z.array(z.object({ riskLevel: z.string() })) }),
  customer: z.nullable(
    z.object({ id: z.string(), displayName: z.string(), defaultEmailAddress: emailSchema }),
  ),
  shippingAddress: z.nullable(addressSchema),
  lineItems: z.object({ nodes: z.array(lineSchema), pageInfo: pageInfoSchema }),
  fulfillments: z.array(fulfilmentSchema),
});

export const listedOrderSchema = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  name: z.string(),
  email: textOrNull,
  createdAt: z.string(),
  cancelledAt: textOrNull,
  displayFinancialStatus: textOrNull,
  displayFulfillmentStatus: textOrNull,
  totalPriceSet: moneyBagSchema,
  customer: z.nullable(z.object({ defaultEmailAddress: emailSchema })),
  lineItems: z.object({
    nodes: z.array(z.object({ title: z.string(), currentQuantity: z.int() })),
    pageInfo: pageInfoSchema,
  }),
});

export const customerSchema = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  displayName: z.string(),
  defaultEmailAddress: emailSchema,
  /** A whole number as text. */
  numberOfOrders: z.string(),
  amountSpent: moneySchema,
  createdAt: z.string(),
  note: textOrNull,
  tags: z.array(z.string()),
  orders: z.object({
    nodes: z.array(
      z.object({
        name: z.string(),
        cancelledAt: textOrNull,
        closed: z.boolean(),
        displayFulfillmentStatus: textOrNull,
      }),
    ),
    pageInfo: pageInfoSchema,
  }),
});

export const creditHolderSchema = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  displayName: z.string(),
  amountSpent: z.object({ currencyCode: z.string() }),
  storeCreditAccounts: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        balance: moneySchema,
        /** The newest first. */
        transactions: z.object({ nodes: z.array(z.object({ createdAt: z.string(), amount: moneySchema })) }),
      }),
    ),
    pageInfo: pageInfoSchema,
  }),
});

export const refundSchema = z.object({
  id: z.string(),
  note: textOrNull,
  createdAt: textOrNull,
  transactions: z.object({
    nodes: z.array(
      z.object({ id: z.string(), kind: z.string(), status: z.string(), amountSet: moneyBagSchema }),
    ),
    pageInfo: pageInfoSchema,
  }),
});

export const refundStateSchema = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  name: z.string(),
  presentmentCurrencyCode: z.string(),
  totalRefundedSet: moneyBagSchema,
  lineItems: z.object({
    nodes: z.array(z.object({ id: z.string(), title: z.string(), refundableQuantity: z.int() })),
    pageInfo: pageInfoSchema,
  }),
  /** Null where Shopify suggests nothing. */
  suggestedRefund: z.nullable(
    z.object({
      maximumRefundableSet: moneyBagSchema,
      suggestedTransactions: z.array(
        z.object({
          gateway: textOrNull,
          amountSet: moneyBagSchema,
          parentTransaction: z.nullable(z.object({ id: z.string() })),
        }),
      ),
    }),
  ),
  refunds: z.array(refundSchema),
});

export const cancellationSchema = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  name: z.string(),
  cancelledAt: textOrNull,
  cancellation: z.nullable(z.object({ staffNote: textOrNull })),
});

export const jobSchema = z.object({ id: z.string(), done: z.boolean() });

export const draftSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: z.string(),
  customAttributes: z.array(z.object({ key: z.string(), value: textOrNull })),
  order: z.nullable(z.object({ id: z.string(), legacyResourceId: z.string(), name: z.string() })),
});
