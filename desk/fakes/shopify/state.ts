import type { ShopifyOrderSeed, ShopifySeed, ShopifyVariantSeed, ShopifyCustomerSeed } from './seed.ts';

export type OrderRecord = ShopifyOrderSeed & { readonly note?: string; readonly tags?: readonly string[] };

export type DraftRecord = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly input: DraftInput;
  /** Id of the order that came of it. */
  order: string | undefined;
};

/** What a draft is made of, after it was checked. */
export type DraftInput = {
  readonly customerId: string | undefined;
  readonly email: string;
  readonly lines: readonly { readonly variant: string; readonly quantity: number }[];
  readonly address: ShopifyOrderSeed['shippingAddress'];
  readonly discountPercent: number;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly note: string;
  readonly tags: readonly string[];
};

/** Everything that the fake of Shopify knows. The desk shows it, tests look at it and change it as somebody else would. */
export type ShopifyState = {
  readonly token: string;
  readonly shop: string;
  readonly customers: ShopifyCustomerSeed[];
  readonly variants: (Omit<ShopifyVariantSeed, 'sellable'> & { sellable: number })[];
  readonly orders: OrderRecord[];
  readonly drafts: DraftRecord[];
};

export function createShopifyState(seed: ShopifySeed): ShopifyState {
  return {
    token: seed.token,
    shop: seed.shop,
    customers: [...seed.customers],
    variants: seed.variants.map((variant) => ({ ...variant })),
    orders: [...seed.orders],
    drafts: [],
  };
}

/** `gid://shopify/Order/1`. */
export const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;

/** The digits of an id; the id itself where it has another form. */
export const plainId = (id: string): string => id.split('/').at(-1) ?? id;
