import type {
  ShopifyCustomerSeed,
  ShopifyOrderSeed,
  ShopifySeed,
  ShopifyStoreCreditSeed,
  ShopifyVariantSeed,
} from './seed.ts';

type Changing<T> = { -readonly [Key in keyof T]: T[Key] };

export type OrderRecord = Changing<ShopifyOrderSeed> & {
  /** What was refunded here; the newest last. */
  refunds?: RefundRecord[];
  /** Of the cancellation. */
  staffNote?: string;
};

export type RefundRecord = {
  readonly id: string;
  readonly note: string | undefined;
  readonly createdAt: string;
  readonly lines: readonly { readonly line: string; readonly quantity: number }[];
  readonly transactions: readonly RefundTransactionRecord[];
};

type RefundTransactionRecord = {
  readonly id: string;
  /** Id of the payment that it goes back to. */
  readonly parent: string;
  readonly gateway: string;
  readonly amount: string;
  readonly status: string;
};

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

/** A cancellation that is under way in the background. */
export type JobRecord = {
  readonly id: string;
  readonly order: string;
  /** ISO instant from which it is done. */
  readonly dueAt: string;
  readonly restock: boolean;
  readonly refund: boolean;
  readonly staffNote: string;
  isDone: boolean;
};

export type CreditAccountRecord = ShopifyStoreCreditSeed & {
  readonly id: string;
  balance: string;
  /** The newest last. */
  readonly movements: {
    readonly id: string;
    readonly at: string;
    readonly amount: string;
    readonly balanceAfter: string;
  }[];
};

/** Everything that the fake of Shopify knows. The desk shows it, tests look at it and change it as somebody else would. */
export type ShopifyState = {
  readonly token: string;
  readonly shop: string;
  readonly customers: ShopifyCustomerSeed[];
  readonly variants: (Omit<ShopifyVariantSeed, 'sellable'> & { sellable: number })[];
  readonly orders: OrderRecord[];
  readonly drafts: DraftRecord[];
  readonly jobs: JobRecord[];
  readonly creditAccounts: CreditAccountRecord[];
  /** What was asked for with a key, and the refund that came of it. */
  readonly keys: Map<
    string,
    { readonly asked: string; readonly at: string; readonly refund: string | undefined }
  >;
  /** Keys of requests that are still at work somewhere else. */
  readonly keysAtWork: Set<string>;
  /** Points that queries may cost now, and when they were counted. */
  readonly bucket: { points: number; at: string | undefined };
  /** Milliseconds that a cancellation takes. */
  cancellingTakes: number;
  /** Cancellations end without cancelling. */
  cancellingFails: boolean;
};

export function createShopifyState(seed: ShopifySeed): ShopifyState {
  return {
    token: seed.token,
    shop: seed.shop,
    customers: [...seed.customers],
    variants: seed.variants.map((variant) => ({ ...variant })),
    orders: seed.orders.map((order) => ({ ...order })),
    drafts: [],
    jobs: [],
    creditAccounts: (seed.storeCredit ?? []).map((account, index) => ({
      ...account,
      id: String(8001 + index),
      movements: [],
    })),
    keys: new Map(),
    keysAtWork: new Set(),
    bucket: { points: 2_000, at: undefined },
    cancellingTakes: 2_000,
    cancellingFails: false,
  };
}

/** `gid://shopify/Order/1`. */
export const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;

/** The digits of an id; the id itself where it has another form. */
export const plainId = (id: string): string => id.split('/').at(-1) ?? id;

/** The order of an id in either form. */
export const orderOf = (state: ShopifyState, id: unknown): OrderRecord | undefined =>
  typeof id === 'string' ? state.orders.find((order) => order.id === plainId(id)) : undefined;
