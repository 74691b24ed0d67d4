import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { createShopifyWorld, order, type ShopifyWorld } from './sample-shopify.ts';
import { answering, asking, reasonOf, sentOf, shopifyAction, unclearAnswers } from './shopify-action.ts';

const unsent = { ...order, fulfilments: [] };
const createWorld = (change: object = {}) => createShopifyWorld({ orders: [{ ...unsent, ...change }] });
const cancelOf = (world: ShopifyWorld, parameters: Parameters = {}) =>
  shopifyAction(world, 'shopify.cancel_order', parameters);
const cancelled = ({ fake }: ShopifyWorld) => fake.state.orders[0];

describe('preparing a cancellation', () => {
  it('shows the goods and that no money goes back unless it was asked for', async () => {
    expect(await cancelOf(createWorld()).prepare()).toEqual({
      is: 'ready',
      target: {
        ids: { order: 'gid://shopify/Order/5001', fulfilment: 'unfulfilled', paid: 'USD 142.1' },
        name: '#1001',
        url: 'https://sample-shop.myshopify.com/admin/orders/5001',
      },
      preview: [
        { label: 'goods', value: ['1 × Rain jacket, blue, M'] },
        { label: 'total', value: 'USD 142.1' },
        { label: 'given_back', value: 'USD 0' },
      ],
      atMost: {},
    });
    expect(await cancelOf(createWorld(), { refund: true }).prepare()).toMatchObject({
      preview: [{}, {}, { label: 'given_back', value: 'USD 142.1' }],
    });
  });

  it.each([
    [
      'one that was cancelled',
      { cancelledAt: '2026-11-10T00:00:00Z' },
      'not-allowed: Order #1001 was cancelled already.',
    ],
    [
      'one of which something was sent',
      { fulfilments: order.fulfilments, fulfillmentStatus: 'PARTIALLY_FULFILLED' },
      'not-allowed: Something of order #1001 was sent: it cannot be cancelled any more.',
    ],
  ])('is not possible for %s', async (_, change, reason) => {
    expect(reasonOf(await cancelOf(createWorld(change)).prepare())).toBe(reason);
  });
});

describe('cancelling', () => {
  it('waits until the order itself is cancelled, keeps the money and puts the goods back', async () => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    expect(await cancel.execute(approval)).toEqual({
      is: 'succeeded',
      reference: '#1001',
      url: 'https://sample-shop.myshopify.com/admin/orders/5001',
    });
    expect(cancelled(world)).toMatchObject({
      staffNote: `Approved by Sample Agent (2). ${approval.key}`,
    });
    expect(cancelled(world)?.cancelledAt).toBeDefined();
    expect(cancelled(world)?.refunds).toBeUndefined();
    expect(world.fake.state.variants[0]?.sellable).toBe(4);
    expect(sentOf(world, 'SignoffCancelJob')).toBeGreaterThan(1);
  });

  it('gives back what was paid, and leaves the goods out of stock, where it says so', async () => {
    const world = createWorld();
    const cancel = cancelOf(world, { refund: true, restock: false, reason: 'customer' });
    expect(await cancel.execute(await cancel.approved())).toMatchObject({ is: 'succeeded' });
    expect(cancelled(world)?.refunds?.[0]?.transactions).toMatchObject([{ amount: '142.10' }]);
    expect(world.fake.state.variants[0]?.sellable).toBe(3);
  });

  it('keeps the end of a key that is longer than the note', async () => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved({ key: `signoff-${'x'.repeat(240)}-0a1b2c3d` });
    expect(await cancel.execute(approval)).toMatchObject({ is: 'succeeded' });
    expect(await cancel.reconcile(approval)).toMatchObject({ is: 'happened' });
  });

  it.each([
    ['cancelled by somebody else', { cancelledAt: '2026-11-20T08:59:30Z' }],
    ['sent', { fulfilments: order.fulfilments }],
    ['being packed', { fulfillmentStatus: 'IN_PROGRESS' }],
    ['refunded in part', { refunded: '5.00' }],
  ])('sends nothing when the order was %s after the approval', async (_, change) => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    world.fake.state.orders[0] = { ...unsent, ...change };
    expect(await cancel.execute(approval)).toMatchObject({ is: 'failed', failure: { code: 'stale' } });
    expect(sentOf(world, 'SignoffCancel')).toBe(0);
  });

  it('is one cancellation when it is carried out twice with the same approval', async () => {
    const world = createWorld();
    const cancel = cancelOf(world, { refund: true });
    const approval = await cancel.approved();
    await cancel.execute(approval);
    expect(await cancel.execute(approval)).toMatchObject({ is: 'failed', failure: { code: 'stale' } });
    expect(world.fake.state.jobs).toHaveLength(1);
    expect(cancelled(world)?.refunds).toHaveLength(1);
  });

  it('fails with what Shopify objects to', async () => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    const errors = [{ field: null, code: 'INVALID', message: 'Order has a pending authorization.' }];
    const orderCancel = { job: null, orderCancelUserErrors: errors };
    world.zaf.faults.inject('shopify', {
      fault: answering({ data: { orderCancel } }),
      when: asking('SignoffCancel'),
    });
    expect(await cancel.execute(approval)).toEqual({
      is: 'failed',
      failure: { code: 'refused', reason: 'Order has a pending authorization.' },
    });
  });

  it('has failed when the job ends and the order is not cancelled', async () => {
    const world = createWorld();
    world.fake.state.cancellingFails = true;
    const cancel = cancelOf(world);
    expect(await cancel.execute(await cancel.approved())).toMatchObject({
      is: 'failed',
      failure: { code: 'refused' },
    });
  });

  it('does not wait for ever for a job, and finds out later', async () => {
    const world = createWorld();
    world.fake.state.cancellingTakes = 300_000;
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    expect(await cancel.execute(approval)).toMatchObject({ is: 'unknown' });
    expect(await cancel.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
    await world.clock.advance(300_000);
    expect(await cancel.reconcile(approval)).toMatchObject({ is: 'happened' });
  });

  it('does not know when Shopify stops answering while the job is watched', async () => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'down' }, when: asking('SignoffCancelJob') });
    expect(await cancel.execute(approval)).toMatchObject({ is: 'unknown' });
    expect(await cancel.reconcile(approval)).toMatchObject({ is: 'happened' });
  });

  it.each([401, 403, 429])('has done nothing when Shopify answers %i', async (status) => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'status', status }, when: asking('SignoffCancel') });
    expect(await cancel.execute(approval)).toMatchObject({ is: 'failed' });
    expect(sentOf(world, 'SignoffCancel')).toBe(1);
  });

  it.each(unclearAnswers)(
    'does not know how it ended when Shopify is %s, and never sends it again',
    async (_, fault) => {
      const world = createWorld();
      const cancel = cancelOf(world);
      const approval = await cancel.approved();
      world.zaf.faults.inject('shopify', { fault, when: asking('SignoffCancel') });
      expect(await cancel.execute(approval)).toMatchObject({ is: 'unknown' });
      expect(sentOf(world, 'SignoffCancel')).toBe(1);
    },
  );
});

describe('finding out what became of a cancellation', () => {
  it('finds it by our key in the note of the cancellation', async () => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'lost-answer' }, when: asking('SignoffCancel') });
    expect(await cancel.execute(approval)).toMatchObject({ is: 'unknown' });
    await world.clock.advance(2_000);
    expect(await cancel.reconcile(approval)).toMatchObject({
      is: 'happened',
      result: { is: 'succeeded', reference: '#1001' },
      how: 'The cancellation of order #1001 carries the key of this approval.',
    });
  });

  it('cannot tell at first, because Shopify cancels in the background; later it did not happen', async () => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    expect(await cancel.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
    await world.clock.advance(20 * 60 * 1000);
    expect(await cancel.reconcile(approval)).toMatchObject({ is: 'did-not-happen' });
  });

  it.each([
    ['somebody else, who left a note', 'by hand', 'did-not-happen'],
    ['nobody knows whom', '', 'cannot-tell'],
  ])('tells a cancellation by %s from ours', async (_, staffNote, is) => {
    const world = createWorld();
    const cancel = cancelOf(world);
    const approval = await cancel.approved();
    world.fake.state.orders[0] = { ...unsent, cancelledAt: '2026-11-20T09:00:00Z', staffNote };
    expect(await cancel.reconcile(approval)).toMatchObject({ is });
  });
});
