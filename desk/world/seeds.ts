import type { AssistantSeed } from '../fakes/assistant/seed.ts';
import type { DepotSeed } from '../fakes/custom-api/seed.ts';
import type { EasyPostSeed } from '../fakes/easypost/seed.ts';
import type { ShopifyOrderSeed, ShopifySeed } from '../fakes/shopify/seed.ts';
import type { StripeChargeSeed, StripeDisputeSeed, StripeSeed } from '../fakes/stripe/seed.ts';
import type { Calendar } from './calendar.ts';
import type { Story, StoryPurchase } from './story.ts';

/** Keys of the world's systems: each fake refuses any other. They never reach the browser. */
export const KEYS = {
  stripe_key: 'rk_test_desk_0000000000000000',
  shopify_token: 'shpat_desk_0000000000000000',
  easypost_key: 'EZTK_desk_0000000000000000',
  anthropic_key: 'sk-ant-desk-0000000000000000',
  hubspot_token: 'pat-desk-0000000000000000',
  salesforce: 'access-desk-0000000000000000',
  custom_api_secret_1: 'depot-desk-0000000000000000',
} as const;

export const SHOP = 'signoff-desk';

export function stripeSeed(stories: readonly Story[], calendar: Calendar): StripeSeed {
  const paid = stories.filter(({ payment }) => payment !== undefined);
  return {
    key: KEYS.stripe_key,
    customers: paid.map(({ customer }) => ({
      id: stripeId('cus', customer.id),
      email: customer.email,
      name: customer.name,
    })),
    charges: paid.flatMap((story) => [
      chargeOf(story),
      ...repeatedCharge(story),
      ...otherCharges(story),
      ...disputedCharges(story, calendar),
    ]),
    disputes: paid.flatMap(disputesOf),
    subscriptions: stories.flatMap(({ customer, subscription }) =>
      subscription === undefined
        ? []
        : [{ ...subscription, id: stripeId('sub', customer.id), customer: stripeId('cus', customer.id) }],
    ),
  };
}

function chargeOf({
  customer,
  order,
  payment,
  ticketId,
}: Pick<Story, 'customer' | 'order' | 'payment' | 'ticketId'>): StripeChargeSeed {
  if (order === undefined || payment === undefined)
    throw new Error(`Story ${ticketId} has a payment and no order.`);
  return {
    id: stripeId('ch', customer.id),
    paymentIntent: stripeId('pi', customer.id),
    customer: stripeId('cus', customer.id),
    amount: payment.amount,
    currency: order.currency.toLowerCase(),
    created: order.placedAt,
    card: payment.card,
    ...(payment.refunded === undefined ? {} : { refunded: payment.refunded }),
    metadata: { order_number: order.number },
  };
}

/** A checkout that was pressed twice. As a rule the second payment was never tied to an order. */
function repeatedCharge(story: Story): StripeChargeSeed[] {
  const at = story.payment?.takenAgainAt;
  if (at === undefined) return [];
  const { id } = story.customer;
  const again = { id: stripeId('ch', id, 9), paymentIntent: stripeId('pi', id, 9) };
  const first = chargeOf(story);
  const named = story.payment?.isOrderNamedAgain === true ? {} : { metadata: {} };
  return [{ ...first, ...again, created: at, ...named }];
}

/** Payments of the other orders of the same customer. */
function otherCharges({ customer, ticketId, alsoBought = [] }: Story): StripeChargeSeed[] {
  return alsoBought.map(({ order, payment }, index) => ({
    ...chargeOf({ customer, ticketId, order, payment }),
    id: stripeId('ch', customer.id, 20 + index),
    paymentIntent: stripeId('pi', customer.id, 20 + index),
  }));
}

/** Payments of other orders of the same customer, which the customer disputes. */
function disputedCharges({ customer, payment }: Story, calendar: Calendar): StripeChargeSeed[] {
  return (payment?.disputes ?? []).map((_, index) => ({
    id: stripeId('ch', customer.id, index + 1),
    paymentIntent: stripeId('pi', customer.id, index + 1),
    customer: stripeId('cus', customer.id),
    amount: 4900 + index * 1000,
    currency: 'usd',
    created: calendar.ago(40 + index * 12, '13:10'),
    card: payment?.card ?? { brand: 'visa', last4: '0000' },
    metadata: { order_number: String(900 + index) },
  }));
}

function disputesOf({ customer, payment }: Story): StripeDisputeSeed[] {
  const others = (payment?.disputes ?? []).map((status, index) => ({
    id: stripeId('dp', customer.id, index + 1),
    charge: stripeId('ch', customer.id, index + 1),
    status,
    reason: 'product_not_received',
  }));
  const { dispute } = payment ?? {};
  if (dispute === undefined) return others;
  return [{ id: stripeId('dp', customer.id), charge: stripeId('ch', customer.id), ...dispute }, ...others];
}

const stripeId = (kind: 'cus' | 'ch' | 'pi' | 'dp' | 'sub', customer: number, index = 0): string =>
  `${kind}_desk${customer}${index === 0 ? '' : `x${index}`}`;

export function shopifySeed(stories: readonly Story[]): ShopifySeed {
  const bought = stories.filter(({ order }) => order !== undefined);
  const purchases = bought.flatMap((story) =>
    purchasesOf(story).map((purchase) => ({ ...purchase, customer: story.customer })),
  );
  return {
    token: KEYS.shopify_token,
    shop: SHOP,
    customers: bought.map(({ customer: { id, name, email } }) => ({ id: String(id), name, email })),
    variants: purchases.map(({ order: { number, title, sellable } }) => ({
      id: `3${number}`,
      title,
      sellable,
    })),
    orders: purchases.map(orderOf),
  };
}

type Purchase = Pick<StoryPurchase, 'order' | 'parcel'>;

function purchasesOf({ order, parcel, alsoBought = [] }: Story): readonly Purchase[] {
  if (order === undefined) return alsoBought;
  return [{ order, ...(parcel === undefined ? {} : { parcel }) }, ...alsoBought];
}

function orderOf({ order, parcel, customer }: Purchase & Pick<Story, 'customer'>): ShopifyOrderSeed {
  return {
    id: `5${order.number}`,
    name: `#${order.number}`,
    customer: String(customer.id),
    email: customer.email,
    createdAt: order.placedAt,
    ...(order.cancelledAt === undefined ? {} : { cancelledAt: order.cancelledAt }),
    currency: order.currency,
    total: order.total,
    lines: [{ title: order.title, variant: `3${order.number}`, quantity: 1 }],
    fulfilments: order.isUnsent === true ? [] : [fulfilmentOf(order, parcel)],
    shippingAddress: {
      firstName: 'Sample',
      lastName: customer.name.replace(/^Sample /, ''),
      address1: '1 Example Street',
      city: 'Springfield',
      zip: '12345',
      countryCode: order.currency === 'EUR' ? 'DE' : 'US',
    },
  };
}

function fulfilmentOf(
  { promisedAt, deliveredAt }: Purchase['order'],
  parcel: Purchase['parcel'],
): ShopifyOrderSeed['fulfilments'][number] {
  return {
    ...(promisedAt === undefined ? {} : { promisedAt }),
    ...(deliveredAt === undefined ? {} : { deliveredAt }),
    tracking: parcel === undefined ? [] : [{ number: parcel.trackingCode, company: parcel.carrier }],
  };
}

export function easyPostSeed(stories: readonly Story[]): EasyPostSeed {
  return {
    key: KEYS.easypost_key,
    trackers: stories.flatMap((story) => purchasesOf(story).flatMap(({ parcel }) => parcel ?? [])),
    shipments: stories.flatMap(({ parcel, label, customer }) =>
      parcel === undefined || label === undefined
        ? []
        : [{ ...label, id: `shp_desk${customer.id}`, trackingCode: parcel.trackingCode }],
    ),
    insurances: stories.flatMap(({ parcel, insurance, customer }) =>
      parcel === undefined || insurance === undefined
        ? []
        : [{ ...insurance, id: `ins_desk${customer.id}`, trackingCode: parcel.trackingCode }],
    ),
  };
}

/** The depot keeps the parcels that a story puts there, that of the main walk-through, and two of the order after it. */
export function depotSeed(stories: readonly Story[], calendar: Calendar): DepotSeed {
  const waiting = { status: 'waiting', kilograms: 1.25, fee: '4.50' } as const;
  return {
    key: KEYS.custom_api_secret_1,
    parcels: [
      { ...waiting, number: 'DP-1001', order: '#1001', arrivedAt: calendar.ago(2, '16:20') },
      { ...waiting, number: 'DP-1002A', order: '#1002', arrivedAt: calendar.ago(3, '09:05') },
      { ...waiting, number: 'DP-1002B', order: '#1002', arrivedAt: calendar.ago(1, '11:40'), status: 'sent' },
      ...stories.flatMap(({ order, atDepot }) =>
        order === undefined || atDepot === undefined ? [] : [{ ...atDepot, order: `#${order.number}` }],
      ),
    ],
  };
}

export function assistantSeed(stories: readonly Story[]): AssistantSeed {
  return { key: KEYS.anthropic_key, answers: stories.flatMap(({ assistant }) => assistant ?? []) };
}
