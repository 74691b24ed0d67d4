import * as z from 'zod/mini';

const money = z.object({ amount: z.string(), currencyCode: z.string() });
const email = z.nullable(z.object({ emailAddress: z.string() }));
const pageInfo = z.object({ hasNextPage: z.boolean() });
const text = z.nullable(z.string());

const address = z.object({
  firstName: text,
  lastName: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  zip: text,
  provinceCode: text,
  countryCodeV2: text,
  phone: text,
});

const line = z.object({
  title: z.string(),
  /** Without what was refunded or removed. */
  currentQuantity: z.int(),
  /** Null for a product that is no longer in the shop. */
  variant: z.nullable(
    z.object({
      id: z.string(),
      sellableOnlineQuantity: z.int(),
      inventoryItem: z.object({ tracked: z.boolean() }),
    }),
  ),
});

const fulfilment = z.object({
  status: z.string(),
  estimatedDeliveryAt: text,
  deliveredAt: text,
  trackingInfo: z.array(z.object({ number: text, company: text, url: text })),
});

const order = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  name: z.string(),
  email: text,
  createdAt: z.string(),
  cancelledAt: text,
  displayFinancialStatus: text,
  displayFulfillmentStatus: text,
  totalPriceSet: z.object({ presentmentMoney: money }),
  customer: z.nullable(z.object({ id: z.string(), displayName: z.string(), defaultEmailAddress: email })),
  shippingAddress: z.nullable(address),
  lineItems: z.object({ nodes: z.array(line), pageInfo }),
  fulfillments: z.array(fulfilment),
});

const customer = z.object({
  id: z.string(),
  legacyResourceId: z.string(),
  displayName: z.string(),
  defaultEmailAddress: email,
  /** A whole number as text. */
  numberOfOrders: z.string(),
  amountSpent: money,
  createdAt: z.string(),
});

const draft = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: z.string(),
  customAttributes: z.array(z.object({ key: z.string(), value: text })),
  order: z.nullable(z.object({ id: z.string(), legacyResourceId: z.string(), name: z.string() })),
});

const userErrors = z.array(z.object({ field: z.nullable(z.array(z.string())), message: z.string() }));
const draftPayload = z.object({ draftOrder: z.nullable(draft), userErrors });

export const shopifySchemas = {
  orders: z.object({ orders: z.object({ nodes: z.array(order), pageInfo }) }),
  customer: z.object({ customerByIdentifier: z.nullable(customer) }),
  reshipState: z.object({
    order: z.nullable(order),
    draftOrders: z.object({ nodes: z.array(draft), pageInfo }),
  }),
  createDraft: z.object({ draftOrderCreate: z.nullable(draftPayload) }),
  completeDraft: z.object({ draftOrderComplete: z.nullable(draftPayload) }),
  /** What every answer of GraphQL is in: errors first, then the data. */
  envelope: z.object({
    data: z.nullish(z.unknown()),
    errors: z.nullish(
      z.array(
        z.object({ message: z.string(), extensions: z.nullish(z.object({ code: z.nullish(z.string()) })) }),
      ),
    ),
    extensions: z.nullish(
      z.object({
        cost: z.nullish(
          z.object({
            requestedQueryCost: z.number(),
            throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }),
          }),
        ),
      }),
    ),
  }),
};

export type ShopifyOrder = z.infer<typeof order>;
export type ShopifyLine = z.infer<typeof line>;
export type ShopifyAddress = z.infer<typeof address>;
export type ShopifyFulfilment = z.infer<typeof fulfilment>;
export type ShopifyCustomer = z.infer<typeof customer>;
export type ShopifyReshipState = z.infer<typeof shopifySchemas.reshipState>;
export type ShopifyDraft = z.infer<typeof draft>;
export type ShopifyEnvelope = z.infer<typeof shopifySchemas.envelope>;
export type DraftPayload = z.infer<typeof draftPayload>;
