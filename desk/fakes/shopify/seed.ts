/** What a world puts into the fake of Shopify. Amounts are decimal text, as Shopify writes them: `142.10`. */
export type ShopifySeed = {
  /** The token that requests must carry. */
  readonly token: string;
  /** The shop's name in its host: `<shop>.myshopify.com`. */
  readonly shop: string;
  readonly customers: readonly ShopifyCustomerSeed[];
  readonly variants: readonly ShopifyVariantSeed[];
  readonly orders: readonly ShopifyOrderSeed[];
  /** Store credit that customers have from before. */
  readonly storeCredit?: readonly ShopifyStoreCreditSeed[];
};

export type ShopifyStoreCreditSeed = {
  /** Id of a customer. */
  readonly customer: string;
  readonly currency: string;
  readonly balance: string;
};

export type ShopifyCustomerSeed = {
  /** Digits; becomes `gid://shopify/Customer/<id>`. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly note?: string;
  readonly tags?: readonly string[];
};

export type ShopifyVariantSeed = {
  /** Digits; becomes `gid://shopify/ProductVariant/<id>`. */
  readonly id: string;
  readonly title: string;
  /** What can be sold now. */
  readonly sellable: number;
  /** Default true; what is not tracked can always be sold. */
  readonly tracked?: boolean;
};

export type ShopifyOrderSeed = {
  /** Digits; becomes `gid://shopify/Order/<id>`. */
  readonly id: string;
  /** With its prefix: `#1001`. */
  readonly name: string;
  /** Id of a customer; absent for an order without one. */
  readonly customer?: string;
  readonly email: string;
  /** ISO instant. */
  readonly createdAt: string;
  readonly cancelledAt?: string;
  /** As Shopify writes them: `PAID`, `PARTIALLY_REFUNDED`, `REFUNDED` … Default `PAID`. */
  readonly financialStatus?: string;
  /** `UNFULFILLED`, `FULFILLED`, `PARTIALLY_FULFILLED` … Default by whether there are fulfilments. */
  readonly fulfillmentStatus?: string;
  /** Upper case; the currency that the customer paid in. */
  readonly currency: string;
  readonly total: string;
  readonly lines: readonly ShopifyLineSeed[];
  readonly fulfilments: readonly ShopifyFulfilmentSeed[];
  readonly shippingAddress: ShopifyAddressSeed;
  readonly note?: string;
  readonly tags?: readonly string[];
  /** Archived. */
  readonly isClosed?: boolean;
  /** Of the shop's risk assessment: `LOW`, `HIGH`, `PENDING` … Default `LOW`. */
  readonly risk?: string;
  /** What it was paid with; default one payment of the total, and none while it is pending. */
  readonly payments?: readonly ShopifyPaymentSeed[];
  /** What was given back of the first payment in earlier times. */
  readonly refunded?: string;
  /** What becomes of the transactions of refunds: `SUCCESS`, `PENDING`, `FAILURE` … Default `SUCCESS`. */
  readonly refundsBecome?: string;
};

type ShopifyPaymentSeed = { readonly gateway: string; readonly amount: string };

type ShopifyLineSeed = {
  readonly title: string;
  /** Id of a variant; absent for a product that is no longer in the shop. */
  readonly variant?: string;
  readonly quantity: number;
};

export type ShopifyFulfilmentSeed = {
  /** `SUCCESS`, `CANCELLED` … Default `SUCCESS`. */
  readonly status?: string;
  /** How far it is: `IN_TRANSIT`, `DELIVERED` … Default by whether it was delivered. */
  readonly displayStatus?: string;
  /** ISO instant at which it was handed over; default that of the order. */
  readonly sentAt?: string;
  /** ISO instant of the promised delivery. */
  readonly promisedAt?: string;
  /** ISO instant of the delivery. */
  readonly deliveredAt?: string;
  readonly tracking: readonly { readonly number: string; readonly company: string; readonly url?: string }[];
};

export type ShopifyAddressSeed = {
  readonly firstName: string;
  readonly lastName: string;
  readonly address1: string;
  readonly city: string;
  readonly zip: string;
  /** `US`, `DE` … */
  readonly countryCode: string;
  readonly provinceCode?: string;
  readonly company?: string;
  readonly address2?: string;
  readonly phone?: string;
};
