import { describe, expect, it } from 'vitest';
import { createStripeFake } from '../../../desk/fakes/stripe/stripe-fake.ts';
import type { FakeResponse } from '../../../desk/fakes/fake.ts';
import { dispute, sampleStripe, subscription } from './sample-stripe.ts';

const now = () => '2026-11-20T09:00:00Z';
const seed = { ...sampleStripe, disputes: [dispute], subscriptions: [subscription] };
const createFake = () => createStripeFake(seed, now);

function post(
  fake: ReturnType<typeof createFake>,
  path: string,
  { form, key = 'key-1' }: { readonly form: Readonly<Record<string, string>>; readonly key?: string },
): FakeResponse {
  return fake.handle({
    method: 'POST',
    url: new URL(`https://api.stripe.com${path}`),
    headers: {
      authorization: `Bearer ${seed.key}`,
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': key,
    },
    body: new URLSearchParams(form).toString(),
  });
}

const credit = { amount: '-500', currency: 'usd' };
const credits = '/v1/customers/cus_1/balance_transactions';

describe('the stand-in for Stripe keeps its rules:', () => {
  it('a known key gets its first result, and nothing happens again', () => {
    const fake = createFake();
    const [first, second] = [post(fake, credits, { form: credit }), post(fake, credits, { form: credit })];
    expect(second.body).toBe(first.body);
    expect(second.headers).toMatchObject({ 'idempotent-replayed': 'true' });
    expect(fake.state.balanceTransactions).toHaveLength(1);
  });

  it.each([
    ['parameters', credits, { ...credit, amount: '-600' }],
    ['a path', '/v1/subscriptions/sub_1', credit],
  ])('a known key with other %s is an error', (_, path, form) => {
    const fake = createFake();
    post(fake, credits, { form: credit });
    const answer = post(fake, path, { form });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('idempotency_error');
  });

  it('a 500 is a result like any other: the key gives it again', () => {
    const fake = createFake();
    fake.state.nextWriteBreaks = 'before';
    expect(post(fake, credits, { form: credit }).status).toBe(500);
    expect(post(fake, credits, { form: credit }).status).toBe(500);
    expect(fake.state.balanceTransactions).toHaveLength(0);
    expect(post(fake, credits, { form: credit, key: 'key-2' }).status).toBe(200);
  });

  it('a customer has one currency', () => {
    const answer = post(createFake(), credits, { form: { ...credit, currency: 'eur' } });
    expect(answer.status).toBe(400);
  });

  it('evidence is taken once', () => {
    const fake = createFake();
    const form = { 'evidence[shipping_carrier]': 'UPS', submit: 'true' };
    expect(post(fake, '/v1/disputes/dp_1', { form }).status).toBe(200);
    expect(post(fake, '/v1/disputes/dp_1', { form, key: 'key-2' }).status).toBe(400);
    expect(fake.state.disputes[0]).toMatchObject({ status: 'under_review', submissions: 1 });
  });

  it.each([
    ['a text where a file is wanted', { 'evidence[customer_communication]': 'We wrote.' }],
    ['a field that it does not know', { 'evidence[mood]': 'good' }],
  ])('evidence is refused with %s', (_, form) => {
    expect(post(createFake(), '/v1/disputes/dp_1', { form }).status).toBe(400);
  });

  it('evidence is refused after the day of the bank', () => {
    const late = createStripeFake(
      { ...seed, disputes: [{ ...dispute, dueBy: '2026-11-19T00:00:00Z' }] },
      now,
    );
    const form = { 'evidence[shipping_carrier]': 'UPS' };
    expect(post(late, '/v1/disputes/dp_1', { form }).status).toBe(400);
  });

  it('what has ended stays so', () => {
    const over = createStripeFake({ ...seed, subscriptions: [{ ...subscription, status: 'canceled' }] }, now);
    const answer = post(over, '/v1/subscriptions/sub_1', { form: { cancel_at_period_end: 'false' } });
    expect(answer.status).toBe(400);
  });
});
