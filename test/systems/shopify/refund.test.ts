import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parameters } from '../../../src/domain/run/commands.ts';
import { actionContext, requesterAddress, sampleTicket } from '../adapter-world.ts';
import { createShopifyWorld, order, type ShopifyWorld } from './sample-shopify.ts';
import { answering, asking, reasonOf, sentOf, shopifyAction, unclearAnswers } from './shopify-action.ts';

const refundOf = (
  world: ShopifyWorld,
  parameters: Parameters = {},
  context?: ReturnType<typeof actionContext>,
) => shopifyAction(world, 'shopify.refund', { amount: 'USD 42.1', ...parameters }, context);
const refundsIn = ({ fake }: ShopifyWorld) => fake.state.orders.flatMap(({ refunds = [] }) => refunds);
const twoLines = {
  ...order,
  lines: [
    { title: 'Rain jacket, blue, M', variant: '31', quantity: 2 },
    { title: 'Gift card', variant: '32', quantity: 1 },
  ],
};

describe('preparing a refund', () => {
  it('shows what is left to refund, and binds the approval to what was refunded already', async () => {
    const world = createShopifyWorld({ orders: [{ ...order, refunded: '20.00' }] });
    expect(await refundOf(world).prepare()).toEqual({
      is: 'ready',
      target: {
        ids: { order: 'gid://shopify/Order/5001', already_refunded: 'USD 20' },
        name: '#1001',
        url: 'https://sample-shop.myshopify.com/admin/orders/5001',
      },
      preview: [
        { label: 'amount', value: 'USD 42.1' },
        { label: 'left_to_refund', before: 'USD 122.1', value: 'USD 80' },
      ],
      atMost: { amount: 'USD 122.1' },
    });
  });

  it('names the lines that it is for', async () => {
    const world = createShopifyWorld({ orders: [twoLines] });
    expect(await refundOf(world, { lines: ['rain jacket, BLUE, M'] }).prepare()).toMatchObject({
      target: { ids: { goods: '2 × 50011' } },
      preview: [{}, {}, { label: 'goods', value: ['2 × Rain jacket, blue, M'] }],
    });
  });

  it('points out that the order belongs to another address', async () => {
    const given = actionContext({ 'order number': '#1001' }, sampleTicket('somebody@example.com'));
    expect(await refundOf(createShopifyWorld(), {}, given).prepare()).toMatchObject({
      preview: [{}, {}, { label: 'order_of_another_address', value: requesterAddress }],
    });
  });

  it('finds the order by the requester’s address where no number is known', async () => {
    expect(reasonOf(await refundOf(createShopifyWorld(), {}, actionContext()).prepare())).toBe('ready');
  });

  it.each([
    [
      'another currency',
      {},
      { amount: 'EUR 10' },
      'not-allowed: Order #1001 was paid in USD, the amount is in EUR.',
    ],
    ['an amount of nothing', {}, { amount: 'USD 0' }, 'not-allowed: This needs an amount above zero.'],
    [
      'more decimals than the currency has',
      {},
      { amount: 'USD 1.005' },
      'not-allowed: USD 1.005 has more decimals than USD has.',
    ],
    ['no amount', {}, { amount: null }, 'unreadable: null is not an amount of money.'],
    [
      'everything refunded',
      { refunded: '142.10' },
      {},
      'not-allowed: Nothing of order #1001 is left to refund.',
    ],
    [
      'nothing paid',
      { financialStatus: 'PENDING' },
      {},
      'not-allowed: Nothing of order #1001 is left to refund.',
    ],
    [
      'a line that is not there',
      {},
      { lines: ['Umbrella'] },
      'unclear-target: Order #1001 has no line “Umbrella”.',
    ],
    [
      'two lines of one name',
      { lines: [1, 2].map(() => ({ title: 'Jacket', variant: '31', quantity: 1 })) },
      { lines: ['Jacket'] },
      'unclear-target: Order #1001 has several lines “Jacket”.',
    ],
  ])('is not possible: %s', async (_, seed, parameters, reason) => {
    const world = createShopifyWorld({ orders: [{ ...order, ...seed }] });
    expect(reasonOf(await refundOf(world, parameters).prepare())).toBe(reason);
  });

  it('is not possible for an order that the shop does not have', async () => {
    const world = createShopifyWorld({ orders: [] });
    expect(reasonOf(await refundOf(world).prepare())).toBe('unclear-target: Shopify has no order #1001.');
  });
});

describe('refunding', () => {
  it('gives exactly the amount back to the payment, with our key and who approved it', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    expect(await refund.execute(approval)).toEqual({
      is: 'succeeded',
      reference: '6001',
      url: 'https://sample-shop.myshopify.com/admin/orders/5001',
    });
    expect(refundsIn(world)).toMatchObject([
      {
        note: `Refund for Zendesk ticket 4512, approved by Sample Agent (2). ${approval.key}`,
        lines: [],
        transactions: [{ parent: '500101', gateway: 'shopify_payments', amount: '42.10' }],
      },
    ]);
  });

  it('spreads over several payments what one of them does not hold', async () => {
    const payments = [
      { gateway: 'gift_card', amount: '30.00' },
      { gateway: 'shopify_payments', amount: '112.10' },
    ];
    const world = createShopifyWorld({ orders: [{ ...order, payments }] });
    const refund = refundOf(world);
    expect(await refund.execute(await refund.approved())).toMatchObject({ is: 'succeeded' });
    expect(refundsIn(world)[0]?.transactions).toMatchObject([
      { gateway: 'gift_card', amount: '30.00' },
      { gateway: 'shopify_payments', amount: '12.10' },
    ]);
  });

  it('refunds in the currency that the customer paid in', async () => {
    const world = createShopifyWorld({ orders: [{ ...order, currency: 'JPY', total: '5000' }] });
    const refund = refundOf(world, { amount: 'JPY 1200' });
    expect(await refund.execute(await refund.approved())).toMatchObject({ is: 'succeeded' });
    expect(refundsIn(world)[0]?.transactions).toMatchObject([{ amount: '1200' }]);
  });

  it('takes the lines with it that it is for', async () => {
    const world = createShopifyWorld({ orders: [twoLines] });
    const refund = refundOf(world, { lines: ['Gift card'] });
    expect(await refund.execute(await refund.approved())).toMatchObject({ is: 'succeeded' });
    expect(refundsIn(world)[0]?.lines).toEqual([{ line: '50012', quantity: 1 }]);
  });

  it('is one refund when it is carried out twice with the same approval', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    await refund.execute(approval);
    expect(await refund.execute(approval)).toMatchObject({ is: 'succeeded', reference: '6001' });
    expect(refundsIn(world)).toHaveLength(1);
    expect(sentOf(world, 'SignoffRefund')).toBe(1);
  });

  it.each([
    [
      'somebody else refunded a part',
      { refunded: '5.00' },
      /^USD 5 of order #1001 was refunded already; it was USD 0/,
    ],
    ['nothing is left', { refunded: '142.10' }, /^Nothing of order #1001 is left/],
  ])('sends nothing when %s after the approval', async (_, change, reason) => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    world.fake.state.orders[0] = { ...order, ...change };
    const result = await refund.execute(approval);
    expect(result).toMatchObject({ is: 'failed', failure: { code: 'stale' } });
    expect(result.is === 'failed' && result.failure.reason).toMatch(reason);
    expect(sentOf(world, 'SignoffRefund')).toBe(0);
  });

  it.each(['PENDING', 'AWAITING_RESPONSE'])(
    'is on its way while its payment is %s',
    async (refundsBecome) => {
      const world = createShopifyWorld({ orders: [{ ...order, refundsBecome }] });
      const refund = refundOf(world);
      expect(await refund.execute(await refund.approved())).toMatchObject({ is: 'succeeded', pending: true });
    },
  );

  it.each(['FAILURE', 'ERROR'])('has failed when its payment ends as %s', async (refundsBecome) => {
    const world = createShopifyWorld({ orders: [{ ...order, refundsBecome }] });
    const refund = refundOf(world);
    const approval = await refund.approved();
    expect(await refund.execute(approval)).toMatchObject({ is: 'failed', failure: { code: 'refused' } });
    expect(await refund.reconcile(approval)).toMatchObject({ is: 'did-not-happen' });
  });

  it('does not call it done when Shopify does not know about its payment', async () => {
    const world = createShopifyWorld({ orders: [{ ...order, refundsBecome: 'UNKNOWN' }] });
    const refund = refundOf(world);
    const approval = await refund.approved();
    expect(await refund.execute(approval)).toMatchObject({ is: 'unknown' });
    expect(await refund.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
  });

  it('fails with what Shopify objects to', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    const refundCreate = {
      refund: null,
      userErrors: [{ field: null, message: 'Order cannot be refunded.' }],
    };
    world.zaf.faults.inject('shopify', {
      fault: answering({ data: { refundCreate } }),
      when: asking('SignoffRefund'),
    });
    expect(await refund.execute(approval)).toEqual({
      is: 'failed',
      failure: { code: 'refused', reason: 'Order cannot be refunded.' },
    });
  });

  it.each([401, 403, 404, 422])('has done nothing when Shopify answers %i', async (status) => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'status', status }, when: asking('SignoffRefund') });
    expect(await refund.execute(approval)).toMatchObject({ is: 'failed', failure: { status } });
    expect(refundsIn(world)).toEqual([]);
  });

  it.each([{ 'retry-after': '2' }, {}])('asks again with the same key after 429 %o', async (headers) => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    const fault = { is: 'status', status: 429, headers } as const;
    world.zaf.faults.inject('shopify', { fault, when: asking('SignoffRefund'), times: 1 });
    expect(await refund.execute(approval)).toMatchObject({ is: 'succeeded' });
    expect(refundsIn(world)).toHaveLength(1);
  });

  it('asks again with the same key when the answer was lost, and refunds once', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    world.zaf.faults.inject('shopify', {
      fault: { is: 'lost-answer' },
      when: asking('SignoffRefund'),
      times: 1,
    });
    expect(await refund.execute(approval)).toMatchObject({ is: 'succeeded', reference: '6001' });
    expect(sentOf(world, 'SignoffRefund')).toBe(2);
    expect(refundsIn(world)).toHaveLength(1);
  });

  it('waits for the shop’s bucket, and asks again with the same key', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    // Enough for the question right before, not for the refund.
    world.fake.state.bucket.points = 28;
    expect(await refund.execute(approval)).toMatchObject({ is: 'succeeded' });
    expect(sentOf(world, 'SignoffRefund')).toBe(2);
    expect(refundsIn(world)).toHaveLength(1);
  });

  it('waits for the same key at work in another tab, and says that it does not know when that takes long', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    world.fake.state.keysAtWork.add(approval.key);
    expect(await refund.execute(approval)).toMatchObject({ is: 'unknown' });
    expect(sentOf(world, 'SignoffRefund')).toBe(2);
    world.fake.state.keysAtWork.clear();
    expect(await refund.reconcile(approval)).toMatchObject({ is: 'did-not-happen' });
  });

  it('does not know how it ended when its key was used for something else', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    world.fake.state.keys.set(approval.key, { asked: 'other', at: world.clock.now(), refund: undefined });
    expect(await refund.execute(approval)).toMatchObject({ is: 'unknown' });
  });

  it.each(unclearAnswers)('does not know how it ended when Shopify is %s', async (_, fault) => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    world.zaf.faults.inject('shopify', { fault, when: asking('SignoffRefund') });
    expect(await refund.execute(approval)).toMatchObject({ is: 'unknown' });
    expect(refundsIn(world).length).toBeLessThanOrEqual(1);
  });

  it('does not take another amount for the refund', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    const amountSet = { presentmentMoney: { amount: '1.00', currencyCode: 'USD' } };
    const transactions = {
      nodes: [{ id: '1', kind: 'REFUND', status: 'SUCCESS', amountSet }],
      pageInfo: { hasNextPage: false },
    };
    const made = { id: 'gid://shopify/Refund/1', note: null, createdAt: null, transactions };
    world.zaf.faults.inject('shopify', {
      fault: answering({ data: { refundCreate: { refund: made, userErrors: [] } } }),
      when: asking('SignoffRefund'),
    });
    expect(await refund.execute(approval)).toMatchObject({
      is: 'unknown',
      failure: { reason: 'The refund 1 is over USD 1.' },
    });
  });

  it('never gives back another amount than was approved, whatever the payments are', async () => {
    const cents = fc.integer({ min: 1, max: 20_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(cents, { minLength: 1, maxLength: 5 }), cents, async (paid, wanted) => {
        const payments = paid.map((amount, index) => ({
          gateway: `g${index}`,
          amount: (amount / 100).toFixed(2),
        }));
        const world = createShopifyWorld({ orders: [{ ...order, payments }] });
        const refund = refundOf(world, { amount: `USD ${(wanted / 100).toFixed(2)}` });
        const result = await refund.execute(await refund.approved());
        const moved = refundsIn(world)
          .flatMap(({ transactions }) => transactions)
          .reduce((all, { amount }) => all + Math.round(Number(amount) * 100), 0);
        const total = paid.reduce((all, amount) => all + amount, 0);
        expect([result.is, moved]).toEqual(wanted <= total ? ['succeeded', wanted] : ['failed', 0]);
      }),
      { numRuns: 40, seed: 4 },
    );
  });
});

describe('finding out what became of a refund', () => {
  it('finds it by our key in its note when every answer was lost', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'lost-answer' }, when: asking('SignoffRefund') });
    expect(await refund.execute(approval)).toMatchObject({ is: 'unknown' });
    expect(await refund.reconcile(approval)).toMatchObject({
      is: 'happened',
      result: { is: 'succeeded', reference: '6001' },
      how: 'A refund of order #1001 carries the key of this approval.',
    });
    expect(refundsIn(world)).toHaveLength(1);
  });

  it('knows for a day that it did not happen, and afterwards leaves it to a person', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    expect(await refund.reconcile(approval)).toMatchObject({ is: 'did-not-happen' });
    await world.clock.advance(24 * 60 * 60 * 1000);
    expect(await refund.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
  });

  it('does not take a refund of somebody else for ours, and cannot tell behind a whole page of them', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    const other = { id: '1', note: 'by hand', createdAt: world.clock.now(), lines: [], transactions: [] };
    world.fake.state.orders[0]!.refunds = [other];
    expect(await refund.reconcile(approval)).toMatchObject({ is: 'did-not-happen' });
    world.fake.state.orders[0]!.refunds = Array.from({ length: 25 }, (_, index) => ({
      ...other,
      id: `${index}`,
    }));
    expect(await refund.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
    expect(await refund.execute(approval)).toMatchObject({ is: 'failed', failure: { code: 'unreadable' } });
  });

  it('cannot tell while Shopify is down', async () => {
    const world = createShopifyWorld();
    const refund = refundOf(world);
    const approval = await refund.approved();
    world.zaf.faults.inject('shopify', { fault: { is: 'down' } });
    expect(await refund.reconcile(approval)).toMatchObject({ is: 'cannot-tell' });
  });
});
