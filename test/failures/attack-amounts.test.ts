import { describe, expect, it } from 'vitest';
import type { Preparation } from '../../src/domain/decisions/proposal.ts';
import type { Parameters } from '../../src/domain/run/commands.ts';
import { actionContext, proposal, targetOf, verified } from '../systems/adapter-world.ts';
import {
  actionOf,
  createStripeWorld,
  dispute,
  otherPayment,
  payment,
  sampleStripe,
} from '../systems/stripe/sample-stripe.ts';
import { createShopifyWorld, order } from '../systems/shopify/sample-shopify.ts';
import { shopifyAction } from '../systems/shopify/shopify-action.ts';

const gid = (id: string) => `gid://shopify/Order/${id}`;
const choosing = (wanted: string, id: string) => (_: string, record: string) =>
  record === wanted ? id : undefined;
const idsOf = (preparation: Preparation) => (preparation.is === 'ready' ? preparation.target.ids : undefined);

describe('a payment that was chosen and is none of the requester’s any more', () => {
  const again = otherPayment(2, { amount: 14_210 });

  it('does not lead to the refund of another one by itself', async () => {
    const world = createStripeWorld({ charges: [payment] });
    const context = { ...actionContext({ 'order value': 'USD 142.1' }), chosen: choosing('charge', 'ch_2') };
    const refund = await actionOf(world, 'stripe.refund').prepare(
      proposal('stripe.refund', { amount: 'USD 142.1' }),
      context,
      'newest',
    );
    expect(refund).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target' },
      choice: { candidates: [{ id: 'ch_1' }] },
    });
    const chosen = await actionOf(world, 'stripe.refund').prepare(
      proposal('stripe.refund', { amount: 'USD 142.1' }),
      { ...context, chosen: choosing('charge', 'ch_1') },
      'newest',
    );
    expect(idsOf(chosen)).toMatchObject({ charge: 'ch_1' });
  });

  it('is never another customer’s, whoever wrote down the choice', async () => {
    const world = createStripeWorld({
      customers: [...sampleStripe.customers, { id: 'cus_9', email: 'else@example.com', name: 'Else' }],
      charges: [payment, { ...again, id: 'ch_9', paymentIntent: 'pi_9', customer: 'cus_9' }],
    });
    const prepare = (parameters: Parameters) =>
      actionOf(world, 'stripe.refund').prepare(
        proposal('stripe.refund', { amount: 'USD 142.1', ...parameters }),
        { ...actionContext({ 'order value': 'USD 142.1' }), chosen: choosing('charge', 'ch_9') },
        'newest',
      );
    expect(await prepare({})).toMatchObject({ is: 'impossible', choice: { candidates: [{ id: 'ch_1' }] } });
    expect(await prepare({ payment: 'ch_9' })).toMatchObject({ is: 'impossible' });
    expect(await prepare({ payment: 'pi_9' })).toMatchObject({ is: 'impossible' });
  });
});

describe('a customer whom the SOP finds by words of the message', () => {
  it('gets no credit unless it is the requester', async () => {
    const world = createStripeWorld({
      customers: [...sampleStripe.customers, { id: 'cus_9', email: 'else@example.com', name: 'Else' }],
    });
    const prepare = (account: string) =>
      actionOf(world, 'stripe.credit_customer').prepare(
        proposal('stripe.credit_customer', { amount: 'USD 10' }),
        {
          ...actionContext({ account }),
          records: [
            { name: 'payer', system: 'stripe', entity: 'customer', by: 'account', span: { from: 0, to: 0 } },
          ],
        },
        'newest',
      );
    expect(await prepare('else@example.com')).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(await prepare('cus_9')).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(idsOf(await prepare('cus_1'))).toMatchObject({ customer: 'cus_1' });
  });
});

describe('an order that was chosen and is none of the requester’s any more', () => {
  it('does not lead to another one by itself', async () => {
    const world = createShopifyWorld({ orders: [order] });
    const context = { ...actionContext(), chosen: choosing('order', gid('5002')) };
    const refund = await shopifyAction(world, 'shopify.refund', { amount: 'USD 42.1' }, context).prepare();
    expect(refund).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target' },
      choice: { candidates: [{ id: gid('5001') }] },
    });
    const right = { ...actionContext(), chosen: choosing('order', gid('5001')) };
    expect(
      idsOf(await shopifyAction(world, 'shopify.refund', { amount: 'USD 42.1' }, right).prepare()),
    ).toMatchObject({ order: gid('5001') });
  });
});

describe('a payment that the bank takes back between the approval and the call', () => {
  it('is not refunded as well, and the refusal is clear', async () => {
    const world = createStripeWorld();
    const action = actionOf(world, 'stripe.refund');
    const context = actionContext({ 'order number': '1001' });
    const parameters = { amount: 'USD 142.1' };
    const target = targetOf(await action.prepare(proposal('stripe.refund', parameters), context, 'newest'));
    const disputed = createStripeWorld({ disputes: [dispute] }).fake.state;
    world.fake.state.disputes.push(...disputed.disputes);
    const [charge] = world.fake.state.charges;
    if (charge) Object.assign(charge, disputed.charges[0]);
    const result = await world.settled(
      action.execute(verified('stripe.refund', parameters, target), context),
    );
    expect(result).toMatchObject({ is: 'failed', failure: { code: 'refused' } });
    expect(world.fake.state.refunds).toEqual([]);
  });
});

describe('currencies of all kinds', () => {
  it.each([
    ['jpy', 5000, 'JPY 5000'],
    ['kwd', 12_340, 'KWD 12.34'],
  ] as const)('are refunded to the unit by Stripe: %s', async (currency, amount, money) => {
    const world = createStripeWorld({ charges: [{ ...payment, currency, amount }] });
    const action = actionOf(world, 'stripe.refund');
    const context = actionContext({ 'order number': '1001' });
    const parameters = { amount: money };
    const target = targetOf(await action.prepare(proposal('stripe.refund', parameters), context, 'newest'));
    expect(
      await world.settled(action.execute(verified('stripe.refund', parameters, target), context)),
    ).toMatchObject({ is: 'succeeded' });
    expect(world.fake.state.refunds).toMatchObject([{ amount }]);
  });
  it.each([
    ['JPY', '5000', 'JPY 5000'],
    ['KWD', '12.345', 'KWD 12.345'],
    ['HUF', '12.34', 'HUF 12.34'],
  ])(
    'are refunded to the unit by Shopify, whatever a browser makes of them: %s',
    async (currency, total, money) => {
      const world = createShopifyWorld({ orders: [{ ...order, currency, total }] });
      const action = shopifyAction(world, 'shopify.refund', { amount: money });
      expect(await action.execute(await action.approved())).toMatchObject({ is: 'succeeded' });
      const again = await action.prepare('newest');
      expect(again).toMatchObject({ is: 'impossible' });
    },
  );
});
