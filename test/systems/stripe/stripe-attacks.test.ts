import { describe, expect, it } from 'vitest';
import { namesOrder } from '../../../src/systems/stripe/find-charge.ts';
import { actionContext, proposal, targetOf, verified } from '../adapter-world.ts';
import { createStripeWorld, otherPayment, payment, subscription } from './sample-stripe.ts';

describe('an order that a payment names', () => {
  it.each([
    [{ order_number: '1001' }, '#1001', true],
    [{ order_number: '1001' }, '100', false],
    [{ order_number: '1001' }, '10011', false],
    [{ order_id: '1001' }, '1001', true],
    [{ order_number: '2001', order_id: '1001' }, '1001', false],
    [{ order: '', order_id: '1001' }, '1001', true],
    [{}, '1001', false],
  ])('%j is order %s: %s', (metadata, order, is) => {
    expect(namesOrder(metadata, order)).toBe(is);
  });

  it('is never that of another order whose id happens to be its number', async () => {
    const other = otherPayment(2, { metadata: { order_number: '2001', order_id: '1001' } });
    const { stripe } = createStripeWorld({ charges: [{ ...payment, metadata: {} }, other] });
    const refund = stripe.actions.find(({ kind }) => kind.operation === 'stripe.refund');
    const context = actionContext({ 'order number': '1001' });
    const prepared = await refund?.prepare(proposal('stripe.refund', { amount: 'USD 5' }), context, 'shared');
    expect(prepared).toMatchObject({ is: 'impossible', failure: { code: 'unclear-target' } });
  });
});

describe('a subscription', () => {
  const cancelling = async () => {
    const world = createStripeWorld({ subscriptions: [subscription] });
    const action = world.stripe.actions.find(({ kind }) => kind.operation === 'stripe.cancel_subscription')!;
    const context = actionContext();
    const prepared = await action.prepare(proposal('stripe.cancel_subscription', {}), context, 'shared');
    const approval = verified('stripe.cancel_subscription', {}, targetOf(prepared));
    return { world, action, context, approval };
  };

  it('that somebody else has cancelled is not called ours', async () => {
    const { world, action, context, approval } = await cancelling();
    const [found] = world.fake.state.subscriptions;
    found!.cancelAtPeriodEnd = true;
    expect(await world.settled(action.reconcile(approval, context))).toMatchObject({ is: 'cannot-tell' });
  });

  it('is not changed where Stripe answers with another one than the approved one', async () => {
    const { world, action, context, approval } = await cancelling();
    world.zaf.faults.inject('stripe', {
      fault: {
        is: 'status',
        status: 200,
        body: JSON.stringify({
          id: 'sub_9',
          cancel_at_period_end: false,
          customer: 'cus_9',
          items: { data: [], has_more: false },
          livemode: false,
          metadata: {},
          start_date: 1,
          status: 'active',
        }),
      },
      when: ({ method }) => method === 'GET',
    });
    expect(await world.settled(action.execute(approval, context))).toMatchObject({
      is: 'failed',
      failure: { code: 'unreadable' },
    });
    expect(world.sent().filter((request) => request.startsWith('POST'))).toEqual([]);
  });
});
