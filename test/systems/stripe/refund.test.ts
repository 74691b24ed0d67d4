import { describe, expect, it } from 'vitest';
import type { ActionImplementation } from '../../../src/systems/system.ts';
import type { Preparation } from '../../../src/domain/decisions/proposal.ts';
import { actionContext, proposal, sampleTicket, targetOf, verified } from '../adapter-world.ts';
import { createStripeWorld, otherPayment, payment, type StripeWorld } from './sample-stripe.ts';

const order = { 'order number': '#1001', 'order value': 'USD 142.1' };
const context = actionContext(order);
const whole = { amount: 'USD 142.1' };

const refundOf = ({ stripe }: StripeWorld): ActionImplementation => stripe.actions[0]!;
const prepare = (
  world: StripeWorld,
  parameters = whole,
  given = context,
  freshness: 'shared' | 'newest' = 'shared',
) => refundOf(world).prepare(proposal('stripe.refund', parameters), given, freshness);
const reasonOf = (preparation: Preparation) =>
  preparation.is === 'impossible' ? `${preparation.failure.code}: ${preparation.failure.reason}` : 'ready';

/** The refund as the rep approved it. */
async function approved(world: StripeWorld, parameters = whole, given: Parameters<typeof verified>[3] = {}) {
  return verified('stripe.refund', parameters, targetOf(await prepare(world, parameters)), given);
}

describe('preparing a refund', () => {
  it('shows the card, the amount, and what is left before and after', async () => {
    const preparation = await prepare(createStripeWorld({ charges: [payment, otherPayment(2)] }), {
      amount: 'USD 42.1',
    });
    expect(preparation).toEqual({
      is: 'ready',
      target: {
        ids: { charge: 'ch_1', payment_intent: 'pi_1', already_refunded: 'USD 0' },
        name: 'Visa ··4242',
        url: 'https://dashboard.stripe.com/test/payments/pi_1',
      },
      preview: [
        { label: 'amount', value: 'USD 42.1' },
        { label: 'left_to_refund', before: 'USD 142.1', value: 'USD 100' },
      ],
      atMost: { amount: 'USD 142.1' },
    });
  });

  it('offers no more than what is left of a payment that was partly refunded', async () => {
    const preparation = await prepare(createStripeWorld({ charges: [{ ...payment, refunded: 10_000 }] }));
    expect(preparation).toMatchObject({
      is: 'ready',
      atMost: { amount: 'USD 42.1' },
      target: { ids: { already_refunded: 'USD 100' } },
    });
  });

  it('finds the only payment of the order’s amount when none names the order', async () => {
    const world = createStripeWorld({ charges: [otherPayment(2, { amount: 14_210 }), otherPayment(3)] });
    expect(targetOf(await prepare(world, { amount: 'USD 20' })).ids['charge']).toBe('ch_2');
  });

  it('takes the order’s amount from the shop where it is connected', async () => {
    const world = createStripeWorld(
      { charges: [otherPayment(2), otherPayment(3, { amount: 9_900 })] },
      { orderAmount: () => Promise.resolve('USD 99') },
    );
    const preparation = await prepare(world, { amount: 'USD 20' }, actionContext({ 'order number': '1001' }));
    expect(targetOf(preparation).ids['charge']).toBe('ch_3');
  });

  it.each([
    [
      'two payments of the same amount',
      [otherPayment(2, { amount: 14_210 }), otherPayment(3, { amount: 14_210 })],
      '2 payments of the requester fit order #1001.',
    ],
    [
      'two payments that name the order',
      [payment, { ...payment, id: 'ch_2' }],
      '2 payments of the requester fit order #1001.',
    ],
    ['a payment of another amount', [otherPayment(2)], 'No payment of the requester fits order #1001.'],
    [
      'a payment that names another order',
      [otherPayment(2, { amount: 14_210, metadata: { order_number: '1002' } })],
      'No payment of the requester fits order #1001.',
    ],
    [
      'a payment in another currency',
      [otherPayment(2, { amount: 14_210, currency: 'eur' })],
      'No payment of the requester fits order #1001.',
    ],
    [
      'a payment that failed',
      [{ ...payment, status: 'failed' as const }],
      'No payment of the requester fits order #1001.',
    ],
    [
      'a payment that was not captured',
      [{ ...payment, captured: false }],
      'No payment of the requester fits order #1001.',
    ],
  ])('does not guess: %s', async (_, charges, reason) => {
    expect(reasonOf(await prepare(createStripeWorld({ charges })))).toBe(`unclear-target: ${reason}`);
  });

  it('never refunds the payment of another customer, whatever order number the ticket names', async () => {
    const world = createStripeWorld({
      customers: [{ id: 'cus_9', email: 'other@example.com', name: 'Other' }],
      charges: [{ ...payment, customer: 'cus_9' }],
    });
    expect(reasonOf(await prepare(world))).toBe(
      'unclear-target: Stripe has no customer with the address sample.customer@example.com.',
    );
  });

  it('needs the currency of the payment', async () => {
    const preparation = await prepare(createStripeWorld(), { amount: 'EUR 142.1' });
    expect(reasonOf(preparation)).toBe('not-allowed: The payment is in USD, the amount in EUR.');
  });

  it.each([
    ['USD 142.105', 'not-allowed: USD 142.105 has more decimals than USD has.'],
    ['USD 0', 'not-allowed: The amount has to be above zero.'],
    ['USD -5', 'not-allowed: The amount has to be above zero.'],
    ['a lot', 'unreadable: "a lot" is not an amount of money.'],
  ])('refuses the amount %s', async (amount, reason) => {
    expect(reasonOf(await prepare(createStripeWorld(), { amount }))).toBe(reason);
  });

  it('says that nothing is left', async () => {
    const preparation = await prepare(createStripeWorld({ charges: [{ ...payment, refunded: 14_210 }] }));
    expect(reasonOf(preparation)).toBe('not-allowed: Nothing of Visa ··4242 is left to refund.');
  });

  it('says that the bank decides about the payment', async () => {
    const disputes = [{ id: 'dp_1', charge: 'ch_1', status: 'needs_response', reason: 'general' }] as const;
    const preparation = await prepare(createStripeWorld({ disputes }));
    expect(reasonOf(preparation)).toBe(
      'not-allowed: The payment is in dispute (dp_1, needs response) and cannot be refunded.',
    );
    const refundable = createStripeWorld({ disputes: [{ ...disputes[0], isChargeRefundable: true }] });
    expect(await prepare(refundable)).toMatchObject({
      is: 'ready',
      preview: [{}, {}, { label: 'disputed', value: true }],
    });
  });

  it('asks again for the payments when the newest state is wanted', async () => {
    const world = createStripeWorld();
    await prepare(world);
    await prepare(world, whole, context, 'newest');
    expect(world.sent()).toEqual(['GET /v1/customers', 'GET /v1/charges', 'GET /v1/charges']);
  });

  it('says why it cannot be prepared while Stripe is down', async () => {
    const world = createStripeWorld();
    world.zaf.faults.inject('stripe', { fault: { is: 'down' } });
    expect(await world.settled(prepare(world))).toMatchObject({
      is: 'impossible',
      failure: { code: 'unavailable' },
    });
  });

  it('needs a requester address', async () => {
    const given = actionContext(order, sampleTicket(null));
    expect(reasonOf(await prepare(createStripeWorld(), whole, given))).toBe(
      'unclear-target: The ticket has no requester address to look for in Stripe.',
    );
  });
});

describe('refunding', () => {
  it('refunds exactly what was approved and says who approved it', async () => {
    const world = createStripeWorld();
    const approval = await approved(world, { amount: 'USD 42.1' });
    expect(await refundOf(world).execute(approval, context)).toEqual({
      is: 'succeeded',
      reference: 're_desk1',
      url: 'https://dashboard.stripe.com/test/payments/pi_1',
    });
    expect(world.fake.state.refunds).toMatchObject([
      {
        charge: 'ch_1',
        amount: 4_210,
        reason: 'requested_by_customer',
        metadata: { signoff: approval.key, ticket: '4512', approved_by: 'Sample Agent (2)' },
      },
    ]);
    expect(world.sent().slice(-2)).toEqual(['GET /v1/charges/ch_1', 'POST /v1/refunds']);
    expect(world.zaf.requests.at(-1)?.headers).toMatchObject({
      'Idempotency-Key': approval.key,
      Authorization: 'Bearer {{setting.stripe_key}}',
    });
  });

  it('is one refund when it is carried out twice with the same approval', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    const first = await refundOf(world).execute(approval, context);
    const second = await refundOf(world).execute(approval, context);
    expect(second).toEqual(first);
    expect(world.fake.state.refunds).toHaveLength(1);
  });

  it('is one refund when two browsers carry it out at the same moment', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    const results = await Promise.all([1, 2].map(() => refundOf(world).execute(approval, context)));
    expect(results.map(({ is }) => is)).toEqual(['succeeded', 'succeeded']);
    expect(world.fake.state.refunds).toHaveLength(1);
  });

  it('does nothing when somebody has refunded a part since the approval', async () => {
    const world = createStripeWorld();
    const approval = await approved(world, { amount: 'USD 20' });
    world.fake.state.charges[0]!.refunded = 2_000;
    expect(await refundOf(world).execute(approval, context)).toEqual({
      is: 'failed',
      failure: {
        code: 'stale',
        reason: 'USD 20 of the payment was refunded already; it was USD 0 when this was approved.',
      },
    });
    expect(world.fake.state.refunds).toEqual([]);
  });

  it('never sends more than what is left, whatever was approved', async () => {
    const world = createStripeWorld({ charges: [{ ...payment, refunded: 10_000 }] });
    expect(await refundOf(world).execute(await approved(world), context)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale', reason: 'Only USD 42.1 of the payment is left to refund.' },
    });
    expect(world.sent()).not.toContain('POST /v1/refunds');
  });

  it('shows a pending refund as on its way, not as done', async () => {
    const world = createStripeWorld({ charges: [{ ...payment, refundsBecome: 'pending' }] });
    expect(await refundOf(world).execute(await approved(world), context)).toMatchObject({
      is: 'succeeded',
      pending: true,
    });
  });

  it('fails with Stripe’s reason', async () => {
    const world = createStripeWorld({ charges: [{ ...payment, refundsBecome: 'failed' }] });
    expect(await refundOf(world).execute(await approved(world), context)).toMatchObject({
      is: 'failed',
      failure: { code: 'refused', reason: 'The refund re_desk1 did not go through: lost or stolen card.' },
    });
  });

  it('fails with Stripe’s words when it refuses', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    world.fake.state.disputes.push({
      id: 'dp_1',
      charge: 'ch_1',
      status: 'needs_response',
      reason: 'general',
    });
    expect(await refundOf(world).execute(approval, context)).toMatchObject({
      is: 'failed',
      failure: {
        code: 'refused',
        status: 400,
        reason: 'Charge ch_1 has been charged back; cannot issue a refund.',
      },
    });
  });

  it('does nothing while Stripe cannot be read', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('stripe', { fault: { is: 'down' } });
    expect(await world.settled(refundOf(world).execute(approval, context))).toMatchObject({
      is: 'failed',
      failure: { code: 'unavailable' },
    });
    world.zaf.faults.clear();
    expect(world.fake.state.refunds).toEqual([]);
  });

  it.each([
    ['down', { is: 'status', status: 503 }],
    ['broken', { is: 'status', status: 500 }],
    ['silent', { is: 'silent' }],
    ['answering with a page', { is: 'garbage' }],
    ['cut off', { is: 'truncated' }],
    [
      'answering about something else',
      {
        is: 'status',
        status: 200,
        body: '{"id":"re_x","amount":1,"currency":"usd","charge":"ch_1","status":"succeeded"}',
      },
    ],
    ['answering in another form', { is: 'status', status: 200, body: '{"ok":true}' }],
    ['still busy with the same key', { is: 'status', status: 409 }],
  ] as const)('does not know how it ended when Stripe is %s after the request went out', async (_, fault) => {
    const world = createStripeWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('stripe', { fault, when: ({ method }) => method === 'POST' });
    expect(await world.settled(refundOf(world).execute(approval, context))).toMatchObject({ is: 'unknown' });
  });

  it('sends the same key again when the answer is lost, and it is one refund', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('stripe', {
      fault: { is: 'lost-answer' },
      times: 1,
      when: ({ method }) => method === 'POST',
    });
    expect(await world.settled(refundOf(world).execute(approval, context))).toMatchObject({
      is: 'succeeded',
      reference: 're_desk1',
    });
    expect(world.fake.state.refunds).toHaveLength(1);
  });

  it('waits out a 429', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('stripe', {
      fault: { is: 'status', status: 429 },
      times: 1,
      when: ({ method }) => method === 'POST',
    });
    expect(await world.settled(refundOf(world).execute(approval, context))).toMatchObject({
      is: 'succeeded',
    });
  });
});

describe('finding out what became of a refund', () => {
  const lost = {
    fault: { is: 'lost-answer' },
    when: ({ method }: { method: string }) => method === 'POST',
  } as const;

  it('finds the refund by its key when the answer was lost', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('stripe', lost);
    expect(await world.settled(refundOf(world).execute(approval, context))).toMatchObject({ is: 'unknown' });
    expect(await refundOf(world).reconcile(approval, context)).toMatchObject({
      is: 'happened',
      result: {
        is: 'succeeded',
        reference: 're_desk1',
        reconciled: 'The refund re_desk1 carries the key of this approval.',
      },
    });
  });

  it('knows that it did not happen when no refund carries the key', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    const other = {
      id: 're_other',
      charge: 'ch_1',
      amount: 14_210,
      currency: 'usd',
      created: '2026-11-20T09:00:00Z',
      metadata: {},
      reason: undefined,
      status: 'succeeded',
    } as const;
    world.fake.state.refunds.push(other);
    expect(await refundOf(world).reconcile(approval, context)).toMatchObject({ is: 'did-not-happen' });
  });

  it('leaves it to a person when the approval is older than Stripe keeps a key', async () => {
    const world = createStripeWorld();
    const approval = await approved(world, whole, { at: '2026-11-19T08:59:00.000Z' });
    expect(await refundOf(world).reconcile(approval, context)).toMatchObject({ is: 'cannot-tell' });
  });

  it('cannot tell while Stripe is down', async () => {
    const world = createStripeWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('stripe', { fault: { is: 'down' } });
    expect(await world.settled(refundOf(world).reconcile(approval, context))).toMatchObject({
      is: 'cannot-tell',
    });
  });

  it('knows a refund that failed for one that did not happen', async () => {
    const world = createStripeWorld({ charges: [{ ...payment, refundsBecome: 'failed' }] });
    const approval = await approved(world);
    await refundOf(world).execute(approval, context);
    expect(await refundOf(world).reconcile(approval, context)).toMatchObject({ is: 'did-not-happen' });
  });
});
