import type { FactType } from '../../domain/facts/value.ts';
import type { Reading } from '../../domain/run/events.ts';
import type { DateOf } from '../look-up/date-of.ts';
import { mostRefunds } from './document-fragments.ts';
import { readingOf, readingOfMoney } from './fact-reading.ts';
import {
  deliveredAt,
  isAnySent,
  newestParcelStatus,
  parcelCount,
  promisedAt,
  trackingOf,
} from './order-deliveries.ts';
import { inStock } from './order-stock.ts';
import type { ShopifyOrder } from './shopify-schemas.ts';
import { wordsOf } from './shopify-words.ts';

type OrderFact = {
  readonly type: FactType;
  readonly of: (order: ShopifyOrder, dateOf: DateOf) => Reading;
};

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const money = { kind: 'money', currency: undefined } as const;
const yesNo = { kind: 'yes-no' } as const;
const count = { kind: 'count' } as const;
const list = { kind: 'list' } as const;

/** What an order says by itself. Amounts are in the currency that the customer paid in. */
export const orderFacts: Readonly<Record<string, OrderFact>> = {
  name: { type: text, of: ({ name }) => readingOf(name) },
  email: { type: text, of: ({ email }) => readingOf(email ?? undefined) },
  note: { type: text, of: ({ note }) => readingOf(note ?? undefined) },
  tags: { type: list, of: ({ tags }) => readingOf(tags) },
  created_at: { type: date, of: ({ createdAt }, dateOf) => readingOf(dateOf(createdAt)) },
  /** The country that it goes to, as its two letters. */
  country: { type: text, of: (order) => readingOf(order.shippingAddress?.countryCodeV2 ?? undefined) },
  /** The highest of the shop's assessments: `low`, `medium`, `high` or `none`. */
  risk_level: { type: text, of: riskLevel },

  lines: { type: list, of: (order) => ofAllLines(order, (lines) => lines.map(({ title }) => title)) },
  line_count: { type: count, of: (order) => ofAllLines(order, (lines) => lines.length) },
  in_stock: { type: yesNo, of: inStock },

  currency: { type: text, of: ({ presentmentCurrencyCode }) => readingOf(presentmentCurrencyCode) },
  /** What the order cost when it was placed. */
  total_price: { type: money, of: ({ totalPriceSet }) => readingOfMoney(totalPriceSet.presentmentMoney) },
  total_refunded: {
    type: money,
    of: ({ totalRefundedSet }) => readingOfMoney(totalRefundedSet.presentmentMoney),
  },
  /** What was received and not given back; nothing where Shopify says that no payment of it can be refunded. */
  refundable_left: { type: money, of: refundableLeft },
  refund_count: { type: count, of: (order) => ofAllRefunds(order, ({ length }) => readingOf(length)) },
  last_refund_at: {
    type: date,
    of: (order, dateOf) =>
      ofAllRefunds(order, (instants) => {
        const last = instants.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
        return readingOf(last === undefined ? undefined : dateOf(last));
      }),
  },
  /** Shopify's words, such as `paid` or `partially refunded`. */
  financial_status: { type: text, of: (order) => readingOf(wordsOf(order.displayFinancialStatus)) },

  cancelled: { type: yesNo, of: ({ cancelledAt }) => readingOf(cancelledAt !== null) },
  cancelled_at: {
    type: date,
    of: ({ cancelledAt }, dateOf) => readingOf(cancelledAt === null ? undefined : dateOf(cancelledAt)),
  },
  fulfillment_status: { type: text, of: (order) => readingOf(wordsOf(order.displayFulfillmentStatus)) },
  all_sent: { type: yesNo, of: (order) => readingOf(order.displayFulfillmentStatus === 'FULFILLED') },
  any_sent: { type: yesNo, of: (order) => readingOf(isAnySent(order)) },
  parcel_count: { type: count, of: (order) => readingOf(parcelCount(order)) },
  parcel_status: { type: text, of: newestParcelStatus },
  promised_at: { type: date, of: promisedAt },
  delivered_at: { type: date, of: deliveredAt },
  carrier: { type: text, of: (order) => trackingOf(order, 'company') },
  tracking_number: { type: text, of: (order) => trackingOf(order, 'number') },
  tracking_url: { type: text, of: (order) => trackingOf(order, 'url') },
};

const risks = ['HIGH', 'MEDIUM', 'LOW', 'NONE'];

/** An assessment that is still under way may become any of them. */
function riskLevel({ risk: { assessments } }: ShopifyOrder): Reading {
  const levels = new Set(assessments.map((assessment) => assessment.riskLevel));
  if (levels.has('HIGH')) return readingOf('high');
  if (levels.has('PENDING')) return readingOf(undefined);
  return readingOf(wordsOf(risks.find((level) => levels.has(level)) ?? null));
}

function refundableLeft({ refundable, netPaymentSet }: ShopifyOrder): Reading {
  const { amount, currencyCode } = netPaymentSet.presentmentMoney;
  return readingOfMoney({ amount: refundable ? amount : '0', currencyCode });
}

/** Unknown where the order has more lines than were read. */
function ofAllLines(
  { lineItems }: ShopifyOrder,
  of: (lines: ShopifyOrder['lineItems']['nodes']) => readonly string[] | number,
): Reading {
  if (lineItems.pageInfo.hasNextPage) return { is: 'none', because: 'several' };
  return readingOf(of(lineItems.nodes.filter(({ currentQuantity }) => currentQuantity > 0)));
}

/** Unknown where the order may have more refunds than were read. */
function ofAllRefunds({ refunds }: ShopifyOrder, of: (instants: readonly string[]) => Reading): Reading {
  if (refunds.length >= mostRefunds) return { is: 'none', because: 'several' };
  return of(refunds.flatMap(({ createdAt }) => createdAt ?? []));
}
