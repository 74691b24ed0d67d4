import * as z from 'zod/mini';
import { draftJson } from './json-of.ts';
import { plainId, type DraftInput, type DraftRecord, type ShopifyState } from './state.ts';

export type DraftPayload = {
  readonly draftOrder: ReturnType<typeof draftJson> | null;
  readonly userErrors: readonly { readonly field: readonly string[] | null; readonly message: string }[];
};

const inputSchema = z.strictObject({
  purchasingEntity: z.optional(z.strictObject({ customerId: z.string() })),
  email: z.optional(z.string()),
  lineItems: z.array(z.strictObject({ variantId: z.string(), quantity: z.int() })),
  shippingAddress: z.strictObject({
    firstName: z._default(z.string(), ''),
    lastName: z._default(z.string(), ''),
    company: z.optional(z.string()),
    address1: z._default(z.string(), ''),
    address2: z.optional(z.string()),
    city: z._default(z.string(), ''),
    zip: z._default(z.string(), ''),
    provinceCode: z.optional(z.string()),
    countryCode: z._default(z.string(), ''),
    phone: z.optional(z.string()),
  }),
  appliedDiscount: z.strictObject({
    title: z.string(),
    description: z.string(),
    value: z.number(),
    valueType: z.literal('PERCENTAGE'),
  }),
  customAttributes: z.array(z.strictObject({ key: z.string(), value: z.string() })),
  note: z.string(),
  tags: z.array(z.string()),
});

/** Reads `DraftOrderInput`; undefined where a field is not in the schema or has another form. */
export function readDraftInput(input: unknown): DraftInput | undefined {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) return undefined;
  const {
    purchasingEntity,
    email = '',
    lineItems,
    shippingAddress,
    appliedDiscount,
    customAttributes,
    note,
    tags,
  } = parsed.data;
  const { provinceCode, firstName, lastName, address1, city, zip, countryCode } = shippingAddress;
  return {
    customerId: purchasingEntity === undefined ? undefined : plainId(purchasingEntity.customerId),
    email,
    lines: lineItems.map(({ variantId, quantity }) => ({ variant: plainId(variantId), quantity })),
    address: {
      firstName,
      lastName,
      address1,
      city,
      zip,
      countryCode,
      ...(provinceCode === undefined ? {} : { provinceCode }),
    },
    discountPercent: appliedDiscount.value,
    attributes: customAttributes,
    note,
    tags,
  };
}

/** `draftOrderCreate`: nothing is reserved yet. */
export function createDraft(state: ShopifyState, input: DraftInput, now: string): DraftPayload {
  if (input.lines.length === 0) return refused(['input', 'lineItems'], 'Add at least 1 product');
  const missing = input.lines.find(({ variant }) => !state.variants.some(({ id }) => id === variant));
  if (missing !== undefined) return refused(['input', 'lineItems'], 'Product with ID does not exist');
  const id = String(9000 + state.drafts.length + 1);
  const draft: DraftRecord = {
    id,
    name: `#D${state.drafts.length + 1}`,
    createdAt: now,
    input,
    order: undefined,
  };
  state.drafts.push(draft);
  return { draftOrder: draftJson(draft, state), userErrors: [] };
}

/** `draftOrderComplete`: makes the order and takes the goods out of stock. A draft that is complete stays as it is. */
export function completeDraft(state: ShopifyState, id: string, now: string): DraftPayload {
  const draft = state.drafts.find((candidate) => candidate.id === plainId(id));
  if (draft === undefined) return refused(['id'], 'Draft order does not exist');
  if (draft.order !== undefined) return refused(['id'], 'This order has been paid');
  const { input } = draft;
  const orderId = String(7000 + state.orders.length + 1);
  const name = `#${nextNumber(state)}`;
  state.orders.push({
    id: orderId,
    name,
    ...(input.customerId === undefined ? {} : { customer: input.customerId }),
    email: input.email,
    createdAt: now,
    currency: 'USD',
    total: input.discountPercent === 100 ? '0.00' : '1.00',
    lines: input.lines.map(({ variant, quantity }) => ({
      title: titleOf(state, variant),
      variant,
      quantity,
    })),
    fulfilments: [],
    shippingAddress: input.address,
    note: input.note,
    tags: input.tags,
  });
  for (const { variant, quantity } of input.lines) takeOut(state, variant, quantity);
  draft.order = orderId;
  return { draftOrder: draftJson(draft, state), userErrors: [] };
}

function takeOut(state: ShopifyState, variantId: string, quantity: number): void {
  const variant = state.variants.find(({ id }) => id === variantId);
  if (variant !== undefined && variant.tracked !== false) variant.sellable -= quantity;
}

function nextNumber(state: ShopifyState): number {
  return Math.max(1000, ...state.orders.map(({ name }) => Number(name.replaceAll(/\D/g, '')) || 0)) + 1;
}

const titleOf = (state: ShopifyState, variantId: string) =>
  state.variants.find(({ id }) => id === variantId)?.title ?? '';

const refused = (field: readonly string[], message: string): DraftPayload => ({
  draftOrder: null,
  userErrors: [{ field, message }],
});
