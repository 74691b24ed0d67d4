import { describe, expect, test } from 'vitest';
import type { FakeRequest } from '../../desk/fakes/fake.ts';
import { createProxy, type Caller, type Exchange } from '../../desk/proxy.ts';
import type { Outcome } from '../../desk/proxy/proxy-answer.ts';

type Sent = { readonly request: FakeRequest; readonly caller: Caller | undefined };

const STRIPE = {
  url: 'https://api.stripe.com/v1/refunds',
  headers: { Authorization: 'Bearer {{setting.stripe_key}}' },
};

/** A proxy whose outside answers what the test wants, and remembers what went out. */
function proxyWith(
  outcome: Outcome = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' },
  check: () => string[] = () => [],
) {
  const sent: Sent[] = [];
  const noticed: Exchange[] = [];
  const proxy = createProxy({
    zendeskHost: 'desk.zendesk.com',
    allowedHosts: () => ['api.stripe.com', 'shop.myshopify.com'],
    vault: () => ({
      parameters: [{ name: 'stripe_key', scopes: ['header'] }],
      values: { stripe_key: 'rk_secret', hubspot_token: 'pat_secret' },
    }),
    send: (request, caller) => {
      sent.push({ request, caller });
      return Promise.resolve(outcome);
    },
    check,
    noticed: (exchange) => noticed.push(exchange),
  });
  return { ask: (options: unknown) => proxy(options, { userId: 9001 }), sent, noticed };
}

describe('where a request goes', () => {
  test('a relative address goes to Zendesk with the identity of the agent', async () => {
    const { ask, sent } = proxyWith();
    await ask('/api/v2/tickets/1.json?include=users');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.request.url.href).toBe('https://desk.zendesk.com/api/v2/tickets/1.json?include=users');
    expect(sent[0]?.caller).toEqual({ userId: 9001 });
  });

  test('another system never learns who the agent is', async () => {
    const { ask, sent } = proxyWith();
    await ask(STRIPE);
    expect(sent[0]?.caller).toBeUndefined();
  });

  test.each([
    ['a host outside the manifest', 'https://elsewhere.example/x', 403],
    ['another Zendesk account', 'https://other.zendesk.com/api/v2/users/me.json', 403],
    ['an address that is none', 'https://', 400],
  ])('%s is refused and nothing is sent', async (_, url, status) => {
    const { ask, sent, noticed } = proxyWith();
    expect((await ask({ url })).status).toBe(status);
    expect(sent).toEqual([]);
    expect(noticed[0]?.problems).toHaveLength(1);
  });

  test('a request past the proxy is not made', async () => {
    const { ask, sent } = proxyWith();
    expect((await ask({ ...STRIPE, cors: true, secure: true })).status).toBe(0);
    expect(sent).toEqual([]);
  });

  test('a request that breaks a contract is refused with the problems', async () => {
    const { ask, sent, noticed } = proxyWith(undefined, () => [
      'a Stripe POST needs an Idempotency-Key header',
    ]);
    const answer = await ask({ ...STRIPE, type: 'POST', secure: true });
    expect(answer).toMatchObject({
      status: 400,
      responseText: 'a Stripe POST needs an Idempotency-Key header',
    });
    expect(sent).toEqual([]);
    expect(noticed[0]?.problems).toEqual(['a Stripe POST needs an Idempotency-Key header']);
  });
});

describe('secure settings', () => {
  test('are filled in with secure, in a scope that the manifest allows', async () => {
    const { ask, sent } = proxyWith();
    await ask({ ...STRIPE, secure: true });
    expect(sent[0]?.request.headers).toEqual({ authorization: 'Bearer rk_secret' });
  });

  test('stay placeholders without secure', async () => {
    const { ask, sent } = proxyWith();
    await ask(STRIPE);
    expect(sent[0]?.request.headers).toEqual({ authorization: 'Bearer {{setting.stripe_key}}' });
  });

  test('stay placeholders outside their scope', async () => {
    const { ask, sent, noticed } = proxyWith();
    const options = {
      url: 'https://api.stripe.com/v1/x?key={{setting.stripe_key}}',
      type: 'POST',
      data: '{{setting.stripe_key}}',
    };
    await ask({ ...options, secure: true });
    expect(sent[0]?.request.body).toBe('{{setting.stripe_key}}');
    expect(sent[0]?.request.url.href).not.toContain('rk_secret');
    expect(noticed[0]?.problems).toEqual([
      '“stripe_key” may not stand in the body',
      '“stripe_key” may not stand in the url',
    ]);
  });

  test('that the manifest does not name are never filled in', async () => {
    const { ask, sent } = proxyWith();
    await ask({ url: STRIPE.url, headers: { 'x-token': '{{setting.hubspot_token}}' }, secure: true });
    expect(sent[0]?.request.headers).toEqual({ 'x-token': '{{setting.hubspot_token}}' });
  });

  test('are not filled in on the way to Zendesk', async () => {
    const { ask, sent } = proxyWith();
    await ask({ url: '/api/v2/users/me.json', headers: { 'x-key': '{{setting.stripe_key}}' }, secure: true });
    expect(sent[0]?.request.headers).toEqual({ 'x-key': '{{setting.stripe_key}}' });
  });

  test('are not in what is written down about a request', async () => {
    const { ask, noticed } = proxyWith();
    await ask({ ...STRIPE, secure: true });
    expect(JSON.stringify(noticed)).not.toContain('rk_secret');
  });
});

describe('how a request is sent', () => {
  test('data goes as it is, with its content type', async () => {
    const { ask, sent } = proxyWith();
    await ask({
      url: '/api/v2/tickets/1.json',
      type: 'PUT',
      data: '{"ticket":{}}',
      contentType: 'application/json',
    });
    expect(sent[0]?.request).toMatchObject({
      method: 'PUT',
      body: '{"ticket":{}}',
      headers: { 'content-type': 'application/json' },
    });
  });

  test('data without a content type is a form, as jQuery sends it', async () => {
    const { ask, sent } = proxyWith();
    await ask({ url: STRIPE.url, type: 'POST', data: { amount: 1099, reason: 'a b' } });
    expect(sent[0]?.request.body).toBe('amount=1099&reason=a+b');
    expect(sent[0]?.request.headers['content-type']).toContain('application/x-www-form-urlencoded');
  });

  test('data of a GET goes into the address', async () => {
    const { ask, sent } = proxyWith();
    await ask({ url: '/api/v2/users/search.json?page=1', data: { query: 'email:a@b.co' } });
    expect(sent[0]?.request.url.search).toBe('?page=1&query=email%3Aa%40b.co');
    expect(sent[0]?.request.body).toBeUndefined();
  });

  test('header names with an underscore do not pass', async () => {
    const { ask, sent } = proxyWith();
    await ask({ url: '/x', headers: { idempotency_key: '1', 'Idempotency-Key': '2' } });
    expect(sent[0]?.request.headers).toEqual({ 'idempotency-key': '2' });
  });
});

describe('what comes back', () => {
  test('status, texts, JSON and headers', async () => {
    const { ask } = proxyWith({
      status: 429,
      headers: { 'content-type': 'application/json', 'retry-after': '3' },
      body: '{"error":"x"}',
    });
    expect(await ask('/x')).toEqual({
      status: 429,
      statusText: 'Too Many Requests',
      responseText: '{"error":"x"}',
      responseJSON: { error: 'x' },
      headers: { 'content-type': 'application/json', 'retry-after': '3' },
    });
  });

  test('no answer is status 0', async () => {
    const { ask } = proxyWith('no-answer');
    expect(await ask('/x')).toMatchObject({ status: 0, responseText: '' });
  });
});
