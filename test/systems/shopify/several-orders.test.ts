import { describe, expect, it } from 'vitest';
import type { ReadAnswer } from '../../../src/app/ports/records.ts';
import { actionContext, readRequest } from '../adapter-world.ts';
import { createShopifyWorld, order, type ShopifyWorld } from './sample-shopify.ts';
import { sentOf, shopifyAction } from './shopify-action.ts';

const chair = {
  ...order,
  id: '5002',
  name: '#1002',
  createdAt: '2026-11-12T08:00:00Z',
  total: '86.00',
  lines: [{ title: 'Camping chair', quantity: 2 }],
  fulfilments: [],
};
const lamp = { ...order, id: '5003', name: '#1003', createdAt: '2026-10-01T08:00:00Z', total: '12.00' };
const orders = [order, chair, lamp];
const gid = (id: string) => `gid://shopify/Order/${id}`;
const choosing = (id: string | undefined) => (system: string, record: string) =>
  system === 'shopify' && record === 'order' ? id : undefined;

const read = (world: ShopifyWorld, field: string, chosen?: string, facts = {}): Promise<ReadAnswer> =>
  world.shopify.read({ ...readRequest(`shopify.order.${field}`, { facts }), chosen: choosing(chosen) });

describe('several orders of one address', () => {
  it('are all offered, with what tells them apart', async () => {
    const answer = await read(createShopifyWorld({ orders }), 'name');
    expect(answer).toMatchObject({ reading: { is: 'none', because: 'several' } });
    expect(answer.is === 'read' && answer.choice).toMatchObject({
      system: 'shopify',
      record: 'order',
      candidates: [
        {
          id: gid('5002'),
          name: '#1002',
          details: [
            { label: 'ordered_on', value: '2026-11-12' },
            { label: 'total', value: 'USD 86' },
            { label: 'status', value: 'paid, unfulfilled' },
            { label: 'goods', value: ['2 × Camping chair'] },
          ],
          url: 'https://sample-shop.myshopify.com/admin/orders/5002',
        },
        { name: '#1001' },
        { name: '#1003' },
      ],
    });
  });

  it.each([
    ['5001', '#1001'],
    ['5002', '#1002'],
    ['5003', '#1003'],
  ])('are one once somebody has chosen: %s', async (id, name) => {
    expect(await read(createShopifyWorld({ orders }), 'name', gid(id))).toMatchObject({
      reading: { is: 'value', value: name },
    });
  });

  it('asks once for all facts of a chosen order', async () => {
    const world = createShopifyWorld({ orders });
    await read(world, 'name', gid('5003'));
    await Promise.all(['total_price', 'carrier', 'tags'].map((field) => read(world, field, gid('5003'))));
    expect(world.sent()).toHaveLength(2);
  });

  it('takes no chosen order that is not among them, nor one beside the number that is known', async () => {
    const elsewhere = { ...order, id: '5009', name: '#1009', email: 'else@example.com', customer: '9' };
    const world = createShopifyWorld({ orders: [...orders, elsewhere] });
    expect(await read(world, 'name', gid('5009'))).toMatchObject({
      reading: { is: 'none', because: 'several' },
    });
    expect(await read(world, 'name', gid('5002'), { 'order number': '1001' })).toMatchObject({
      reading: { is: 'value', value: '#1001' },
    });
  });

  it('offers none where there are more than a page holds: among unseen orders nobody can choose', async () => {
    const many = Array.from({ length: 21 }, (_, at) => ({ ...order, id: `${at}`, name: `#${2000 + at}` }));
    const world = createShopifyWorld({ orders: many });
    const answer = await read(world, 'name');
    expect(answer).toMatchObject({ reading: { is: 'none', because: 'several' } });
    expect(answer).not.toHaveProperty('choice');
    const tag = shopifyAction(world, 'shopify.add_tag', { tag: 'vip' }, actionContext());
    expect(await tag.prepare()).toEqual({
      is: 'impossible',
      failure: {
        code: 'unclear-target',
        reason: 'Shopify has more than 20 orders that may be meant. Fill in the order number.',
      },
    });
  });

  it.each([
    ['shopify.refund', { amount: 'USD 5' }],
    ['shopify.cancel_order', {}],
    ['shopify.change_address', { address1: 'Elsewhere 1', city: 'Nowhere' }],
    ['shopify.add_tag', { tag: 'vip' }],
    ['shopify.remove_tag', { tag: 'vip' }],
    ['shopify.set_note', { note: 'Hello' }],
  ])('are offered by %s too, which then is about the chosen one', async (operation, parameters) => {
    const world = createShopifyWorld({ orders });
    const open = shopifyAction(world, operation, parameters, actionContext());
    expect(await open.prepare()).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target', reason: 'This address has several orders.' },
      choice: { candidates: [{}, {}, {}] },
    });
    const context = { ...actionContext(), chosen: choosing(gid('5002')) };
    const chosen = shopifyAction(world, operation, parameters, context);
    expect(await chosen.prepare()).toMatchObject({
      is: 'ready',
      target: { name: '#1002', ids: { order: gid('5002') } },
    });
  });

  it('reads the newest state of the chosen order before it is carried out', async () => {
    const world = createShopifyWorld({ orders });
    const context = { ...actionContext(), chosen: choosing(gid('5002')) };
    const cancel = shopifyAction(world, 'shopify.cancel_order', {}, context);
    await cancel.prepare();
    world.fake.state.orders[1] = { ...chair, cancelledAt: '2026-11-20T08:00:00Z' };
    expect(await cancel.prepare('newest')).toMatchObject({
      is: 'impossible',
      failure: { code: 'not-allowed' },
    });
    expect(sentOf(world, 'SignoffOrderById')).toBe(1);
  });

  it('can be several of one number, too', async () => {
    const world = createShopifyWorld({ orders: [order, { ...chair, name: '#1001' }] });
    const facts = { 'order number': '#1001' };
    expect(await read(world, 'name', undefined, facts)).toMatchObject({ choice: { candidates: [{}, {}] } });
    expect(await read(world, 'total_price', gid('5002'), facts)).toMatchObject({
      reading: { value: 'USD 86' },
    });
  });
});
