import { describe, expect, it } from 'vitest';
import type { SystemCheck } from '../../src/app/ports/systems.ts';
import { composeSystems } from '../../src/systems/compose-systems.ts';
import type { System } from '../../src/systems/system.ts';
import { createAdapterWorld, shopHost } from './adapter-world.ts';
import { createShopifySystem } from '../../src/systems/shopify/shopify-system.ts';
import { createStripeSystem } from '../../src/systems/stripe/stripe-system.ts';

const world = createAdapterWorld({ fakes: [] });
const stripe = createStripeSystem(world);
const shopify = createShopifySystem({ ...world, shop: shopHost });

const saying = (system: System, check: () => Promise<SystemCheck>): System => ({ ...system, check });
const connected = { system: 'stripe', is: 'connected' } as const;

describe('checking every system', () => {
  it('asks all of them at once and tells of each as it answers', async () => {
    const slow = Promise.withResolvers<SystemCheck>();
    const { systems } = composeSystems([
      saying(shopify, () => slow.promise),
      saying(stripe, async () => connected),
    ]);
    const heard: string[] = [];
    const all = systems.check(({ system }) => void heard.push(system));
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    expect(heard).toEqual(['stripe']);
    slow.resolve({ system: 'shopify', is: 'not-set-up', setting: 'shopify_shop' });
    expect((await all).map(({ system }) => system)).toEqual(['shopify', 'stripe']);
    expect(systems.names).toEqual(['shopify', 'stripe']);
  });

  it('takes a check that throws for one that fails, and hears the others', async () => {
    const { systems } = composeSystems([
      saying(shopify, () => Promise.reject(new Error('undefined is not an object'))),
      saying(stripe, async () => connected),
    ]);
    expect(await systems.check()).toEqual([
      {
        system: 'shopify',
        is: 'failing',
        failure: { code: 'unreadable', reason: 'The check broke off: undefined is not an object' },
      },
      connected,
    ]);
  });
});
