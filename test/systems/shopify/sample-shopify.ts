import type { ShopifyOrderSeed, ShopifySeed } from '../../../desk/fakes/shopify/seed.ts';
import { createShopifyFake, type ShopifyFake } from '../../../desk/fakes/shopify/shopify-fake.ts';
import { createShopifySystem, type ShopifySystem } from '../../../src/systems/shopify/shopify-system.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import {
  createAdapterWorld,
  requesterAddress,
  secure,
  shopHost,
  type AdapterWorld,
} from '../adapter-world.ts';
import { shopifyDocument } from './shopify-document.ts';

/** One jacket for $142.10, sent in one parcel and not delivered yet. */
export const order: ShopifyOrderSeed = {
  id: '5001',
  name: '#1001',
  customer: '1',
  email: requesterAddress,
  createdAt: '2026-11-05T23:30:00Z',
  currency: 'USD',
  total: '142.10',
  lines: [{ title: 'Rain jacket, blue, M', variant: '31', quantity: 1 }],
  fulfilments: [{ promisedAt: '2026-11-11T23:30:00Z', tracking: [{ number: 'EZ1001', company: 'UPS' }] }],
  shippingAddress: {
    firstName: 'Sample',
    lastName: 'Customer',
    address1: '1 Example Street',
    city: 'Springfield',
    zip: '12345',
    countryCode: 'US',
    provinceCode: 'IL',
  },
};

export const sampleShopify: ShopifySeed = {
  token: secure.shopify_token,
  shop: 'sample-shop',
  customers: [{ id: '1', name: 'Sample Customer', email: requesterAddress }],
  variants: [
    { id: '31', title: 'Rain jacket, blue, M', sellable: 3 },
    { id: '32', title: 'Gift card', sellable: 0, tracked: false },
  ],
  orders: [order],
};

export type ShopifyWorld = AdapterWorld & { readonly shopify: ShopifySystem; readonly fake: ShopifyFake };

export function createShopifyWorld(
  seed: Partial<ShopifySeed> = {},
  given: { readonly keys?: Readonly<Record<string, string>> } = {},
): ShopifyWorld {
  const clock = createManualClock();
  const fake = createShopifyFake({ ...sampleShopify, ...seed }, () => clock.now());
  const world = createAdapterWorld({
    fakes: [fake],
    clock,
    documents: { [shopHost]: shopifyDocument },
    ...given,
  });
  const { transport, dateOf } = world;
  return { ...world, shopify: createShopifySystem({ transport, clock, dateOf, shop: shopHost }), fake };
}
