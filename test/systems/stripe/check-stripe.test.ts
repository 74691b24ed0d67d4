import { describe, expect, it } from 'vitest';
import { createStripeWorld } from './sample-stripe.ts';

const livePage = JSON.stringify({ object: 'list', data: [{ livemode: true }], has_more: false });

describe('whether Stripe is connected', () => {
  it('says so, and that the key is one for tests', async () => {
    const { stripe, sent } = createStripeWorld();
    expect(await stripe.check()).toEqual({ system: 'stripe', is: 'connected', mode: 'test' });
    expect(sent()).toEqual(['GET /v1/charges']);
  });

  it('says that the key moves real money', async () => {
    const { stripe, zaf } = createStripeWorld();
    zaf.faults.inject('stripe', { fault: { is: 'status', status: 200, body: livePage } });
    expect(await stripe.check()).toEqual({ system: 'stripe', is: 'connected', mode: 'live' });
  });

  it('does not know the mode of an account without payments', async () => {
    const { stripe } = createStripeWorld({ charges: [] });
    expect(await stripe.check()).toEqual({ system: 'stripe', is: 'connected' });
  });

  it('names the setting of a wrong key', async () => {
    const { stripe } = createStripeWorld({}, { keys: { stripe_key: 'rk_test_other' } });
    const check = await stripe.check();
    expect(check).toMatchObject({ is: 'failing', failure: { code: 'misconfigured', status: 401 } });
    expect(check.is === 'failing' && check.failure.reason).toContain('stripe_key');
    expect(JSON.stringify(check)).not.toContain('rk_test_other');
  });

  it.each([
    ['is down', { is: 'status', status: 503 }, 'unavailable'],
    ['answers with a page', { is: 'garbage' }, 'unreadable'],
    ['answers with something else', { is: 'status', status: 200, body: '{"ok":true}' }, 'unreadable'],
  ] as const)('says that it %s', async (_, fault, code) => {
    const { stripe, zaf, settled } = createStripeWorld();
    zaf.faults.inject('stripe', { fault });
    expect(await settled(stripe.check())).toMatchObject({ is: 'failing', failure: { code } });
  });
});
