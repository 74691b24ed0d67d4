import { describe, expect, it } from 'vitest';
import type { ReadAnswer } from '../../../src/app/ports/records.ts';
import { readRequest, requesterAddress, sampleTicket } from '../adapter-world.ts';
import { createStripeWorld, otherPayment, payment, sampleStripe } from './sample-stripe.ts';

const reading = (answer: ReadAnswer) => (answer.is === 'read' ? answer.reading : answer);

describe('facts of a customer', () => {
  it('counts payments that are or were disputed, decided disputes too', async () => {
    const { stripe } = createStripeWorld({
      charges: [payment, otherPayment(2), otherPayment(3)],
      disputes: [
        { id: 'dp_2', charge: 'ch_2', status: 'won', reason: 'general' },
        { id: 'dp_3', charge: 'ch_3', status: 'needs_response', reason: 'general' },
      ],
    });
    const answer = await stripe.read(readRequest('stripe.customer.dispute_count'));
    expect(reading(answer)).toEqual({ is: 'value', value: 2 });
    expect(answer).toMatchObject({
      source: {
        system: 'stripe',
        record: 'customer',
        field: 'dispute_count',
        url: 'https://dashboard.stripe.com/test/customers/cus_1',
      },
      observedAt: '2026-11-20T09:00:00.000Z',
    });
  });

  it('names open disputes by the order of their payment, else by their id, and asks for disputed payments only', async () => {
    const { stripe, sent } = createStripeWorld({
      charges: [
        payment,
        otherPayment(2),
        otherPayment(3, { metadata: { order_id: '#903' } }),
        otherPayment(4),
      ],
      disputes: [
        { id: 'dp_2', charge: 'ch_2', status: 'under_review', reason: 'general' },
        { id: 'dp_3', charge: 'ch_3', status: 'warning_needs_response', reason: 'general' },
        { id: 'dp_4', charge: 'ch_4', status: 'lost', reason: 'general' },
      ],
    });
    const answer = await stripe.read(readRequest('stripe.customer.open_disputes'));
    expect(reading(answer)).toEqual({ is: 'value', value: ['dp_2', '#903'] });
    expect(sent().filter((request) => request === 'GET /v1/disputes')).toHaveLength(3);
  });

  it('is an empty list and a zero for a customer who never disputed', async () => {
    const { stripe, sent } = createStripeWorld();
    const answers = await Promise.all(
      ['open_disputes', 'dispute_count'].map((field) => stripe.read(readRequest(`stripe.customer.${field}`))),
    );
    expect(answers.map(reading)).toEqual([
      { is: 'value', value: [] },
      { is: 'value', value: 0 },
    ]);
    expect(sent()).toEqual(['GET /v1/customers', 'GET /v1/charges']);
  });

  it('adds up over all customers of an address, whatever case it is written in', async () => {
    const written = 'Sample.Customer@example.com';
    const { stripe } = createStripeWorld({
      customers: [...sampleStripe.customers, { id: 'cus_2', email: written, name: 'Sample Customer' }],
      charges: [payment, otherPayment(2, { customer: 'cus_2' })],
      disputes: [
        { id: 'dp_1', charge: 'ch_1', status: 'lost', reason: 'general' },
        { id: 'dp_2', charge: 'ch_2', status: 'won', reason: 'general' },
      ],
    });
    const ticket = sampleTicket(written);
    expect(reading(await stripe.read(readRequest('stripe.customer.dispute_count', { ticket })))).toEqual({
      is: 'value',
      value: 2,
    });
    expect(reading(await stripe.read(readRequest('stripe.customer.id', { ticket })))).toEqual({
      is: 'none',
      because: 'several',
    });
  });

  it('tells the balance as money, negative for credit', async () => {
    const { stripe } = createStripeWorld();
    expect(reading(await stripe.read(readRequest('stripe.customer.balance')))).toEqual({
      is: 'value',
      value: 'USD -5',
    });
  });

  it('finds nobody for an address that Stripe does not know: unknown, never a zero', async () => {
    const { stripe } = createStripeWorld();
    const ticket = sampleTicket('nobody@example.com');
    const answer = await stripe.read(readRequest('stripe.customer.dispute_count', { ticket }));
    expect(reading(answer)).toEqual({ is: 'none', because: 'not-found' });
  });

  it('asks nothing without an address', async () => {
    const { stripe, sent } = createStripeWorld();
    const answer = await stripe.read(
      readRequest('stripe.customer.dispute_count', { ticket: sampleTicket(null) }),
    );
    expect(reading(answer)).toEqual({ is: 'none', because: 'key-missing' });
    expect(sent()).toEqual([]);
  });

  it('tells no count when there are more payments than a page holds', async () => {
    const charges = Array.from({ length: 101 }, (_, index) => otherPayment(index + 1));
    const { stripe } = createStripeWorld({ charges });
    const answer = await stripe.read(readRequest('stripe.customer.dispute_count'));
    expect(reading(answer)).toEqual({ is: 'none', because: 'several' });
  });

  it('stays within the request budget when many payments are disputed', async () => {
    const charges = [1, 2, 3, 4, 5].map((number) => otherPayment(number));
    const disputes = charges.map(
      ({ id }) => ({ id: `dp_${id}`, charge: id, status: 'lost', reason: 'general' }) as const,
    );
    const { stripe, sent } = createStripeWorld({ charges, disputes });
    const answer = await stripe.read(readRequest('stripe.customer.open_disputes'));
    expect(reading(answer)).toEqual({ is: 'none', because: 'several' });
    expect(sent()).not.toContain('GET /v1/disputes');
  });

  it('looks the customer up by the fact that the SOP declares', async () => {
    const { stripe } = createStripeWorld();
    const records = [
      { name: 'payer', system: 'stripe', entity: 'customer', by: 'billing email', span: { from: 0, to: 0 } },
    ];
    const request = { records, declaredRecord: 'payer', ticket: sampleTicket('other@example.com') };
    const known = readRequest('stripe.customer.id', {
      ...request,
      facts: { 'billing email': requesterAddress },
    });
    expect(reading(await stripe.read(known))).toEqual({ is: 'value', value: 'cus_1' });
    const unknown = readRequest('stripe.customer.id', request);
    expect(reading(await stripe.read(unknown))).toEqual({ is: 'none', because: 'key-missing' });
    expect(stripe.keyFacts(known.source, records, [])).toEqual(['billing email']);
  });

  it('says of an unknown field that there is none', async () => {
    const { stripe } = createStripeWorld();
    expect(reading(await stripe.read(readRequest('stripe.customer.shoe_size')))).toEqual({
      is: 'none',
      because: 'no-such-field',
    });
    expect(reading(await stripe.read(readRequest('stripe.invoice.total')))).toEqual({
      is: 'none',
      because: 'not-offered',
    });
  });
});

describe('facts of a payment', () => {
  const facts = { 'order number': '#1001' };

  it('reads the payment that names the order', async () => {
    const { stripe } = createStripeWorld({ charges: [payment, otherPayment(2)] });
    const read = async (field: string) =>
      reading(await stripe.read(readRequest(`stripe.charge.${field}`, { facts })));
    expect(await read('amount')).toEqual({ is: 'value', value: 'USD 142.1' });
    expect(await read('card_last4')).toEqual({ is: 'value', value: '4242' });
    expect(await read('status')).toEqual({ is: 'value', value: 'succeeded' });
    expect(await read('amount_refunded')).toEqual({ is: 'value', value: 'USD 0' });
  });

  it('gives days in the zone of the account', async () => {
    const { stripe } = createStripeWorld();
    const answer = await stripe.read(readRequest('stripe.charge.created', { facts }));
    expect(reading(answer)).toEqual({ is: 'value', value: '2026-11-06' });
  });

  it('takes no other payment for an order that none names', async () => {
    const { stripe } = createStripeWorld({ charges: [otherPayment(2)] });
    const answer = await stripe.read(readRequest('stripe.charge.amount', { facts }));
    expect(reading(answer)).toEqual({ is: 'none', because: 'not-found' });
  });

  it('never takes the first of several', async () => {
    const { stripe } = createStripeWorld({ charges: [payment, otherPayment(2)] });
    expect(reading(await stripe.read(readRequest('stripe.charge.amount')))).toEqual({
      is: 'none',
      because: 'several',
    });
  });

  it('needs the order number where the SOP has one', () => {
    const { stripe } = createStripeWorld();
    const { source } = readRequest('stripe.charge.amount');
    expect(stripe.keyFacts(source, [], ['Order number', 'order value'])).toEqual(['Order number']);
    expect(stripe.keyFacts(source, [], ['order value'])).toEqual([]);
  });
});

describe('asking Stripe', () => {
  it('asks once per ticket, and again where the newest is wanted', async () => {
    const { stripe, sent } = createStripeWorld();
    const request = readRequest('stripe.customer.dispute_count');
    await stripe.read(request);
    await stripe.read(request);
    expect(sent()).toHaveLength(2);
    await Promise.all([
      stripe.read({ ...request, freshness: 'newest' }),
      stripe.read({ ...request, freshness: 'newest' }),
    ]);
    expect(sent()).toHaveLength(4);
    await stripe.read({ ...request, ticket: sampleTicket(requesterAddress, '4513') });
    expect(sent()).toHaveLength(6);
  });

  it('gives the newer answer to everybody after the newest was asked for', async () => {
    const { stripe, fake } = createStripeWorld();
    const request = readRequest('stripe.customer.dispute_count');
    await stripe.read(request);
    fake.state.disputes.push({ id: 'dp_1', charge: 'ch_1', status: 'needs_response', reason: 'general' });
    expect(reading(await stripe.read(request))).toEqual({ is: 'value', value: 0 });
    await stripe.read({ ...request, freshness: 'newest' });
    expect(reading(await stripe.read(request))).toEqual({ is: 'value', value: 1 });
  });

  it('fails by name when Stripe is down, and asks again afterwards', async () => {
    const { stripe, zaf, settled } = createStripeWorld();
    zaf.faults.inject('stripe', { fault: { is: 'status', status: 503 } });
    const request = readRequest('stripe.customer.dispute_count');
    expect(await settled(stripe.read(request))).toMatchObject({
      is: 'failed',
      system: 'stripe',
      failure: { code: 'unavailable' },
    });
    zaf.faults.clear();
    expect(reading(await stripe.read(request))).toEqual({ is: 'value', value: 0 });
  });

  it('waits out a 429', async () => {
    const { stripe, zaf, settled } = createStripeWorld();
    zaf.faults.inject('stripe', {
      fault: { is: 'status', status: 429, headers: { 'retry-after': '2' } },
      times: 1,
    });
    const answer = await settled(stripe.read(readRequest('stripe.customer.dispute_count')));
    expect(reading(answer)).toEqual({ is: 'value', value: 0 });
  });

  it('says that the key is refused', async () => {
    const { stripe } = createStripeWorld({}, { keys: { stripe_key: 'rk_test_other' } });
    const answer = await stripe.read(readRequest('stripe.customer.dispute_count'));
    expect(answer).toMatchObject({ is: 'failed', failure: { code: 'misconfigured', status: 401 } });
  });

  it('names what it cannot read', async () => {
    const { stripe, zaf } = createStripeWorld();
    const fault = { is: 'status', status: 200, body: '{"object":"list","data":[{"id":7}]}' } as const;
    zaf.faults.inject('stripe', { fault });
    const answer = await stripe.read(readRequest('stripe.customer.dispute_count'));
    expect(answer).toMatchObject({
      is: 'failed',
      failure: {
        code: 'unreadable',
        reason: 'Cannot read the customers: data.0.id has another form than expected.',
      },
    });
  });

  it('fails when the answer is a page of HTML', async () => {
    const { stripe, zaf, settled } = createStripeWorld();
    zaf.faults.inject('stripe', { fault: { is: 'garbage' } });
    const answer = await settled(stripe.read(readRequest('stripe.customer.dispute_count')));
    expect(answer).toMatchObject({ is: 'failed', failure: { code: 'unreadable' } });
  });
});
