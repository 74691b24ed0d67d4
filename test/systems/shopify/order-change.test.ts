import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { actionContext, sampleTicket } from '../adapter-world.ts';
import { createShopifyWorld, order, type ShopifyWorld } from './sample-shopify.ts';
import { answering, asking, reasonOf, sentOf, shopifyAction, unclearAnswers } from './shopify-action.ts';

const unsent = { ...order, fulfilments: [] };
const createWorld = (change: object = {}) => createShopifyWorld({ orders: [{ ...unsent, ...change }] });
const now = ({ fake }: ShopifyWorld) => fake.state.orders[0]!;
const moved = { address1: '22 Sample Lane', city: 'Shelbyville', zip: '12346', province: 'IL' };

type Sample = {
  readonly operation: string;
  readonly parameters: Parameters;
  /** The document that changes it. */
  readonly document: string;
  readonly seed: object;
  readonly done: object;
  readonly undo: Parameters;
  /** What somebody else did meanwhile. */
  readonly meanwhile: object;
};

const addressBefore = {
  first_name: 'Sample',
  last_name: 'Customer',
  company: '',
  address1: '1 Example Street',
  address2: '',
  city: 'Springfield',
  province: 'IL',
  zip: '12345',
  country: 'US',
  phone: '',
};

const samples: readonly Sample[] = [
  {
    operation: 'shopify.change_address',
    parameters: moved,
    document: 'SignoffUpdateOrder',
    seed: {},
    done: {
      shippingAddress: {
        firstName: 'Sample',
        lastName: 'Customer',
        address1: '22 Sample Lane',
        city: 'Shelbyville',
        zip: '12346',
        provinceCode: 'IL',
        countryCode: 'US',
      },
    },
    undo: { ...addressBefore, order: '#1001' },
    meanwhile: { shippingAddress: { ...order.shippingAddress, city: 'Ogdenville' } },
  },
  {
    operation: 'shopify.add_tag',
    parameters: { tag: 'vip' },
    document: 'SignoffAddTag',
    seed: { tags: ['new'] },
    done: { tags: ['new', 'vip'] },
    undo: { tag: 'vip', order: '#1001' },
    meanwhile: { tags: ['new', 'urgent'] },
  },
  {
    operation: 'shopify.remove_tag',
    parameters: { tag: 'NEW' },
    document: 'SignoffRemoveTag',
    seed: { tags: ['new', 'vip'] },
    done: { tags: ['vip'] },
    undo: { tag: 'NEW', order: '#1001' },
    meanwhile: { tags: ['new', 'urgent'] },
  },
  {
    operation: 'shopify.set_note',
    parameters: { note: 'Call before delivery.' },
    document: 'SignoffUpdateOrder',
    seed: { note: 'Ring twice.' },
    done: { note: 'Call before delivery.' },
    undo: { note: 'Ring twice.', order: '#1001' },
    meanwhile: { note: 'Leave at the door.' },
  },
];

const opposite = (operation: string) =>
  operation.includes('add_') ? 'shopify.remove_tag' : operation.replace('remove_', 'add_');

describe.each(samples)('$operation', ({ operation, parameters, document, seed, done, undo, meanwhile }) => {
  const actionOf = (world: ShopifyWorld, given = parameters) => shopifyAction(world, operation, given);

  it('changes the order, and says what takes it back', async () => {
    const world = createWorld(seed);
    const action = actionOf(world);
    const taken = { operation: opposite(operation), parameters: undo };
    expect(await action.execute(await action.approved())).toEqual({
      is: 'succeeded',
      reference: '#1001',
      url: 'https://sample-shop.myshopify.com/admin/orders/5001',
      undo: taken,
    });
    expect(now(world)).toMatchObject(done);
    const back = shopifyAction(world, taken.operation, taken.parameters);
    expect(await back.execute(await back.approved())).toMatchObject({ is: 'succeeded' });
    expect(JSON.stringify(now(world)).toLowerCase().split('').toSorted()).toEqual(
      JSON.stringify({ ...unsent, ...seed })
        .toLowerCase()
        .split('')
        .toSorted(),
    );
  });

  it('is done once when it is carried out twice with the same approval', async () => {
    const world = createWorld(seed);
    const action = actionOf(world);
    const approval = await action.approved();
    await action.execute(approval);
    expect(await action.execute(approval)).toMatchObject({ is: 'succeeded' });
    expect(sentOf(world, document)).toBe(1);
  });

  it('asks again when the answer was lost', async () => {
    const world = createWorld(seed);
    const action = actionOf(world);
    const approval = await action.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'lost-answer' }, when: asking(document), times: 1 });
    expect(await action.execute(approval)).toMatchObject({ is: 'succeeded' });
    expect(now(world)).toMatchObject(done);
  });

  it('finds out from the order itself whether it happened', async () => {
    const world = createWorld(seed);
    const action = actionOf(world);
    const approval = await action.approved();
    expect(await action.reconcile(approval)).toMatchObject({ is: 'did-not-happen' });
    world.zaf.faults.inject('shopify', { fault: { is: 'lost-answer' }, when: asking(document) });
    expect(await action.execute(approval)).toMatchObject({ is: 'unknown' });
    expect(await action.reconcile(approval)).toMatchObject({
      is: 'happened',
      result: { undo: { parameters: undo } },
    });
  });

  it.each(unclearAnswers)('does not know how it ended when Shopify is %s', async (_, fault) => {
    const world = createWorld(seed);
    const action = actionOf(world);
    const approval = await action.approved();
    world.zaf.faults.inject('shopify', { fault, when: asking(document) });
    expect(await action.execute(approval)).toMatchObject({ is: 'unknown' });
  });

  it.each([401, 403, 429])('has done nothing when Shopify answers %i', async (status) => {
    const world = createWorld(seed);
    const action = actionOf(world);
    const approval = await action.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'status', status }, when: asking(document) });
    expect(await action.execute(approval)).toMatchObject({ is: 'failed' });
    expect(now(world)).toMatchObject(seed);
  });

  it('fails with what Shopify objects to', async () => {
    const world = createWorld(seed);
    const action = actionOf(world);
    const approval = await action.approved();
    const payload = { order: null, node: null, userErrors: [{ field: null, message: 'Not now.' }] };
    const data = { orderUpdate: payload, tagsAdd: payload, tagsRemove: payload };
    world.zaf.faults.inject('shopify', { fault: answering({ data }), when: asking(document) });
    expect(await action.execute(approval)).toEqual({
      is: 'failed',
      failure: { code: 'refused', reason: 'Not now.' },
    });
  });

  it('leaves alone what somebody else has changed since, unless it is another tag', async () => {
    const world = createWorld(seed);
    const action = actionOf(world);
    const approval = await action.approved();
    world.fake.state.orders[0] = { ...unsent, ...seed, ...meanwhile };
    const result = await action.execute(approval);
    const stale = { is: 'failed', failure: { code: 'stale' } };
    expect([result, now(world)]).toMatchObject(
      operation.endsWith('_tag') ? [{ is: 'succeeded' }, {}] : [stale, meanwhile],
    );
  });

  it('takes back nothing where it was so already', async () => {
    const world = createWorld({ ...seed, ...done });
    const action = actionOf(world);
    const result = await action.execute(await action.approved());
    expect(result).toMatchObject({ is: 'succeeded' });
    expect(result).not.toHaveProperty('undo');
    expect(sentOf(world, document)).toBe(0);
  });
});

describe('changing the address of an order', () => {
  const prepare = (world: ShopifyWorld, parameters: Parameters = moved, ticket = sampleTicket()) =>
    shopifyAction(
      world,
      'shopify.change_address',
      parameters,
      actionContext({ 'order number': '#1001' }, ticket),
    ).prepare();

  it('shows where it would go', async () => {
    expect(await prepare(createWorld())).toMatchObject({
      preview: [
        {
          label: 'ship_to',
          before: 'Sample Customer, 1 Example Street, Springfield, IL, 12345, US',
          value: 'Sample Customer, 22 Sample Lane, Shelbyville, IL, 12346, US',
        },
      ],
    });
  });

  it('keeps no suite and no province of the old address', async () => {
    const old = { ...order.shippingAddress, address2: 'Suite 9' };
    const there = { address1: '5 Beispielweg', city: 'Berlin', zip: '10115', country: 'de' };
    expect(await prepare(createWorld({ shippingAddress: old }), there)).toMatchObject({
      preview: [{ value: 'Sample Customer, 5 Beispielweg, Berlin, 10115, DE' }],
    });
  });

  it.each([
    [
      'of somebody else',
      {},
      sampleTicket('thief@example.com'),
      'not-allowed: Order #1001 belongs to another address than the requester’s.',
    ],
    [
      'that was sent',
      { fulfilments: order.fulfilments },
      sampleTicket(),
      'not-allowed: Something of order #1001 was sent already.',
    ],
    [
      'that was cancelled',
      { cancelledAt: '2026-11-10T00:00:00Z' },
      sampleTicket(),
      'not-allowed: Order #1001 was cancelled.',
    ],
  ])('is not possible for an order %s', async (_, change, ticket, reason) => {
    expect(reasonOf(await prepare(createWorld(change), moved, ticket)).replaceAll("'", '’')).toBe(reason);
  });

  it('sends nothing when the order was sent after the approval', async () => {
    const world = createWorld();
    const action = shopifyAction(world, 'shopify.change_address', moved);
    const approval = await action.approved();
    world.fake.state.orders[0] = { ...order };
    expect(await action.execute(approval)).toMatchObject({ is: 'failed', failure: { code: 'stale' } });
    expect(sentOf(world, 'SignoffUpdateOrder')).toBe(0);
  });

  it('can be taken back whatever the address was', async () => {
    const text = fc.stringMatching(/^[a-zA-Z0-9]( ?[a-zA-Z0-9.-]){0,8}$/);
    const optional = fc.option(text, { nil: undefined });
    const addresses = fc.record({
      firstName: text,
      lastName: text,
      company: optional,
      address1: text,
      address2: optional,
      city: text,
      zip: text,
      provinceCode: optional,
      countryCode: fc.constantFrom('US', 'DE', 'FR'),
    });
    await fc.assert(
      fc.asyncProperty(addresses, async (given) => {
        const before = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const world = createWorld({ shippingAddress: before });
        const action = shopifyAction(world, 'shopify.change_address', {
          address1: 'Elsewhere 1',
          city: 'Nowhere',
        });
        const result = await action.execute(await action.approved());
        if (result.is !== 'succeeded' || result.undo === undefined) throw new Error('nothing to take back');
        const back = shopifyAction(world, result.undo.operation, result.undo.parameters);
        expect(await back.execute(await back.approved())).toMatchObject({ is: 'succeeded' });
        expect(now(world).shippingAddress).toEqual(before);
      }),
      { numRuns: 40, seed: 4 },
    );
  });
});

describe('tags and notes', () => {
  it.each(['a,b', 'x'.repeat(41), ' '])('takes no tag “%s”', async (tag) => {
    const preparation = await shopifyAction(createWorld(), 'shopify.add_tag', { tag }).prepare();
    expect(preparation).toMatchObject({ is: 'impossible', failure: { code: 'refused' } });
  });

  it('clears a note with an empty one, and does nothing without any', async () => {
    const world = createWorld({ note: 'Ring twice.' });
    const clearing = shopifyAction(world, 'shopify.set_note', { note: '' });
    expect(await clearing.execute(await clearing.approved())).toMatchObject({ is: 'succeeded' });
    expect(now(world).note).toBe('');
    expect(await shopifyAction(world, 'shopify.set_note', {}).prepare()).toMatchObject({ is: 'impossible' });
  });
});
