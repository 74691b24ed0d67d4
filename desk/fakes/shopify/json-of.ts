import { amountOf, receivedOf, refundedOf } from './payments.ts';
import type { ShopifyAddressSeed, ShopifyFulfilmentSeed } from './seed.ts';
import { gid, type DraftRecord, type OrderRecord, type RefundRecord, type ShopifyState } from './state.ts';

/** An order with the fields of our documents, in the form of the schema. */
export function orderJson(order: OrderRecord, state: ShopifyState) {
  const { id, name, email, createdAt, cancelledAt = null, fulfilments } = order;
  const customer = state.customers.find((candidate) => candidate.id === order.customer);
  const refunded = refundedOf(order);
  const kept = receivedOf(order) - refunded;
  const money = (amount: string) => ({ presentmentMoney: { amount, currencyCode: order.currency } });
  return {
    id: gid('Order', id),
    legacyResourceId: id,
    name,
    email,
    createdAt,
    cancelledAt,
    cancellation: cancelledAt === null ? null : { staffNote: order.staffNote ?? null },
    closed: order.isClosed ?? false,
    note: order.note ?? null,
    tags: [...(order.tags ?? [])],
    displayFinancialStatus: financialStatus(order, refunded),
    displayFulfillmentStatus:
      order.fulfillmentStatus ?? (fulfilments.length > 0 ? 'FULFILLED' : 'UNFULFILLED'),
    presentmentCurrencyCode: order.currency,
    refundable: kept > 0,
    totalPriceSet: money(order.total),
    totalRefundedSet: money(amountOf(refunded)),
    netPaymentSet: money(amountOf(kept)),
    refunds: (order.refunds ?? []).map((refund) => refundJson(refund, order)),
    risk: { assessments: [{ riskLevel: order.risk ?? 'LOW' }] },
    customer: customer === undefined ? null : customerOfOrder(customer),
    shippingAddress: addressJson(order.shippingAddress),
    lineItems: {
      nodes: order.lines.map((_, index) => lineJson(order, index, state)),
      pageInfo: { hasNextPage: false },
    },
    fulfillments: fulfilments.map((fulfilment) => fulfilmentJson(fulfilment, createdAt)),
  };
}

function financialStatus({ financialStatus: seeded, refunds = [] }: OrderRecord, refunded: number): string {
  if (seeded !== undefined && refunds.length === 0) return seeded;
  return refunded === 0 ? 'PAID' : 'PARTIALLY_REFUNDED';
}

export function refundJson({ id, note, createdAt, transactions }: RefundRecord, order: OrderRecord) {
  return {
    id: gid('Refund', id),
    note: note ?? null,
    createdAt,
    transactions: {
      nodes: transactions.map(({ id: transaction, status, amount }) => ({
        id: gid('OrderTransaction', transaction),
        kind: 'REFUND',
        status,
        amountSet: { presentmentMoney: { amount, currencyCode: order.currency } },
      })),
      pageInfo: { hasNextPage: false },
    },
  };
}

export function customerJson(customer: ShopifyState['customers'][number], state: ShopifyState) {
  const orders = state.orders
    .filter((order) => order.customer === customer.id)
    .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const spent = orders.reduce((sum, { total }) => sum + Number(total), 0);
  return {
    ...customerOfOrder(customer),
    legacyResourceId: customer.id,
    numberOfOrders: String(orders.length),
    amountSpent: { amount: spent.toFixed(2), currencyCode: orders[0]?.currency ?? 'USD' },
    createdAt: '2024-01-15T09:00:00Z',
    note: customer.note ?? null,
    tags: [...(customer.tags ?? [])],
    orders: {
      nodes: orders.slice(0, 50).map((order) => orderJson(order, state)),
      pageInfo: { hasNextPage: orders.length > 50 },
    },
  };
}

export function draftJson(draft: DraftRecord, state: ShopifyState) {
  const order = state.orders.find(({ id }) => id === draft.order);
  return {
    id: gid('DraftOrder', draft.id),
    name: draft.name,
    status: draft.order === undefined ? 'OPEN' : 'COMPLETED',
    createdAt: draft.createdAt,
    customAttributes: draft.input.attributes,
    order:
      order === undefined
        ? null
        : { id: gid('Order', order.id), legacyResourceId: order.id, name: order.name },
  };
}

function customerOfOrder({ id, name, email }: ShopifyState['customers'][number]) {
  return { id: gid('Customer', id), displayName: name, defaultEmailAddress: { emailAddress: email } };
}

/** Lines have the number of their order and their place in it. */
export const lineIdOf = ({ id }: OrderRecord, index: number): string => `${id}${index + 1}`;

function lineJson(order: OrderRecord, index: number, state: ShopifyState) {
  const id = lineIdOf(order, index);
  const { title = '', variant: variantId, quantity = 0 } = order.lines[index] ?? {};
  const variant = state.variants.find((candidate) => candidate.id === variantId);
  const refunded = (order.refunds ?? [])
    .flatMap(({ lines }) => lines)
    .filter(({ line }) => line === id)
    .reduce((all, one) => all + one.quantity, 0);
  return {
    id: gid('LineItem', id),
    title,
    currentQuantity: quantity - refunded,
    refundableQuantity: quantity - refunded,
    variant:
      variant === undefined
        ? null
        : {
            id: gid('ProductVariant', variant.id),
            sellableOnlineQuantity: variant.sellable,
            inventoryItem: { tracked: variant.tracked ?? true },
          },
  };
}

function fulfilmentJson(fulfilment: ShopifyFulfilmentSeed, orderedAt: string) {
  const { status = 'SUCCESS', promisedAt, deliveredAt, tracking } = fulfilment;
  return {
    status,
    displayStatus: fulfilment.displayStatus ?? (deliveredAt === undefined ? 'IN_TRANSIT' : 'DELIVERED'),
    createdAt: fulfilment.sentAt ?? orderedAt,
    estimatedDeliveryAt: promisedAt ?? null,
    deliveredAt: deliveredAt ?? null,
    trackingInfo: tracking.map(({ number, company, url }) => ({ number, company, url: url ?? null })),
  };
}

function addressJson({
  countryCode,
  provinceCode,
  company,
  address2,
  phone,
  ...address
}: ShopifyAddressSeed) {
  return {
    ...address,
    company: company ?? null,
    address2: address2 ?? null,
    phone: phone ?? null,
    provinceCode: provinceCode ?? null,
    countryCodeV2: countryCode,
  };
}
