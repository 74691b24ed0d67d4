import type { FactField } from '../system.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactType } from '../../domain/facts/value.ts';
import { decimalText, parseDecimal } from '../../domain/facts/decimal.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { deliveredAt, promisedAt, trackingNumber } from './order-deliveries.ts';
import { inStock } from './order-stock.ts';
import type { ShopifyCustomer, ShopifyOrder } from './shopify-schemas.ts';

type Fact<Record> = { readonly type: FactType; readonly of: (record: Record, dateOf: DateOf) => Reading };

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const money = { kind: 'money', currency: undefined } as const;
const yesNo = { kind: 'yes-no' } as const;

export const orderFacts: Readonly<Record<string, Fact<ShopifyOrder>>> = {
  name: { type: text, of: ({ name }) => reading(name) },
  /** What the order cost when it was placed, in the currency that the customer paid in. */
  total_price: { type: money, of: ({ totalPriceSet }) => reading(moneyOf(totalPriceSet.presentmentMoney)) },
  created_at: { type: date, of: ({ createdAt }, dateOf) => reading(dateOf(createdAt)) },
  cancelled: { type: yesNo, of: ({ cancelledAt }) => reading(cancelledAt !== null) },
  /** Shopify's words, such as `paid` or `partially refunded`. */
  financial_status: { type: text, of: (order) => reading(words(order.displayFinancialStatus)) },
  fulfillment_status: { type: text, of: (order) => reading(words(order.displayFulfillmentStatus)) },
  promised_at: { type: date, of: promisedAt },
  delivered_at: { type: date, of: deliveredAt },
  tracking_number: { type: text, of: trackingNumber },
  in_stock: { type: yesNo, of: inStock },
};

export const customerFacts: Readonly<Record<string, Fact<ShopifyCustomer>>> = {
  id: { type: text, of: ({ legacyResourceId }) => reading(legacyResourceId) },
  name: { type: text, of: ({ displayName }) => reading(displayName) },
  email: { type: text, of: (customer) => reading(customer.defaultEmailAddress?.emailAddress) },
  order_count: { type: { kind: 'count' }, of: ({ numberOfOrders }) => reading(numberOfOrders) },
  amount_spent: { type: money, of: ({ amountSpent }) => reading(moneyOf(amountSpent)) },
  created_at: { type: date, of: ({ createdAt }, dateOf) => reading(dateOf(createdAt)) },
};

/** The catalogue by name, for the checker of SOPs. */
export const shopifyFactFields: readonly FactField[] = [
  ...Object.entries(orderFacts).map(([field, { type }]) => ({ record: 'order', field, type })),
  ...Object.entries(customerFacts).map(([field, { type }]) => ({ record: 'customer', field, type })),
];

/** Shopify's decimal text as canonical money: `USD 142.1`. */
export function moneyOf({
  amount,
  currencyCode,
}: {
  readonly amount: string;
  readonly currencyCode: string;
}): string | undefined {
  const decimal = parseDecimal(amount);
  return decimal === undefined ? undefined : `${currencyCode} ${decimalText(decimal)}`;
}

/** `PARTIALLY_REFUNDED` as `partially refunded`. */
const words = (status: string | null) => status?.toLowerCase().replaceAll('_', ' ');

const reading = (value: FactJson | undefined): Reading =>
  value === undefined ? { is: 'empty' } : { is: 'value', value };
