import { describe, expect, it } from 'vitest';
import type { ReadAnswer } from '../../../src/app/ports/records.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { actionContext, proposal, readRequest, requesterAddress, targetOf } from '../adapter-world.ts';
import {
  actionOf,
  createStripeWorld,
  dispute,
  otherPayment,
  payment,
  sampleStripe,
  subscription,
  type StripeWorld,
} from './sample-stripe.ts';

/** The same checkout, pressed twice: the second payment was never tied to the order. */
const again = otherPayment(2, { amount: 14_210, created: '2026-11-05T23:31:00Z' });

const read = (
  { stripe }: StripeWorld,
  source: string,
  given: { readonly facts?: Readonly<Record<string, FactJson>>; readonly chosen?: string } = {},
): Promise<ReadAnswer> =>
  stripe.read({
    ...readRequest(source, given.facts === undefined ? {} : { facts: given.facts }),
    chosen: () => given.chosen,
  });

const prepare = (
  world: StripeWorld,
  operation: string,
  {
    parameters = {},
    chosen,
  }: { readonly parameters?: Readonly<Record<string, FactJson>>; readonly chosen?: string } = {},
) =>
  actionOf(world, operation).prepare(
    proposal(operation, parameters),
    { ...actionContext({ 'order value': 'USD 142.1' }), chosen: () => chosen },
    'shared',
  );

describe('a fact of several payments', () => {
  const world = () => createStripeWorld({ charges: [payment, again] });

  it('is not told, and says enough to tell the payments apart', async () => {
    expect(await read(world(), 'stripe.charge.amount')).toMatchObject({
      reading: { is: 'none', because: 'several' },
      choice: {
        system: 'stripe',
        record: 'charge',
        candidates: [
          {
            id: 'ch_2',
            name: 'Visa ··4242',
            details: [
              { label: 'amount', value: 'USD 142.1' },
              { label: 'paid_on', value: '2026-11-06' },
              { label: 'paid_at', value: '23:31 UTC' },
              { label: 'status', value: 'succeeded' },
            ],
            url: 'https://dashboard.stripe.com/test/payments/pi_2',
          },
          {
            id: 'ch_1',
            details: [
              { label: 'amount' },
              { label: 'paid_on' },
              { label: 'paid_at', value: '23:30 UTC' },
              { label: 'order', value: '1001' },
              { label: 'status' },
            ],
          },
        ],
      },
    });
  });

  it('is that of the payment that the rep has chosen, also against the order number', async () => {
    const facts = { 'order number': '#1001' };
    expect(await read(world(), 'stripe.charge.id', { facts, chosen: 'ch_2' })).toMatchObject({
      reading: { is: 'value', value: 'ch_2' },
    });
  });

  it('is not that of a payment of somebody else, whatever was chosen', async () => {
    expect(await read(world(), 'stripe.charge.id', { chosen: 'ch_9' })).toMatchObject({
      reading: { is: 'none', because: 'several' },
    });
  });
});

describe('a fact of several customers of one address', () => {
  const customers = [
    ...sampleStripe.customers,
    { id: 'cus_2', email: requesterAddress, name: 'Guest', created: '2026-11-01T10:00:00Z' },
  ];
  const world = () =>
    createStripeWorld({ customers, charges: [payment, otherPayment(2, { customer: 'cus_2' })] });

  it('is not told, and offers them', async () => {
    expect(await read(world(), 'stripe.customer.name')).toMatchObject({
      reading: { is: 'none', because: 'several' },
      choice: {
        record: 'customer',
        candidates: [
          { id: 'cus_1', name: 'Sample Customer' },
          { id: 'cus_2', name: 'Guest', details: [{ label: 'since', value: '2026-11-01' }, {}] },
        ],
      },
    });
  });

  it('is that of the chosen one, and so are lists and counts', async () => {
    expect(await read(world(), 'stripe.customer.name', { chosen: 'cus_2' })).toMatchObject({
      reading: { value: 'Guest' },
    });
    expect(await read(world(), 'stripe.customer.payments')).toMatchObject({
      reading: { value: [{ money: 'USD 142.1' }, { money: 'USD 50' }] },
    });
    expect(await read(world(), 'stripe.customer.payments', { chosen: 'cus_2' })).toMatchObject({
      reading: { value: [{ money: 'USD 50' }] },
    });
  });

  it('gets no credit before the rep has chosen', async () => {
    const parameters = { amount: 'USD 5' };
    expect(await prepare(world(), 'stripe.credit_customer', { parameters })).toMatchObject({
      is: 'impossible',
      choice: { record: 'customer' },
    });
    const prepared = await prepare(world(), 'stripe.credit_customer', { parameters, chosen: 'cus_2' });
    expect(targetOf(prepared).ids['customer']).toBe('cus_2');
  });
});

describe('a refund of one of several payments', () => {
  const parameters = { amount: 'USD 142.1' };
  const unnamed = [otherPayment(1, { amount: 14_210 }), again];

  it('is offered for choice, never for the first one', async () => {
    const world = createStripeWorld({ charges: unnamed });
    expect(await prepare(world, 'stripe.refund', { parameters })).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target', reason: '2 payments of the requester fit this ticket.' },
      choice: { record: 'charge', candidates: [{ id: 'ch_2' }, { id: 'ch_1' }] },
    });
  });

  it('is that of the chosen one', async () => {
    const prepared = await prepare(createStripeWorld({ charges: unnamed }), 'stripe.refund', {
      parameters,
      chosen: 'ch_1',
    });
    expect(targetOf(prepared).ids['charge']).toBe('ch_1');
  });

  it('does not go to another payment when nothing can be refunded of the chosen one', async () => {
    const charges = [payment, otherPayment(2, { amount: 14_210, status: 'failed' })];
    const prepared = await prepare(createStripeWorld({ charges }), 'stripe.refund', {
      parameters,
      chosen: 'ch_2',
    });
    expect(prepared).toMatchObject({ is: 'impossible', failure: { code: 'unclear-target' } });
  });

  it.each(['ch_2', 'pi_2'])('is that of the payment %s that the SOP names', async (named) => {
    const world = createStripeWorld({ charges: [payment, again] });
    const prepared = await prepare(world, 'stripe.refund', {
      parameters: { ...parameters, payment: named },
      chosen: 'ch_1',
    });
    expect(targetOf(prepared).ids['charge']).toBe('ch_2');
  });

  it('is refused where the SOP names a payment that is not the requester’s', async () => {
    const prepared = await prepare(createStripeWorld(), 'stripe.refund', {
      parameters: { ...parameters, payment: 'ch_9' },
    });
    expect(prepared).toMatchObject({
      failure: { reason: 'ch_9 is no payment of the requester that money was taken with.' },
    });
  });
});

describe('one of several disputes', () => {
  const second = { ...dispute, id: 'dp_2', charge: 'ch_2' };
  const charges = [payment, again];
  const parameters = { product_description: 'A rain jacket.' };

  it('is chosen by the rep', async () => {
    const world = createStripeWorld({ charges, disputes: [dispute, second] });
    expect(await prepare(world, 'stripe.submit_evidence', { parameters })).toMatchObject({
      is: 'impossible',
      choice: { record: 'dispute', candidates: [{ id: 'dp_2' }, { id: 'dp_1' }] },
    });
    const prepared = await prepare(world, 'stripe.submit_evidence', { parameters, chosen: 'dp_1' });
    expect(targetOf(prepared).ids['dispute']).toBe('dp_1');
  });

  it('is the only one that waits for an answer', async () => {
    const world = createStripeWorld({ charges, disputes: [{ ...dispute, status: 'won' }, second] });
    expect(targetOf(await prepare(world, 'stripe.submit_evidence', { parameters })).ids['dispute']).toBe(
      'dp_2',
    );
  });

  it('is the one that the SOP names, if it is the requester’s', async () => {
    const world = createStripeWorld({ charges, disputes: [dispute, second] });
    const named = (id: string) =>
      prepare(world, 'stripe.submit_evidence', { parameters: { ...parameters, dispute: id } });
    expect(targetOf(await named('dp_2')).ids['dispute']).toBe('dp_2');
    expect(await named('dp_9')).toMatchObject({
      failure: { reason: 'dp_9 is no dispute of the requester.' },
    });
  });
});

describe('one of several subscriptions', () => {
  const yearly = { ...subscription, id: 'sub_2', items: [{ ...subscription.items[0], plan: 'Maps' }] };

  it('is chosen by the rep, for facts and for actions', async () => {
    const world = createStripeWorld({ subscriptions: [subscription, yearly] });
    expect(await read(world, 'stripe.subscription.plan')).toMatchObject({
      reading: { because: 'several' },
      choice: {
        record: 'subscription',
        candidates: [
          {
            name: 'Gas cartridges',
            details: [
              { label: 'amount', value: 'USD 24' },
              { label: 'status', value: 'active' },
              { label: 'since', value: '2026-08-10' },
              { label: 'period_ends', value: '2026-12-10' },
            ],
          },
          { name: 'Maps' },
        ],
      },
    });
    expect(await prepare(world, 'stripe.cancel_subscription')).toMatchObject({
      is: 'impossible',
      choice: { record: 'subscription' },
    });
    const prepared = await prepare(world, 'stripe.cancel_subscription', { chosen: 'sub_2' });
    expect(targetOf(prepared).ids['subscription']).toBe('sub_2');
  });

  it('is the one that runs, where the others have ended', async () => {
    const ended = { ...yearly, status: 'canceled' as const, endedAt: '2026-09-01T09:00:00Z' };
    const world = createStripeWorld({ subscriptions: [ended, subscription] });
    expect(targetOf(await prepare(world, 'stripe.cancel_subscription')).ids['subscription']).toBe('sub_1');
    const over = createStripeWorld({ subscriptions: [ended] });
    expect(await read(over, 'stripe.subscription.status')).toMatchObject({ reading: { value: 'canceled' } });
    expect(await prepare(over, 'stripe.cancel_subscription')).toMatchObject({
      failure: { reason: 'The requester has no subscription that runs.' },
    });
  });
});
