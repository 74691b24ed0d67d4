import { expect, test } from 'vitest';
import { realServices, realServicesOf } from '../../desk/real-services.ts';

test('without keys every system is a stand-in', () => {
  expect(realServices({})).toEqual([]);
  expect(realServicesOf('/nowhere/.env')).toEqual([]);
});

test('a key makes its system real, and stands in the setting that the app names', () => {
  expect(realServices({ STRIPE_KEY: 'rk_test_1' })).toEqual([
    { system: 'stripe', host: 'api.stripe.com', secrets: { stripe_key: 'rk_test_1' }, settings: {} },
  ]);
});

test('a shop needs its token and its name', () => {
  expect(realServices({ SHOPIFY_TOKEN: 'shpat_1' })).toEqual([]);
  expect(realServices({ SHOPIFY_TOKEN: 'shpat_1', SHOPIFY_SHOP: 'sample' })).toEqual([
    {
      system: 'shopify',
      host: 'sample.myshopify.com',
      secrets: { shopify_token: 'shpat_1' },
      settings: { shopify_shop: 'sample.myshopify.com' },
    },
  ]);
});

test('an empty key is no key', () => {
  expect(realServices({ EASYPOST_KEY: '', ANTHROPIC_API_KEY: '' })).toEqual([]);
});
