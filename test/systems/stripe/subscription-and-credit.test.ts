import { describe, expect, it } from 'vitest';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { actionContext, proposal, requesterAddress, targetOf, verified } from '../adapter-world.ts';
import { actionOf, createStripeWorld, subscription, type StripeWorld } from './sample-stripe.ts';

const context = actionContext();
const prepare = (
  world: StripeWorld,
  operation: string,
  parameters: Readonly<Record<string, FactJson>> = {},
) => actionOf(world, operation).prepare(proposal(operation, parameters), context, 'shared');

describe('ending a subscription', () => {
  const cancel = 'stripe.cancel_subscription';
  const keep = 'stripe.keep_subscription';

  it('shows what it costs and when it ends', async () => {
    expect(await prepare(createStripeWorld({ subscriptions: [subscription] }), cancel)).toMatchObject({
      is: 'ready',
      target: { name: 'Gas cartridges', url: 'https://dashboard.stripe.com/test/subscriptions/sub_1' },
      preview: [
        { label: 'amount', value: 'USD 24' },
        { label: 'status', value: 'active' },
        { label: 'subscription_ends', value: '2026-12-10' },
      ],
    });
  });

  it('can be taken back, and taking it back can be taken back', async () => {
    const world = createStripeWorld({ subscriptions: [subscription] });
    const first = verified(cancel, {}, targetOf(await prepare(world, cancel)));
    const cancelled = await actionOf(world, cancel).execute(first, context);
    expect(cancelled).toMatchObject({
      is: 'succeeded',
      undo: { operation: keep, parameters: { subscription: 'sub_1' } },
    });
    const undo = cancelled.is === 'succeeded' ? cancelled.undo : undefined;
    const prepared = await actionOf(world, keep).prepare(
      proposal(keep, undo?.parameters ?? {}),
      context,
      'newest',
    );
    const second = verified(keep, undo?.parameters ?? {}, targetOf(prepared), { key: 'another-key' });
    expect(await actionOf(world, keep).execute(second, context)).toMatchObject({
      is: 'succeeded',
      undo: { operation: cancel },
    });
    expect(world.fake.state.subscriptions[0]?.cancelAtPeriodEnd).toBe(false);
  });

  it.each([
    [
      'ends already',
      { cancelAtPeriodEnd: true },
      'The subscription Gas cartridges ends with its period already.',
    ],
    [
      'renews on two days',
      {
        items: [
          subscription.items[0],
          { ...subscription.items[0], plan: 'Maps', periodEnds: '2027-08-10T09:00:00Z' },
        ],
      },
      'The prices of the subscription Gas cartridges, Maps renew on different days: change it in Stripe.',
    ],
  ])('is impossible where it %s', async (_, given, reason) => {
    const world = createStripeWorld({ subscriptions: [{ ...subscription, ...given }] });
    expect(await prepare(world, cancel)).toEqual({
      is: 'impossible',
      failure: { code: 'not-allowed', reason },
    });
  });

  it('never touches the subscription of another customer', async () => {
    const world = createStripeWorld({ subscriptions: [{ ...subscription, customer: 'cus_9' }] });
    expect(await prepare(world, cancel, { subscription: 'sub_1' })).toMatchObject({
      failure: { code: 'unclear-target', reason: 'sub_1 is no subscription of the requester.' },
    });
  });
});

describe('a credit', () => {
  const operation = 'stripe.credit_customer';

  it('shows the credit before and after', async () => {
    expect(await prepare(createStripeWorld(), operation, { amount: 'USD 10' })).toMatchObject({
      is: 'ready',
      target: { ids: { customer: 'cus_1', balance: '-500' }, name: 'Sample Customer' },
      preview: [
        { label: 'amount', value: 'USD 10' },
        { label: 'credit', before: 'USD 5', value: 'USD 15' },
      ],
    });
  });

  it('is a negative amount on the balance, with the words for the invoice', async () => {
    const world = createStripeWorld();
    const parameters = { amount: 'USD 10', description: 'Sorry for the delay' };
    const approval = verified(operation, parameters, targetOf(await prepare(world, operation, parameters)));
    await actionOf(world, operation).execute(approval, context);
    expect(world.fake.state.balanceTransactions).toMatchObject([
      { amount: -1_000, currency: 'usd', description: 'Sorry for the delay', endingBalance: -1_500 },
    ]);
  });

  it.each([
    ['EUR 10', 'not-allowed: The customer is billed in USD, the amount is in EUR.'],
    ['USD 0', 'not-allowed: The amount has to be above zero.'],
    ['a lot', 'unreadable: "a lot" is not an amount of money.'],
  ])('of %s is refused', async (amount, reason) => {
    const prepared = await prepare(createStripeWorld(), operation, { amount });
    expect(prepared.is === 'impossible' && `${prepared.failure.code}: ${prepared.failure.reason}`).toBe(
      reason,
    );
  });

  it('may be the first amount of a customer without a currency', async () => {
    const world = createStripeWorld({
      customers: [{ id: 'cus_1', email: requesterAddress, name: 'Sample Customer' }],
    });
    expect(await prepare(world, operation, { amount: 'EUR 10' })).toMatchObject({ is: 'ready' });
  });

  it('is left to a person when nothing carries the key a day later', async () => {
    const world = createStripeWorld();
    const parameters = { amount: 'USD 10' };
    const target = targetOf(await prepare(world, operation, parameters));
    const approval = verified(operation, parameters, target, { at: '2026-11-19T08:59:00.000Z' });
    expect(await actionOf(world, operation).reconcile(approval, context)).toMatchObject({
      is: 'cannot-tell',
    });
  });
});
