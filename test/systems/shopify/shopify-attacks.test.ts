import { describe, expect, it } from 'vitest';
import { orderJson } from '../../../desk/fakes/shopify/json-of.ts';
import { actionContext } from '../adapter-world.ts';
import { createShopifyWorld, order } from './sample-shopify.ts';
import { answering, asking, sentOf, shopifyAction } from './shopify-action.ts';

const unsent = { ...order, fulfilments: [] };
const denied = (path: readonly string[]) => [
  {
    message: 'Access denied for customer field. Required access: `read_customers` access scope.',
    path,
    extensions: { code: 'ACCESS_DENIED' },
  },
];

describe('a right that is lacking', () => {
  const tagging = (world: ReturnType<typeof createShopifyWorld>) =>
    shopifyAction(world, 'shopify.add_tag', { tag: 'vip' });

  it('for a field of the answer alone says nothing of the change: it may have been made', async () => {
    const world = createShopifyWorld({ orders: [unsent] });
    const approval = await tagging(world).approved();
    world.zaf.faults.inject('shopify', {
      fault: answering({ data: { tagsAdd: null }, errors: denied(['tagsAdd', 'node', 'customer']) }),
      when: asking('SignoffAddTag'),
    });
    expect(await tagging(world).execute(approval)).toMatchObject({ is: 'unknown' });
  });

  it.each([
    ['before anything was done', { errors: denied([]) }],
    ['for the change itself', { data: { tagsAdd: null }, errors: denied(['tagsAdd']) }],
  ])('%s is a clear no, and names the right', async (_, answer) => {
    const world = createShopifyWorld({ orders: [unsent] });
    const approval = await tagging(world).approved();
    world.zaf.faults.inject('shopify', { fault: answering(answer), when: asking('SignoffAddTag') });
    expect(await tagging(world).execute(approval)).toMatchObject({
      is: 'failed',
      failure: {
        code: 'misconfigured',
        reason: expect.stringContaining('It needs read_customers.') as unknown,
      },
    });
  });

  it('now leaves open what came of an earlier try without an answer', async () => {
    const world = createShopifyWorld({ orders: [unsent] });
    const approval = await tagging(world).approved();
    world.zaf.faults.inject('shopify', {
      fault: { is: 'status', status: 503 },
      when: asking('SignoffAddTag'),
      times: 1,
    });
    world.zaf.faults.inject('shopify', {
      fault: answering({ errors: denied([]) }),
      when: asking('SignoffAddTag'),
    });
    expect(await tagging(world).execute(approval)).toMatchObject({ is: 'unknown' });
  });
});

it('completes a draft that was left behind only where the order is still as it was approved', async () => {
  const context = actionContext();
  const world = createShopifyWorld();
  const reship = shopifyAction(world, 'shopify.reship', { order: '#1001' }, context);
  const approval = await reship.approved();
  world.zaf.faults.inject('shopify', {
    fault: { is: 'status', status: 503 },
    when: asking('SignoffCompleteDraft'),
    times: 1,
  });
  expect(await reship.execute(approval)).toMatchObject({ is: 'unknown' });
  world.fake.state.orders[0]!.shippingAddress = { ...order.shippingAddress, city: 'Ogdenville' };
  expect(await reship.execute(approval)).toMatchObject({
    is: 'failed',
    failure: { code: 'stale', reason: 'The shipping address of order #1001 has changed.' },
  });
  expect(world.fake.state.orders).toHaveLength(1);
  world.fake.state.orders[0]!.shippingAddress = order.shippingAddress;
  expect(await reship.execute(approval)).toMatchObject({ is: 'succeeded', reference: '#1002' });
});

describe('an address of which only the telephone number is another', () => {
  const home = {
    address1: '1 Example Street',
    city: 'Springfield',
    zip: '12345',
    province: 'IL',
    phone: '(415) 555-0100',
  };

  it('is sent', async () => {
    const world = createShopifyWorld({ orders: [unsent] });
    const change = shopifyAction(world, 'shopify.change_address', home);
    expect(await change.execute(await change.approved())).toMatchObject({ is: 'succeeded' });
    expect(sentOf(world, 'SignoffUpdateOrder')).toBe(1);
    expect(world.fake.state.orders[0]?.shippingAddress).toMatchObject({ phone: '(415) 555-0100' });
  });

  it('is there already where the shop has written it with its country', async () => {
    const shippingAddress = { ...order.shippingAddress, phone: '+14155550100' };
    const world = createShopifyWorld({ orders: [{ ...unsent, shippingAddress }] });
    const change = shopifyAction(world, 'shopify.change_address', home);
    expect(await change.execute(await change.approved())).toMatchObject({ is: 'succeeded' });
    expect(sentOf(world, 'SignoffUpdateOrder')).toBe(0);
  });
});

describe('a job that has ended', () => {
  const endedBeforeTheOrderShowsIt = answering({
    data: {
      job: { id: 'gid://shopify/Job/1', done: true },
      order: {
        id: 'gid://shopify/Order/5001',
        legacyResourceId: '5001',
        name: '#1001',
        cancelledAt: null,
        cancellation: null,
      },
    },
  });

  it.each([
    ['is looked at once more before it is said that nothing was done', 1, 'succeeded'],
    ['without a cancelled order did nothing', 9, 'failed'],
  ])('%s', async (_, times, is) => {
    const world = createShopifyWorld({ orders: [unsent] });
    const cancel = shopifyAction(world, 'shopify.cancel_order', { order: '#1001' });
    const approval = await cancel.approved();
    world.zaf.faults.inject('shopify', {
      fault: endedBeforeTheOrderShowsIt,
      when: asking('SignoffCancelJob'),
      times,
    });
    expect(await cancel.execute(approval)).toMatchObject({ is });
  });
});

it('changes nothing where Shopify answers with another order than the one that was asked for', async () => {
  const world = createShopifyWorld({ orders: [unsent, { ...unsent, id: '5002', name: '#1002' }] });
  const note = shopifyAction(world, 'shopify.set_note', { note: 'Call first' });
  const approval = await note.approved();
  const { state } = world.fake;
  world.zaf.faults.inject('shopify', {
    fault: answering({ data: { order: orderJson(state.orders[1]!, state) } }),
    when: asking('SignoffOrderById'),
  });
  expect(await note.execute(approval)).toMatchObject({ is: 'failed', failure: { code: 'unreadable' } });
  expect(sentOf(world, 'SignoffUpdateOrder')).toBe(0);
});
