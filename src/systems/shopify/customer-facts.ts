import type { FactType } from '../../domain/facts/value.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { readingOf, readingOfMoney } from './fact-reading.ts';
import type { ShopifyCreditHolder, ShopifyCustomer } from './shopify-schemas.ts';

type CustomerFact = {
  readonly type: FactType;
  readonly of: (customer: ShopifyCustomer, dateOf: DateOf) => Reading;
};

const text = { kind: 'text' } as const;
const list = { kind: 'list' } as const;
const money = { kind: 'money', currency: undefined } as const;

/** What a customer says by itself. The lists hold the names of orders, the newest first, for `count(…)`. */
export const customerFacts: Readonly<Record<string, CustomerFact>> = {
  id: { type: text, of: ({ legacyResourceId }) => readingOf(legacyResourceId) },
  name: { type: text, of: ({ displayName }) => readingOf(displayName) },
  email: { type: text, of: (customer) => readingOf(customer.defaultEmailAddress?.emailAddress) },
  note: { type: text, of: ({ note }) => readingOf(note ?? undefined) },
  tags: { type: list, of: ({ tags }) => readingOf(tags) },
  created_at: { type: { kind: 'date' }, of: ({ createdAt }, dateOf) => readingOf(dateOf(createdAt)) },
  amount_spent: { type: money, of: ({ amountSpent }) => readingOfMoney(amountSpent) },
  order_count: { type: { kind: 'count' }, of: ({ numberOfOrders }) => readingOf(numberOfOrders) },
  orders: { type: list, of: (customer) => namesOf(customer, () => true) },
  /** Neither cancelled nor archived. */
  open_orders: {
    type: list,
    of: (customer) => namesOf(customer, ({ cancelledAt, closed }) => cancelledAt === null && !closed),
  },
  /** Not cancelled, and not everything of it was sent. */
  unsent_orders: {
    type: list,
    of: (customer) =>
      namesOf(
        customer,
        ({ cancelledAt, displayFulfillmentStatus: status }) => cancelledAt === null && status !== 'FULFILLED',
      ),
  },
};

type CustomerOrder = ShopifyCustomer['orders']['nodes'][number];

/**
 * Unknown where not all orders were read: there are more than a page, or the token may not read those of more than 60 days ago,
 * which Shopify leaves out silently. Source: https://shopify.dev/docs/api/usage/access-scopes, `read_all_orders`
 */
function namesOf(
  { orders, numberOfOrders }: ShopifyCustomer,
  isMeant: (order: CustomerOrder) => boolean,
): Reading {
  const isWhole = !orders.pageInfo.hasNextPage && orders.nodes.length >= Number(numberOfOrders);
  if (!isWhole) return { is: 'none', because: 'several' };
  return readingOf(orders.nodes.filter(isMeant).map(({ name }) => name));
}

/** Read on its own, because it needs a right of its own. */
export const storeCreditField = { field: 'store_credit', type: money } as const;

/**
 * The store credit of a customer, in the currency that the SOP declares where it declares one. Without an account it is nothing.
 */
export function storeCreditOf(
  { storeCreditAccounts, amountSpent }: ShopifyCreditHolder,
  type: FactType,
): Reading {
  const wanted = type.kind === 'money' ? type.currency : undefined;
  if (storeCreditAccounts.pageInfo.hasNextPage) return { is: 'none', because: 'several' };
  const balances = storeCreditAccounts.nodes.map(({ balance }) => balance);
  const [balance, ...others] = balances.filter(
    ({ currencyCode }) => wanted === undefined || currencyCode === wanted,
  );
  if (others.length > 0) return { is: 'none', because: 'several' };
  return readingOfMoney(balance ?? { amount: '0', currencyCode: wanted ?? amountSpent.currencyCode });
}
