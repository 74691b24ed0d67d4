import { gid, type DraftRecord, type OrderRecord, type ShopifyState } from './state.ts';
import type { ShopifyAddressSeed, ShopifyFulfilmentSeed, ShopifyLineSeed } from './seed.ts';

/** An order with the fields of our documents, in the form of the schema. */
export function orderJson(order: OrderRecord, state: ShopifyState) {
  const { id, name, email, createdAt, cancelledAt = null, lines, fulfilments } = order;
  const customer = state.customers.find((candidate) => candidate.id === order.customer);
  return {
    id: gid('Order', id),
    legacyResourceId: id,
    name,
    email,
    createdAt,
    cancelledAt,
    displayFinancialStatus: order.financialStatus ?? 'PAID',
    displayFulfillmentStatus:
      order.fulfillmentStatus ?? (fulfilments.length > 0 ? 'FULFILLED' : 'UNFULFILLED'),
    totalPriceSet: { presentmentMoney: { amount: order.total, currencyCode: order.currency } },
    customer: customer === undefined ? null : customerOfOrder(customer),
    shippingAddress: addressJson(order.shippingAddress),
    lineItems: { nodes: lines.map((line) => lineJson(line, state)), pageInfo: { hasNextPage: false } },
    fulfillments: fulfilments.map(fulfilmentJson),
  };
}

export function customerJson(customer: ShopifyState['customers'][number], state: ShopifyState) {
  const orders = state.orders.filter((order) => order.customer === customer.id);
  const spent = orders.reduce((sum, { total }) => sum + Number(total), 0);
  return {
    ...customerOfOrder(customer),
    legacyResourceId: customer.id,
    numberOfOrders: String(orders.length),
    amountSpent: { amount: spent.toFixed(2), currencyCode: orders[0]?.currency ?? 'USD' },
    createdAt: '2024-01-15T09:00:00Z',
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

function lineJson({ title, variant: variantId, quantity }: ShopifyLineSeed, state: ShopifyState) {
  const variant = state.variants.find(({ id }) => id === variantId);
  return {
    title,
    currentQuantity: quantity,
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

function fulfilmentJson({ status = 'SUCCESS', promisedAt, deliveredAt, tracking }: ShopifyFulfilmentSeed) {
  return {
    status,
    estimatedDeliveryAt: promisedAt ?? null,
    deliveredAt: deliveredAt ?? null,
    trackingInfo: tracking.map(({ number, company, url }) => ({ number, company, url: url ?? null })),
  };
}

function addressJson({ countryCode, provinceCode, ...address }: ShopifyAddressSeed) {
  const notGiven = { company: null, address2: null, phone: null };
  return { ...address, ...notGiven, provinceCode: provinceCode ?? null, countryCodeV2: countryCode };
}
