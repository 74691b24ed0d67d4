import { describe, expect, it } from 'vitest';
import type { ReadAnswer } from '../../../src/app/ports/records.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { actionContext, readRequest, requesterAddress, sampleTicket } from '../adapter-world.ts';
import { createShopifyWorld, order, sampleShopify, type ShopifyWorld } from './sample-shopify.ts';

const reading = (answer: ReadAnswer) => (answer.is === 'read' ? answer.reading : answer);
const byNumber = { 'order number': '#1001' };

const read = async (
  { shopify }: ShopifyWorld,
  field: string,
  facts: Readonly<Record<string, FactJson>> = byNumber,
) => reading(await shopify.read(readRequest(`shopify.${field}`, { facts })));

describe('looking up an order', () => {
  it.each(['#1001', '1001', ' #1001 '])(
    'finds it by the order number as it is written: %s',
    async (number) => {
      expect(await read(createShopifyWorld(), 'order.name', { 'order number': number })).toEqual({
        is: 'value',
        value: '#1001',
      });
    },
  );

  it('finds it by the requester’s address where no order number is known', async () => {
    expect(await read(createShopifyWorld(), 'order.name', {})).toEqual({ is: 'value', value: '#1001' });
  });

  it('never takes the first of several orders of a requester', async () => {
    const world = createShopifyWorld({ orders: [order, { ...order, id: '5002', name: '#1002' }] });
    expect(await read(world, 'order.total_price', {})).toEqual({ is: 'none', because: 'several' });
  });

  it('does not take an order that merely resembles the number', async () => {
    const world = createShopifyWorld({ orders: [{ ...order, name: '#1001-A' }] });
    expect(await read(world, 'order.name')).toEqual({ is: 'none', because: 'not-found' });
  });

  it('cannot tell when those that resemble it fill the page', async () => {
    const orders = Array.from({ length: 21 }, (_, at) => ({ ...order, id: `${at}`, name: `#1001-${at}` }));
    expect(await read(createShopifyWorld({ orders }), 'order.name')).toEqual({
      is: 'none',
      because: 'several',
    });
  });

  it('asks for nothing but the order when its number holds search syntax', async () => {
    const world = createShopifyWorld({ orders: [order, { ...order, id: '5002', name: 'x" OR name:"1001' }] });
    expect(await read(world, 'order.name', { 'order number': 'x" OR name:"1001' })).toEqual({
      is: 'value',
      value: 'x" OR name:"1001',
    });
    expect(await read(world, 'order.name', { 'order number': 'y\\" OR name:"1001' })).toEqual({
      is: 'none',
      because: 'not-found',
    });
  });

  it('looks it up by the fact that the SOP declares, and by nothing else', async () => {
    const { shopify } = createShopifyWorld();
    const records = [
      {
        name: 'purchase',
        system: 'shopify',
        entity: 'order',
        by: 'purchase number',
        span: { from: 0, to: 0 },
      },
    ];
    const request = { records, declaredRecord: 'purchase' };
    const known = readRequest('shopify.order.name', { ...request, facts: { 'purchase number': '1001' } });
    expect(reading(await shopify.read(known))).toEqual({ is: 'value', value: '#1001' });
    expect(reading(await shopify.read(readRequest('shopify.order.name', request)))).toEqual({
      is: 'none',
      because: 'key-missing',
    });
    expect(shopify.keyFacts(known.source, records, ['order number'])).toEqual(['purchase number']);
  });

  it('waits for the order number where the SOP has one', () => {
    const { shopify } = createShopifyWorld();
    expect(shopify.keyFacts(readRequest('shopify.order.name').source, [], ['Order Number'])).toEqual([
      'Order Number',
    ]);
    expect(shopify.keyFacts(readRequest('shopify.customer.name').source, [], ['order number'])).toEqual([]);
  });

  it('asks once for all facts of an order', async () => {
    const world = createShopifyWorld();
    await Promise.all(['name', 'total_price', 'in_stock'].map((field) => read(world, `order.${field}`)));
    await read(world, 'order.promised_at');
    expect(world.sent()).toEqual(['POST /admin/api/2026-10/graphql.json']);
  });
});

describe('facts of an order', () => {
  it('gives the total in the currency that the customer paid in, with a link', async () => {
    const { shopify } = createShopifyWorld();
    const answer = await shopify.read(readRequest('shopify.order.total_price', { facts: byNumber }));
    expect(answer).toMatchObject({
      reading: { is: 'value', value: 'USD 142.1' },
      source: {
        system: 'shopify',
        record: 'order',
        url: 'https://sample-shop.myshopify.com/admin/orders/5001',
      },
    });
  });

  it.each([
    ['order.created_at', '2026-11-06'],
    ['order.promised_at', '2026-11-12'],
    ['order.cancelled', false],
    ['order.financial_status', 'paid'],
    ['order.fulfillment_status', 'fulfilled'],
    ['order.tracking_number', 'EZ1001'],
    ['order.in_stock', true],
    ['customer.name', 'Sample Customer'],
    ['customer.email', requesterAddress],
    ['customer.order_count', '1'],
    ['customer.amount_spent', 'USD 142.1'],
  ])('%s is %s', async (field, value) => {
    expect(await read(createShopifyWorld(), field)).toEqual({ is: 'value', value });
  });

  it('takes the earliest promise, and no cancelled fulfilment', async () => {
    const fulfilments = [
      { promisedAt: '2026-11-15T10:00:00Z', tracking: [] },
      { promisedAt: '2026-11-13T10:00:00Z', tracking: [] },
      { status: 'CANCELLED', promisedAt: '2026-11-01T10:00:00Z', tracking: [] },
    ];
    const world = createShopifyWorld({ orders: [{ ...order, fulfilments }] });
    expect(await read(world, 'order.promised_at')).toEqual({ is: 'value', value: '2026-11-13' });
    expect(await read(world, 'order.tracking_number')).toEqual({ is: 'empty' });
  });

  it('is delivered when the last parcel is', async () => {
    const parcel = (deliveredAt?: string) => ({
      tracking: [],
      ...(deliveredAt === undefined ? {} : { deliveredAt }),
    });
    const of = (...fulfilments: (typeof order.fulfilments)[number][]) =>
      createShopifyWorld({ orders: [{ ...order, fulfilments }] });
    const both = of(parcel('2026-11-10T10:00:00Z'), parcel('2026-11-12T10:00:00Z'));
    expect(await read(both, 'order.delivered_at')).toEqual({ is: 'value', value: '2026-11-12' });
    const one = of(parcel('2026-11-10T10:00:00Z'), parcel());
    expect(await read(one, 'order.delivered_at')).toEqual({ is: 'empty' });
    const part = createShopifyWorld({
      orders: [
        { ...order, fulfillmentStatus: 'PARTIALLY_FULFILLED', fulfilments: [parcel('2026-11-10T10:00:00Z')] },
      ],
    });
    expect(await read(part, 'order.delivered_at')).toEqual({ is: 'empty' });
  });

  it('does not say which of several parcels is meant', async () => {
    const fulfilments = [{ tracking: ['EZ1', 'EZ2'].map((number) => ({ number, company: 'UPS' })) }];
    const world = createShopifyWorld({ orders: [{ ...order, fulfilments }] });
    expect(await read(world, 'order.tracking_number')).toEqual({ is: 'none', because: 'several' });
  });

  it.each([
    ['enough of each', [{ title: 'Jacket', variant: '31', quantity: 3 }], { is: 'value', value: true }],
    ['too few', [{ title: 'Jacket', variant: '31', quantity: 4 }], { is: 'value', value: false }],
    [
      'too few over two lines',
      [1, 2].map((n) => ({ title: `Jacket ${n}`, variant: '31', quantity: 2 })),
      { is: 'value', value: false },
    ],
    [
      'what is not tracked',
      [{ title: 'Gift card', variant: '32', quantity: 9 }],
      { is: 'value', value: true },
    ],
    ['a product that is gone', [{ title: 'Old jacket', quantity: 1 }], { is: 'none', because: 'not-found' }],
    [
      'a product that is gone and one that is short',
      [
        { title: 'Old', quantity: 1 },
        { title: 'Jacket', variant: '31', quantity: 4 },
      ],
      { is: 'value', value: false },
    ],
  ])('knows the stock: %s', async (_, lines, expected) => {
    expect(await read(createShopifyWorld({ orders: [{ ...order, lines }] }), 'order.in_stock')).toEqual(
      expected,
    );
  });

  it('finds no customer for an address that the shop does not know', async () => {
    const { shopify } = createShopifyWorld();
    const ticket = sampleTicket('nobody@example.com');
    expect(reading(await shopify.read(readRequest('shopify.customer.name', { ticket })))).toEqual({
      is: 'none',
      because: 'not-found',
    });
  });

  it('says of an unknown field that there is none', async () => {
    expect(await read(createShopifyWorld(), 'order.colour')).toEqual({
      is: 'none',
      because: 'no-such-field',
    });
    expect(await read(createShopifyWorld(), 'product.title')).toEqual({ is: 'none', because: 'not-offered' });
  });
});

describe('what other systems may know of the order', () => {
  it('gives the tracking number and the total, without asking twice', async () => {
    const world = createShopifyWorld();
    expect(
      await world.shopify.trackingNumber(readRequest('easypost.tracker.status', { facts: byNumber })),
    ).toMatchObject({ is: 'found', record: 'EZ1001' });
    expect(await world.shopify.orderAmount(actionContext(byNumber))).toBe('USD 142.1');
    expect(world.sent()).toHaveLength(1);
  });

  it('gives nothing while it is not certain which order is meant', async () => {
    const { shopify } = createShopifyWorld({ orders: [order, { ...order, id: '5002', name: '#1002' }] });
    expect(await shopify.trackingNumber(readRequest('easypost.tracker.status'))).toMatchObject({
      is: 'none',
      because: 'several',
    });
    expect(await shopify.orderAmount(actionContext())).toBeUndefined();
  });
});

describe('asking Shopify', () => {
  const answering = (body: object, times?: number) => ({
    fault: { is: 'status', status: 200, body: JSON.stringify(body) } as const,
    ...(times === undefined ? {} : { times }),
  });
  const throttled = (available: number) => ({
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: {
      cost: {
        requestedQueryCost: 300,
        throttleStatus: { maximumAvailable: 2000, currentlyAvailable: available, restoreRate: 100 },
      },
    },
  });

  it('takes HTTP 200 with errors for what it is', async () => {
    const world = createShopifyWorld();
    world.zaf.faults.inject(
      'shopify',
      answering({
        errors: [
          {
            message: 'Access denied for orders field. Required access: `read_orders` access scope.',
            extensions: { code: 'ACCESS_DENIED' },
          },
        ],
      }),
    );
    const { shopify } = world;
    expect(await shopify.read(readRequest('shopify.order.name'))).toEqual({
      is: 'failed',
      system: 'shopify',
      failure: {
        code: 'misconfigured',
        reason:
          'Cannot read the orders of Shopify: Shopify does not allow this: what the setting shopify_token holds lacks a right. It needs read_orders.',
      },
    });
  });

  it('waits until the shop’s bucket holds the query, once', async () => {
    const world = createShopifyWorld();
    world.zaf.faults.inject('shopify', answering(throttled(100), 1));
    expect(await world.settled(read(world, 'order.name'))).toEqual({ is: 'value', value: '#1001' });
    world.zaf.faults.inject('shopify', answering(throttled(100)));
    const request = readRequest('shopify.order.name', { facts: byNumber, freshness: 'newest' });
    expect(await world.settled(world.shopify.read(request))).toMatchObject({
      is: 'failed',
      failure: { code: 'unavailable' },
    });
  });

  it('does not keep a person waiting for a shop that is very busy', async () => {
    const world = createShopifyWorld();
    world.zaf.faults.inject('shopify', answering(throttled(-400)));
    expect(await world.shopify.read(readRequest('shopify.order.name'))).toMatchObject({
      is: 'failed',
      failure: { code: 'unavailable' },
    });
    expect(world.sent()).toHaveLength(1);
  });

  it('says that the token is refused', async () => {
    const { shopify } = createShopifyWorld({}, { keys: { shopify_token: 'shpat_other' } });
    expect(await shopify.read(readRequest('shopify.order.name'))).toMatchObject({
      is: 'failed',
      failure: { status: 401 },
    });
  });

  it.each([
    [
      'another form',
      answering({ data: { orders: { nodes: [{ id: 1 }], pageInfo: { hasNextPage: false } } } }),
      'unreadable',
    ],
    ['nothing', answering({}), 'unreadable'],
    ['a page', { fault: { is: 'garbage' } as const }, 'unreadable'],
    ['502', { fault: { is: 'status', status: 502 } as const }, 'unavailable'],
  ])('fails when Shopify answers with %s', async (_, plan, code) => {
    const world = createShopifyWorld();
    world.zaf.faults.inject('shopify', plan);
    const answer = await world.settled(world.shopify.read(readRequest('shopify.order.name')));
    expect(answer).toMatchObject({ is: 'failed', failure: { code } });
  });

  it('never writes while it reads', async () => {
    const world = createShopifyWorld();
    await read(world, 'order.name');
    expect(world.fake.state.drafts).toEqual([]);
    expect(sampleShopify.orders).toHaveLength(world.fake.state.orders.length);
  });
});
