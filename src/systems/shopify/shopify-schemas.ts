import * as z from 'zod/mini';
import {
  type addressSchema,
  cancellationSchema,
  creditHolderSchema,
  customerSchema,
  draftSchema,
  type fulfilmentSchema,
  jobSchema,
  type lineSchema,
  listedOrderSchema,
  moneySchema,
  orderSchema,
  pageInfoSchema,
  refundSchema,
  refundStateSchema,
} from './record-schemas.ts';

const userErrors = z.array(z.object({ message: z.string() }));
const draftPayload = z.object({ draftOrder: z.nullable(draftSchema), userErrors });
const taggedPayload = z.object({ node: z.nullable(orderSchema), userErrors });

export const shopifySchemas = {
  orders: z.object({
    orders: z.object({ nodes: z.array(orderSchema) }),
    listed: z.object({ nodes: z.array(listedOrderSchema), pageInfo: pageInfoSchema }),
  }),
  order: z.object({ order: z.nullable(orderSchema) }),
  customer: z.object({ customerByIdentifier: z.nullable(customerSchema) }),
  storeCredit: z.object({ customerByIdentifier: z.nullable(creditHolderSchema) }),
  refundState: z.object({ order: z.nullable(refundStateSchema) }),
  cancellation: z.object({ order: z.nullable(cancellationSchema) }),
  cancelJob: z.object({ job: z.nullable(jobSchema), order: z.nullable(cancellationSchema) }),
  reshipState: z.object({
    order: z.nullable(orderSchema),
    draftOrders: z.object({ nodes: z.array(draftSchema), pageInfo: pageInfoSchema }),
  }),
  refund: z.object({ refundCreate: z.nullable(z.object({ refund: z.nullable(refundSchema), userErrors })) }),
  cancel: z.object({
    orderCancel: z.nullable(z.object({ job: z.nullable(jobSchema), orderCancelUserErrors: userErrors })),
  }),
  giveStoreCredit: z.object({
    storeCreditAccountCredit: z.nullable(
      z.object({
        storeCreditAccountTransaction: z.nullable(
          z.object({ id: z.string(), amount: moneySchema, balanceAfterTransaction: moneySchema }),
        ),
        userErrors,
      }),
    ),
  }),
  updateOrder: z.object({
    orderUpdate: z.nullable(z.object({ order: z.nullable(orderSchema), userErrors })),
  }),
  addTag: z.object({ tagsAdd: z.nullable(taggedPayload) }),
  removeTag: z.object({ tagsRemove: z.nullable(taggedPayload) }),
  createDraft: z.object({ draftOrderCreate: z.nullable(draftPayload) }),
  completeDraft: z.object({ draftOrderComplete: z.nullable(draftPayload) }),
  /** What every answer of GraphQL is in: errors first, then the data. */
  envelope: z.object({
    data: z.nullish(z.unknown()),
    errors: z.nullish(
      z.array(
        z.object({
          message: z.string(),
          /** Which field it is about: of an error before anything was done there is none, or the mutation's own. */
          path: z.nullish(z.array(z.union([z.string(), z.int()]))),
          extensions: z.nullish(z.object({ code: z.nullish(z.string()) })),
        }),
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

export type ShopifyMoney = z.infer<typeof moneySchema>;
export type ShopifyOrder = z.infer<typeof orderSchema>;
export type ShopifyListedOrder = z.infer<typeof listedOrderSchema>;
export type ShopifyLine = z.infer<typeof lineSchema>;
export type ShopifyAddress = z.infer<typeof addressSchema>;
export type ShopifyFulfilment = z.infer<typeof fulfilmentSchema>;
export type ShopifyCustomer = z.infer<typeof customerSchema>;
export type ShopifyCreditHolder = z.infer<typeof creditHolderSchema>;
export type ShopifyRefund = z.infer<typeof refundSchema>;
export type ShopifyRefundState = z.infer<typeof refundStateSchema>;
export type ShopifyCancellation = z.infer<typeof cancellationSchema>;
export type ShopifyReshipState = z.infer<typeof shopifySchemas.reshipState>;
export type ShopifyDraft = z.infer<typeof draftSchema>;
export type ShopifyEnvelope = z.infer<typeof shopifySchemas.envelope>;
export type DraftPayload = z.infer<typeof draftPayload>;
