import { describe, expect, it } from 'vitest';
import type { ShopifyOrderSeed, ShopifySeed } from '../../../desk/fakes/shopify/seed.ts';
import type { FactType } from '../../../src/domain/facts/value.ts';
import { readRequest } from '../adapter-world.ts';
import { createShopifyWorld, order, sampleShopify } from './sample-shopify.ts';
import { answering } from './shopify-action.ts';

const empty = { is: 'empty' };
const several = { is: 'none', because: 'several' };

async function read(field: string, seed: Partial<ShopifySeed> = {}, type: FactType = { kind: 'text' }) {
  const { shopify } = createShopifyWorld(seed);
  const request = readRequest(`shopify.${field}`, { facts: { 'order number': '#1001' } });
  const answer = await shopify.read({ ...request, type });
  return answer.is === 'read' ? answer.reading : answer;
}

const ofOrder = (field: string, change: Partial<ShopifyOrderSeed>) =>
  read(`order.${field}`, { orders: [{ ...order, ...change }] });

describe('facts of an order', () => {
  const parcels = [
    {
      sentAt: '2026-11-06T08:00:00Z',
      tracking: [{ number: 'A', company: 'UPS', url: 'https://ups.example.com/A' }],
    },
    {
      sentAt: '2026-11-08T08:00:00Z',
      displayStatus: 'OUT_FOR_DELIVERY',
      tracking: [{ number: 'B', company: 'UPS' }],
    },
    { status: 'CANCELLED', sentAt: '2026-11-09T08:00:00Z', tracking: [{ number: 'C', company: 'DHL' }] },
  ];

  it.each<[string, Partial<ShopifyOrderSeed>, unknown]>([
    ['email', {}, 'sample.customer@example.com'],
    ['note', { note: 'Ring twice.' }, 'Ring twice.'],
    ['tags', { tags: ['vip', 'gift'] }, ['vip', 'gift']],
    ['country', {}, 'US'],
    ['currency', { currency: 'EUR' }, 'EUR'],
    ['lines', {}, ['Rain jacket, blue, M']],
    ['line_count', {}, 1],
    ['total_refunded', { refunded: '12.10' }, 'USD 12.1'],
    ['refundable_left', { refunded: '12.10' }, 'USD 130'],
    ['refundable_left', { financialStatus: 'PENDING' }, 'USD 0'],
    ['refund_count', {}, 0],
    ['cancelled_at', { cancelledAt: '2026-11-10T23:30:00Z' }, '2026-11-11'],
    ['risk_level', { risk: 'HIGH' }, 'high'],
    ['all_sent', {}, true],
    ['all_sent', { fulfillmentStatus: 'PARTIALLY_FULFILLED' }, false],
    ['any_sent', { fulfillmentStatus: 'PARTIALLY_FULFILLED' }, true],
    ['any_sent', { fulfilments: [] }, false],
    ['parcel_count', { fulfilments: parcels }, 2],
    ['parcel_status', { fulfilments: parcels }, 'out for delivery'],
    ['carrier', { fulfilments: parcels }, 'UPS'],
    ['tracking_url', { fulfilments: parcels }, 'https://ups.example.com/A'],
  ])('%s of %o is %o', async (field, change, value) => {
    expect(await ofOrder(field, change)).toEqual({ is: 'value', value });
  });

  it.each<[string, Partial<ShopifyOrderSeed>, object]>([
    ['note', {}, empty],
    ['cancelled_at', {}, empty],
    ['last_refund_at', {}, empty],
    ['risk_level', { risk: 'PENDING' }, empty],
    ['parcel_status', { fulfilments: [] }, empty],
    ['tracking_number', { fulfilments: parcels }, several],
  ])('%s of %o is not told', async (field, change, reading) => {
    expect(await ofOrder(field, change)).toEqual(reading);
  });

  it('counts the refunds and knows the last one’s day, as long as all of them were read', async () => {
    const refund = { id: '1', note: undefined, lines: [], transactions: [] };
    const world = createShopifyWorld();
    const ask = async (field: string) => {
      const request = readRequest(`shopify.order.${field}`, { freshness: 'newest' });
      const answer = await world.shopify.read(request);
      return answer.is === 'read' ? answer.reading : answer;
    };
    world.fake.state.orders[0]!.refunds = ['2026-11-15T10:00:00Z', '2026-11-14T10:00:00Z'].map(
      (createdAt) => ({
        ...refund,
        createdAt,
      }),
    );
    expect(await ask('refund_count')).toEqual({ is: 'value', value: 2 });
    expect(await ask('last_refund_at')).toEqual({ is: 'value', value: '2026-11-15' });
    world.fake.state.orders[0]!.refunds = Array.from({ length: 10 }, () => ({
      ...refund,
      createdAt: '2026-11-15T10:00:00Z',
    }));
    expect(await ask('refund_count')).toEqual(several);
    expect(await ask('last_refund_at')).toEqual(several);
  });
});

describe('facts of a customer', () => {
  const orders: readonly ShopifyOrderSeed[] = [
    order,
    { ...order, id: '2', name: '#1002', createdAt: '2026-11-10T08:00:00Z', fulfilments: [] },
    {
      ...order,
      id: '3',
      name: '#1003',
      createdAt: '2026-11-11T08:00:00Z',
      cancelledAt: '2026-11-12T08:00:00Z',
    },
    { ...order, id: '4', name: '#1004', createdAt: '2026-11-12T08:00:00Z', isClosed: true },
    { ...order, id: '5', name: '#2001', customer: '2', email: 'else@example.com' },
  ];

  it.each([
    ['orders', ['#1004', '#1003', '#1002', '#1001']],
    ['open_orders', ['#1002', '#1001']],
    ['unsent_orders', ['#1002']],
    ['order_count', '4'],
  ])('%s are %o', async (field, value) => {
    expect(await read(`customer.${field}`, { orders })).toEqual({ is: 'value', value });
  });

  it('does not list orders where some cannot be seen', async () => {
    const world = createShopifyWorld({ orders });
    const customer = {
      id: 'gid://shopify/Customer/1',
      legacyResourceId: '1',
      displayName: 'Sample Customer',
      defaultEmailAddress: null,
      numberOfOrders: '3',
      amountSpent: { amount: '10.00', currencyCode: 'USD' },
      createdAt: '2024-01-15T09:00:00Z',
      note: null,
      tags: [],
      orders: {
        nodes: [{ name: '#1001', cancelledAt: null, closed: false, displayFulfillmentStatus: null }],
        pageInfo: { hasNextPage: false },
      },
    };
    world.zaf.faults.inject('shopify', { fault: answering({ data: { customerByIdentifier: customer } }) });
    expect(await world.shopify.read(readRequest('shopify.customer.open_orders'))).toMatchObject({
      reading: several,
    });
  });

  it('knows its tags and its note', async () => {
    const customers = [{ ...sampleShopify.customers[0]!, tags: ['wholesale'], note: 'Speaks French.' }];
    expect(await read('customer.tags', { customers })).toEqual({ is: 'value', value: ['wholesale'] });
    expect(await read('customer.note', { customers })).toEqual({ is: 'value', value: 'Speaks French.' });
    expect(await read('customer.note')).toEqual(empty);
  });

  const both = [
    { customer: '1', currency: 'USD', balance: '5.00' },
    { customer: '1', currency: 'EUR', balance: '7.50' },
  ];
  const money = (currency?: string) => ({ kind: 'money', currency }) as const;

  it.each([
    ['the one account', both.slice(0, 1), money(), { is: 'value', value: 'USD 5' }],
    ['no account', [], money(), { is: 'value', value: 'USD 0' }],
    ['no account of the declared currency', both.slice(0, 1), money('GBP'), { is: 'value', value: 'GBP 0' }],
    ['the account of the declared currency', both, money('EUR'), { is: 'value', value: 'EUR 7.5' }],
    ['accounts of several currencies', both, money(), several],
  ])('knows the store credit of %s', async (_, storeCredit, type, reading) => {
    expect(await read('customer.store_credit', { storeCredit }, type)).toEqual(reading);
  });

  it('needs the right to store credit for nothing else', async () => {
    const world = createShopifyWorld();
    const denied = { errors: [{ message: 'Access denied.', extensions: { code: 'ACCESS_DENIED' } }] };
    world.zaf.faults.inject('shopify', {
      fault: answering(denied),
      when: ({ body }) => body?.includes('storeCreditAccounts') === true,
    });
    expect(await world.shopify.read(readRequest('shopify.customer.store_credit'))).toMatchObject({
      is: 'failed',
      failure: { code: 'misconfigured' },
    });
    expect(await world.shopify.read(readRequest('shopify.customer.name'))).toMatchObject({ is: 'read' });
  });
});

describe('the check of the connection', () => {
  it('says which shop answers', async () => {
    expect(await createShopifyWorld().shopify.check()).toMatchObject({
      is: 'connected',
      account: 'sample-shop',
    });
  });

  it('says what to do about a wrong token', async () => {
    const { shopify } = createShopifyWorld({}, { keys: { shopify_token: 'shpat_other' } });
    expect(await shopify.check()).toMatchObject({ is: 'failing', failure: { status: 401 } });
  });
});
