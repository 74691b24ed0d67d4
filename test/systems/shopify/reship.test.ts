import { describe, expect, it } from 'vitest';
import { orderJson } from '../../../desk/fakes/shopify/json-of.ts';
import { prepareReshipment } from '../../../src/systems/shopify/reship/reshippable-order.ts';
import type { ActionImplementation } from '../../../src/systems/system.ts';
import type { Preparation } from '../../../src/domain/decisions/proposal.ts';
import {
  actionContext,
  proposal,
  requesterAddress,
  sampleTicket,
  targetOf,
  verified,
} from '../adapter-world.ts';
import { createShopifyWorld, order, type ShopifyWorld } from './sample-shopify.ts';

const context = actionContext({ 'order number': '#1001' });
const parameters = { order: '#1001' };
const reshipOf = ({ shopify }: ShopifyWorld): ActionImplementation =>
  shopify.actions.find(({ kind }) => kind.operation === 'shopify.reship')!;
const prepare = (world: ShopifyWorld, given = context) =>
  reshipOf(world).prepare(proposal('shopify.reship', parameters), given, 'shared');
const approved = async (world: ShopifyWorld) =>
  verified('shopify.reship', parameters, targetOf(await prepare(world)));
const reasonOf = (preparation: Preparation) =>
  preparation.is === 'impossible' ? `${preparation.failure.code}: ${preparation.failure.reason}` : 'ready';

const isMutation = (name: string) => (request: { body: string | undefined }) =>
  request.body?.includes(`mutation ${name}`) === true;
const creating = isMutation('SignoffCreateDraft');
const completing = isMutation('SignoffCompleteDraft');
const answering = (body: object) => ({ is: 'status', status: 200, body: JSON.stringify(body) }) as const;

describe('preparing a reshipment', () => {
  it('shows the goods and the address, which are what is approved', async () => {
    expect(await prepare(createShopifyWorld())).toEqual({
      is: 'ready',
      target: {
        ids: {
          order: 'gid://shopify/Order/5001',
          goods: '1 × 31',
          address: 'Sample Customer, 1 Example Street, Springfield, IL, 12345, US',
        },
        name: '#1001',
        url: 'https://sample-shop.myshopify.com/admin/orders/5001',
      },
      preview: [
        { label: 'goods', value: ['1 × Rain jacket, blue, M'] },
        { label: 'ship_to', value: 'Sample Customer, 1 Example Street, Springfield, IL, 12345, US' },
      ],
      atMost: {},
    });
  });

  it('points out that the order belongs to another address', async () => {
    const given = actionContext({}, sampleTicket('somebody@example.com'));
    expect(await prepare(createShopifyWorld(), given)).toMatchObject({
      preview: [{}, {}, { label: 'order_of_another_address', value: requesterAddress }],
    });
  });

  it('points it out too where neither the order nor the requester has an address', () => {
    const { state } = createShopifyWorld().fake;
    const ownerless = { ...orderJson(state.orders[0]!, state), email: null, customer: null };
    expect(prepareReshipment(ownerless, 'https://shop.example.com/orders/5001', undefined)).toMatchObject({
      preview: [{}, {}, { label: 'order_of_another_address', value: null }],
    });
  });

  it.each([
    ['no such order', { orders: [] }, 'unclear-target: Shopify has no order #1001.'],
    [
      'two orders of that name',
      { orders: [order, { ...order, id: '5002' }] },
      'unclear-target: Several orders are called #1001.',
    ],
    [
      'a cancelled order',
      { orders: [{ ...order, cancelledAt: '2026-11-10T00:00:00Z' }] },
      'not-allowed: Order #1001 was cancelled.',
    ],
    [
      'a product that is gone',
      { orders: [{ ...order, lines: [{ title: 'Old jacket', quantity: 1 }] }] },
      'not-allowed: Order #1001 has goods that are no longer in the shop.',
    ],
    [
      'nothing left to send',
      { orders: [{ ...order, lines: [{ title: 'Jacket', variant: '31', quantity: 0 }] }] },
      'not-allowed: Nothing of order #1001 is left to send.',
    ],
    [
      'too little in stock',
      { variants: [{ id: '31', title: 'Rain jacket', sellable: 0 }] },
      'not-allowed: Not everything of order #1001 is in stock.',
    ],
  ])('is not possible: %s', async (_, seed, reason) => {
    expect(reasonOf(await prepare(createShopifyWorld(seed)))).toBe(reason);
  });
});

describe('reshipping', () => {
  it('makes an order of the same goods for nothing, to the same address, with our key', async () => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    expect(await reshipOf(world).execute(approval, context)).toEqual({
      is: 'succeeded',
      reference: '#1002',
      url: 'https://sample-shop.myshopify.com/admin/orders/7002',
      undo: { operation: 'shopify.cancel_order', parameters: { order: '#1002' } },
    });
    const { drafts, orders, variants } = world.fake.state;
    expect(drafts[0]?.input).toMatchObject({
      customerId: '1',
      email: requesterAddress,
      lines: [{ variant: '31', quantity: 1 }],
      discountPercent: 100,
      attributes: [{ key: 'signoff_key', value: approval.key }],
      note: `Reshipment of #1001 for Zendesk ticket 4512, approved by Sample Agent (2). ${approval.key}`,
    });
    expect(orders.at(-1)).toMatchObject({ total: '0.00', shippingAddress: order.shippingAddress });
    expect(variants[0]?.sellable).toBe(2);
    // Prepared with one request, carried out with three.
    expect(world.sent()).toHaveLength(4);
  });

  it('is one order when it is carried out twice with the same approval', async () => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    await reshipOf(world).execute(approval, context);
    expect(await reshipOf(world).execute(approval, context)).toMatchObject({
      is: 'succeeded',
      reference: '#1002',
      reconciled: 'The draft #D1 was completed before.',
    });
    expect(world.fake.state.drafts).toHaveLength(1);
    expect(world.fake.state.orders).toHaveLength(2);
  });

  it.each([
    ['the order is cancelled', { cancelledAt: '2026-11-20T08:59:30Z' }, 'Order #1001 was cancelled.'],
    [
      'the address has changed',
      { shippingAddress: { ...order.shippingAddress, city: 'Shelbyville' } },
      'The shipping address of order #1001 has changed.',
    ],
    [
      'the goods have changed',
      { lines: [{ title: 'Jacket', variant: '31', quantity: 2 }] },
      'The goods of order #1001 have changed.',
    ],
  ])('sends nothing when %s after the approval', async (_, change, reason) => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    world.fake.state.orders[0] = { ...order, ...change };
    expect(await reshipOf(world).execute(approval, context)).toEqual({
      is: 'failed',
      failure: { code: 'stale', reason },
    });
    expect(world.fake.state.drafts).toEqual([]);
  });

  it('fails with what Shopify objects to', async () => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    const payload = {
      draftOrder: null,
      userErrors: [{ field: ['input'], message: 'Product is not available.' }],
    };
    world.zaf.faults.inject('shopify', {
      fault: answering({ data: { draftOrderCreate: payload } }),
      when: creating,
    });
    expect(await reshipOf(world).execute(approval, context)).toEqual({
      is: 'failed',
      failure: { code: 'refused', reason: 'Product is not available.' },
    });
  });

  it.each(['THROTTLED', 'ACCESS_DENIED'])('has done nothing when Shopify says %s', async (code) => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('shopify', {
      fault: answering({ errors: [{ message: 'No.', extensions: { code } }] }),
      when: creating,
    });
    expect(await reshipOf(world).execute(approval, context)).toMatchObject({ is: 'failed' });
  });

  it.each([
    ['down', { is: 'status', status: 503 }],
    ['silent', { is: 'silent' }],
    ['answering with a page', { is: 'garbage' }],
    [
      'broken inside',
      answering({ errors: [{ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
    ],
    ['answering in another form', answering({ data: { draftOrderCreate: { ok: true } } })],
    ['answering with nothing', answering({ data: { draftOrderCreate: null } })],
  ] as const)(
    'does not know how it ended when Shopify is %s, and sends nothing again by itself',
    async (_, fault) => {
      const world = createShopifyWorld();
      const approval = await approved(world);
      world.zaf.faults.inject('shopify', { fault, when: creating });
      expect(await world.settled(reshipOf(world).execute(approval, context))).toMatchObject({
        is: 'unknown',
      });
      expect(
        world.zaf.requests.filter(({ data }) => data?.includes('mutation SignoffCreateDraft')),
      ).toHaveLength(1);
    },
  );
});

describe('finding out what became of a reshipment', () => {
  const lost = { is: 'lost-answer' } as const;

  it('finds the order by our key when the answer was lost', async () => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('shopify', { fault: lost, when: completing });
    expect(await world.settled(reshipOf(world).execute(approval, context))).toMatchObject({ is: 'unknown' });
    expect(await reshipOf(world).reconcile(approval, context)).toMatchObject({
      is: 'happened',
      result: { is: 'succeeded', reference: '#1002' },
      how: 'The draft #D1 carries the key of this approval.',
    });
  });

  it('finds a draft that was never completed, and completes it instead of making another', async () => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('shopify', { fault: lost, when: creating });
    expect(await world.settled(reshipOf(world).execute(approval, context))).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    expect(await reshipOf(world).reconcile(approval, context)).toEqual({
      is: 'did-not-happen',
      how: 'The draft #D1 carries the key of this approval. It was not completed.',
    });
    expect(await reshipOf(world).execute(approval, context)).toMatchObject({
      is: 'succeeded',
      reference: '#1002',
    });
    expect(world.fake.state.drafts).toHaveLength(1);
  });

  it('knows that it did not happen when no draft carries the key', async () => {
    const world = createShopifyWorld();
    expect(await reshipOf(world).reconcile(await approved(world), context)).toMatchObject({
      is: 'did-not-happen',
    });
  });

  it('cannot tell when more drafts were made since than a page holds', async () => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    const input = {
      customerId: undefined,
      email: '',
      lines: [],
      address: order.shippingAddress,
      discountPercent: 0,
      attributes: [],
      note: '',
      tags: [],
    };
    for (let number = 1; number <= 51; number += 1) {
      world.fake.state.drafts.push({
        id: `9${number}`,
        name: `#D${number}`,
        createdAt: '2026-11-20T08:59:30Z',
        input,
        order: undefined,
      });
    }
    expect(await reshipOf(world).reconcile(approval, context)).toMatchObject({ is: 'cannot-tell' });
    expect(await reshipOf(world).execute(approval, context)).toMatchObject({
      is: 'failed',
      failure: { code: 'unreadable' },
    });
  });

  it('cannot tell while Shopify is down', async () => {
    const world = createShopifyWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('shopify', { fault: { is: 'down' } });
    expect(await world.settled(reshipOf(world).reconcile(approval, context))).toMatchObject({
      is: 'cannot-tell',
    });
  });
});
