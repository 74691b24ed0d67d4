import { describe, expect, it } from 'vitest';
import { selectFields } from '../../../desk/fakes/shopify/select-fields.ts';
import { createShopifyFake } from '../../../desk/fakes/shopify/shopify-fake.ts';
import { shopifyMutations } from '../../../src/systems/shopify/shopify-mutations.ts';
import { shopHost } from '../adapter-world.ts';
import { order, sampleShopify } from './sample-shopify.ts';

const day = 24 * 60 * 60 * 1000;

function createShop() {
  let now = Date.parse('2026-11-20T09:00:00Z');
  const orders = [{ ...order, fulfilments: [] }];
  const fake = createShopifyFake({ ...sampleShopify, orders }, () => new Date(now).toISOString());
  const ask = (document: string, variables: object): unknown => {
    const response = fake.handle({
      method: 'POST',
      url: new URL(`https://${shopHost}/admin/api/2026-10/graphql.json`),
      headers: { 'x-shopify-access-token': sampleShopify.token },
      body: JSON.stringify({ query: document, variables }),
    });
    return JSON.parse(response.body);
  };
  const refund = (key: string, amount: string, document: string = shopifyMutations.refund) =>
    ask(document, {
      key,
      input: {
        orderId: 'gid://shopify/Order/5001',
        currency: 'USD',
        note: key,
        transactions: [
          {
            orderId: 'gid://shopify/Order/5001',
            parentId: 'gid://shopify/OrderTransaction/500101',
            gateway: 'shopify_payments',
            kind: 'REFUND',
            amount,
          },
        ],
      },
    });
  const later = (milliseconds: number) => {
    now += milliseconds;
  };
  return { fake, ask, refund, later, refunds: () => fake.state.orders[0]?.refunds?.length ?? 0 };
}

const cancel = (change: object = {}) => ({
  order: 'gid://shopify/Order/5001',
  reason: 'OTHER',
  refundMethod: { originalPaymentMethodsRefund: false },
  restock: true,
  notify: false,
  staffNote: 'note',
  ...change,
});

describe('the stand-in for Shopify', () => {
  it('makes one refund for one key, for a day', () => {
    const shop = createShop();
    shop.refund('a', '10.00');
    expect(shop.refund('a', '10.00')).toMatchObject({ data: { refundCreate: { userErrors: [] } } });
    expect(shop.refunds()).toBe(1);
    shop.later(day);
    shop.refund('a', '10.00');
    expect(shop.refunds()).toBe(2);
  });

  it('refuses a key with other variables, a key at work, and a refund without any', () => {
    const shop = createShop();
    shop.refund('a', '10.00');
    const code = (of: string) => ({ errors: [{ extensions: { code: of } }] });
    expect(shop.refund('a', '11.00')).toMatchObject(code('IDEMPOTENCY_KEY_PARAMETER_MISMATCH'));
    shop.fake.state.keysAtWork.add('b');
    expect(shop.refund('b', '11.00')).toMatchObject(code('IDEMPOTENCY_CONCURRENT_REQUEST'));
    const without = shopifyMutations.refund.replace('@idempotent(key: $key)', '');
    expect(shop.refund('c', '11.00', without)).toMatchObject(code('BAD_REQUEST'));
    expect(shop.refunds()).toBe(1);
  });

  it('gives back no more than is left', () => {
    const shop = createShop();
    shop.refund('a', '142.00');
    expect(shop.refund('b', '0.11')).toMatchObject({
      data: {
        refundCreate: {
          refund: null,
          userErrors: [{ message: 'Refund amount exceeds the 0.10 that can be refunded' }],
        },
      },
    });
  });

  it('cancels in the background, once', () => {
    const shop = createShop();
    expect(shop.ask(shopifyMutations.cancel, cancel())).toMatchObject({
      data: { orderCancel: { job: { done: false } } },
    });
    const again = () => shop.ask(shopifyMutations.cancel, cancel());
    expect(again()).toMatchObject({ data: { orderCancel: { job: null } } });
    expect(shop.fake.state.orders[0]?.cancelledAt).toBeUndefined();
    shop.later(2_000);
    expect(again()).toMatchObject({
      data: { orderCancel: { orderCancelUserErrors: [{ message: 'Order has already been cancelled' }] } },
    });
    expect(shop.fake.state.orders[0]?.cancelledAt).toBe('2026-11-20T09:00:02.000Z');
  });

  it('refuses a note that is too long, and variables that the schema does not have', () => {
    const shop = createShop();
    expect(shop.ask(shopifyMutations.cancel, cancel({ staffNote: 'x'.repeat(256) }))).toMatchObject({
      data: { orderCancel: { job: null } },
    });
    expect(shop.ask(shopifyMutations.cancel, cancel({ reason: 'BORED' }))).toHaveProperty('errors');
  });

  it('answers THROTTLED once its bucket is empty, and again after a while', () => {
    const shop = createShop();
    shop.fake.state.bucket.points = 5;
    expect(shop.refund('a', '1.00')).toMatchObject({
      errors: [{ extensions: { code: 'THROTTLED' } }],
      extensions: {
        cost: { requestedQueryCost: 10, throttleStatus: { currentlyAvailable: 5, restoreRate: 100 } },
      },
    });
    shop.later(50);
    expect(shop.refund('a', '1.00')).toHaveProperty('data');
  });

  it('answers with the fields that the document asks for, and with no others', () => {
    const document = `query A($id: ID!) { one: node(id: $id, first: 2) { ...B other @include(if: true) { x } } } fragment B on C { y }`;
    expect(selectFields(document, { one: [{ y: 1, z: 2, other: null }] })).toEqual({
      one: [{ y: 1, other: null }],
    });
    expect(() => selectFields(document, { one: { other: { x: 1 } } })).toThrow('no field data.one.y');
  });
});
