import { describe, expect, it } from 'vitest';
import type { StripeSeed } from '../../../desk/fakes/stripe/seed.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { readRequest } from '../adapter-world.ts';
import {
  createStripeWorld,
  dispute,
  otherPayment,
  payment,
  subscription,
  type StripeWorld,
} from './sample-stripe.ts';

const facts = { 'order number': '#1001' };

async function read(
  { stripe }: StripeWorld,
  source: string,
  given: Readonly<Record<string, FactJson>> = facts,
) {
  const answer = await stripe.read(readRequest(source, { facts: given }));
  if (answer.is === 'failed') return answer;
  return answer.reading.is === 'value' ? answer.reading.value : answer.reading;
}

/** Every row: a source, and what it says. */
function tells(seed: Partial<StripeSeed>, rows: readonly (readonly [string, unknown])[]) {
  it.each(rows)('%s is %j', async (source, value) => {
    expect(await read(createStripeWorld(seed), source)).toEqual(value);
  });
}

const empty = { is: 'empty' };

describe('a customer', () => {
  tells(
    {
      charges: [
        payment,
        otherPayment(2, { amount: 3_000, created: '2026-10-05T10:00:00Z', metadata: { order: '900' } }),
        otherPayment(3, { metadata: { order_number: '1001' } }),
        otherPayment(4, { status: 'failed' }),
        otherPayment(5, { captured: false }),
      ],
      disputes: [
        { ...dispute, status: 'won' },
        { ...dispute, id: 'dp_2', charge: 'ch_2' },
      ],
    },
    [
      ['stripe.customer.credit', 'USD 5'],
      ['stripe.customer.payments', [{ money: 'USD 142.1' }, { money: 'USD 50' }, { money: 'USD 30' }]],
      [
        'stripe.customer.payment_dates',
        [{ date: '2026-11-06' }, { date: '2026-11-06' }, { date: '2026-10-05' }],
      ],
      ['stripe.customer.orders', ['1001', '900']],
      ['stripe.customer.disputes', ['1001', '900']],
      ['stripe.customer.open_disputes', ['900']],
      ['stripe.customer.dispute_count', 2],
    ],
  );
});

describe('a payment', () => {
  tells({ charges: [{ ...payment, refunded: 4_210 }] }, [
    ['stripe.charge.amount_captured', 'USD 142.1'],
    ['stripe.charge.left_to_refund', 'USD 100'],
    ['stripe.charge.order', '1001'],
    ['stripe.charge.double_payments', []],
    ['stripe.charge.double_payment', empty],
  ]);
});

describe('a payment that was taken twice', () => {
  const again = otherPayment(2, { amount: 14_210, created: '2026-11-06T08:00:00Z' });

  tells({ charges: [payment, again] }, [
    ['stripe.charge.double_payments', ['ch_2']],
    ['stripe.charge.double_payment', 'ch_2'],
    ['stripe.charge.same_amount_payments', [{ date: '2026-11-06' }]],
  ]);

  it.each([
    ['of another amount', { amount: 14_200 }],
    ['of another currency', { currency: 'eur' }],
    ['of another card', { card: { brand: 'visa', last4: '1111' } }],
    ['for another order', { metadata: { order_number: '1002' } }],
    ['of the month before', { created: '2026-10-06T08:00:00Z' }],
    ['that was reserved only', { captured: false }],
    ['that failed', { status: 'failed' as const }],
    ['that was given back', { refunded: 14_210 }],
  ])('has no double %s', async (_, given) => {
    const world = createStripeWorld({ charges: [payment, { ...again, ...given }] });
    expect(await read(world, 'stripe.charge.double_payments')).toEqual([]);
  });

  it('names none where there are several', async () => {
    const world = createStripeWorld({ charges: [payment, again, { ...again, id: 'ch_3' }] });
    expect(await read(world, 'stripe.charge.double_payment')).toEqual({ is: 'none', because: 'several' });
  });
});

describe('an attempt to pay', () => {
  tells({}, [
    ['stripe.payment_intent.id', 'pi_1'],
    ['stripe.payment_intent.status', 'succeeded'],
    ['stripe.payment_intent.amount', 'USD 142.1'],
    ['stripe.payment_intent.amount_received', 'USD 142.1'],
  ]);

  const attempt = {
    id: 'pi_9',
    customer: 'cus_1',
    amount: 14_210,
    currency: 'usd',
    created: '2026-11-05T10:00:00Z',
    status: 'requires_payment_method',
    metadata: { order_number: '1001' },
  } as const;
  const unpaid = { charges: [], attempts: [attempt, { ...attempt, id: 'pi_8', metadata: {} }] };

  tells(unpaid, [
    ['stripe.payment_intent.id', 'pi_9'],
    ['stripe.payment_intent.status', 'requires payment method'],
    ['stripe.payment_intent.amount_received', 'USD 0'],
    ['stripe.payment_intent.cancellation_reason', empty],
  ]);

  it('is not told where several fit', async () => {
    expect(await read(createStripeWorld(unpaid), 'stripe.payment_intent.id', {})).toEqual({
      is: 'none',
      because: 'several',
    });
  });
});

describe('the refunds of a payment', () => {
  tells({}, [
    ['stripe.refund.count', 0],
    ['stripe.refund.total', 'USD 0'],
    ['stripe.refund.pending', false],
    ['stripe.refund.status', empty],
    ['stripe.refund.created', empty],
  ]);

  const refund = {
    id: 're_1',
    charge: 'ch_1',
    amount: 1_000,
    currency: 'usd',
    created: '2026-11-10T23:30:00Z',
    metadata: {},
    reason: undefined,
    status: 'succeeded',
  } as const;

  it.each([
    ['count', 3],
    ['total', 'USD 25'],
    ['pending', true],
    ['failed', true],
    ['id', 're_3'],
    ['amount', 'USD 15'],
    ['status', 'pending'],
    ['created', '2026-11-12'],
    ['failure_reason', empty],
  ])('%s is %j', async (field, value) => {
    const world = createStripeWorld();
    world.fake.state.refunds.push(
      refund,
      { ...refund, id: 're_2', status: 'failed' },
      { ...refund, id: 're_3', amount: 1_500, created: '2026-11-12T10:00:00Z', status: 'pending' },
    );
    expect(await read(world, `stripe.refund.${field}`)).toEqual(value);
  });
});

describe('a dispute', () => {
  tells({ disputes: [dispute] }, [
    ['stripe.dispute.id', 'dp_1'],
    ['stripe.dispute.status', 'needs response'],
    ['stripe.dispute.reason', 'product not received'],
    ['stripe.dispute.amount', 'USD 142.1'],
    ['stripe.dispute.open', true],
    ['stripe.dispute.evidence_due', '2026-12-01'],
    ['stripe.dispute.past_due', false],
    ['stripe.dispute.has_evidence', false],
    ['stripe.dispute.submissions', 0],
    ['stripe.dispute.charge_refundable', false],
    ['stripe.dispute.created', '2026-11-06'],
  ]);
  tells({}, [['stripe.dispute.status', { is: 'none', because: 'not-found' }]]);
});

describe('a subscription', () => {
  tells({ subscriptions: [subscription] }, [
    ['stripe.subscription.id', 'sub_1'],
    ['stripe.subscription.status', 'active'],
    ['stripe.subscription.current_period_end', '2026-12-10'],
    ['stripe.subscription.cancel_at_period_end', false],
    ['stripe.subscription.plan', 'Gas cartridges'],
    ['stripe.subscription.amount', 'USD 24'],
    ['stripe.subscription.started', '2026-08-10'],
    ['stripe.subscription.ended', empty],
  ]);
  tells({}, [['stripe.subscription.status', { is: 'none', because: 'not-found' }]]);

  const [item] = subscription.items;

  it.each([
    ['two of one price', [{ ...item, quantity: 2 }], 'USD 48'],
    ['two prices', [item, { ...item, plan: 'Maps', amount: 100 }], 'USD 25'],
    ['a price that depends on the use', [{ ...item, amount: null }], empty],
    ['a month and a year', [item, { ...item, interval: 'year' as const }], empty],
  ])('costs what its items cost together: %s', async (_, items, value) => {
    const world = createStripeWorld({ subscriptions: [{ ...subscription, items }] });
    expect(await read(world, 'stripe.subscription.amount')).toEqual(value);
  });
});

describe('the key of a record', () => {
  it.each(['charge', 'payment_intent', 'refund', 'dispute'])('of a %s is the order number', (record) => {
    const { stripe } = createStripeWorld();
    const { source } = readRequest(`stripe.${record}.id`);
    expect(stripe.keyFacts(source, [], ['Order number'])).toEqual(['Order number']);
  });

  it.each([
    ['subscription', 'sub_1', 'GET /v1/subscriptions/sub_1'],
    ['dispute', 'dp_1', 'GET /v1/disputes/dp_1'],
    ['payment_intent', 'pi_1', 'GET /v1/payment_intents/pi_1'],
    ['charge', 'ch_1', 'GET /v1/charges/ch_1'],
  ])('of a %s may be an id that the SOP declares', async (record, id, request) => {
    const world = createStripeWorld({ subscriptions: [subscription], disputes: [dispute] });
    const records = [
      { name: 'mine', system: 'stripe', entity: record, by: 'its id', span: { from: 0, to: 0 } },
    ];
    const asked = (known: Readonly<Record<string, FactJson>>) =>
      world.stripe.read(
        readRequest(`stripe.${record}.id`, { records, declaredRecord: 'mine', facts: known }),
      );
    expect(await asked({ 'its id': id })).toMatchObject({ reading: { is: 'value', value: id } });
    expect(world.sent()).toEqual([request]);
    expect(await asked({})).toMatchObject({ reading: { is: 'none', because: 'key-missing' } });
  });
});
