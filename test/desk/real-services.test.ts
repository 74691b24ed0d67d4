import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDesk } from '../../desk/desk.ts';
import { reachRealService, realServices, realServicesOf } from '../../desk/real-services.ts';

test('without keys every system is a stand-in', () => {
  expect(realServices({})).toEqual([]);
  expect(realServicesOf('/nowhere/.env')).toEqual([]);
});

test('a key makes its system real, and stands in the setting that the app names', () => {
  expect(realServices({ STRIPE_KEY: 'rk_test_1' })).toEqual([
    { system: 'stripe', host: 'api.stripe.com', secrets: { stripe_key: 'rk_test_1' }, settings: {} },
  ]);
});

test('a shop needs its token and its name', () => {
  expect(realServices({ SHOPIFY_TOKEN: 'shpat_1' })).toEqual([]);
  expect(realServices({ SHOPIFY_TOKEN: 'shpat_1', SHOPIFY_SHOP: 'sample' })).toEqual([
    {
      system: 'shopify',
      host: 'sample.myshopify.com',
      secrets: { shopify_token: 'shpat_1' },
      settings: { shopify_shop: 'sample.myshopify.com' },
    },
  ]);
});

test('an empty key is no key', () => {
  expect(realServices({ EASYPOST_KEY: '', ANTHROPIC_API_KEY: '' })).toEqual([]);
});

describe('a real service', () => {
  const received: { readonly url: string | undefined; readonly authorization: string | undefined }[] = [];
  const service = createServer((request, response) => {
    received.push({ url: request.url, authorization: request.headers.authorization });
    response.writeHead(402, { 'content-type': 'application/json', 'request-id': 'req_1' });
    response.end('{"error":{"code":"card_declined"}}');
  });
  let host = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      service.listen(0, '127.0.0.1', () => resolve());
    });
    const address = service.address();
    host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  });
  afterAll(() => void service.close());

  const request = () => ({
    method: 'GET',
    url: new URL(`http://${host}/v1/refunds?limit=1`),
    headers: {},
    body: undefined,
  });

  test('answers with its own status, headers and body', async () => {
    expect(await reachRealService(request())).toMatchObject({
      status: 402,
      headers: { 'request-id': 'req_1' },
      body: '{"error":{"code":"card_declined"}}',
    });
  });

  test('that cannot be reached gives no answer', async () => {
    expect(await reachRealService({ ...request(), url: new URL('http://127.0.0.1:1/') })).toBe('no-answer');
  });

  test('gets the requests of the app in the place of the stand-in, with the real key filled in by the proxy', async () => {
    const real = { system: 'stripe', host, secrets: { stripe_key: 'rk_real' }, settings: {} };
    const desk = await createDesk({
      now: () => '2026-11-20T10:00:00Z',
      sops: [],
      realServices: [real],
      isChecked: false,
    });
    received.length = 0;
    const answer = await desk.proxy(
      {
        url: `http://${host}/v1/charges`,
        headers: { Authorization: 'Bearer {{setting.stripe_key}}' },
        secure: true,
      },
      { userId: 9001 },
    );
    expect(answer.status).toBe(402);
    expect(received).toEqual([{ url: '/v1/charges', authorization: 'Bearer rk_real' }]);
    expect(desk.log.list()).toMatchObject([{ system: 'stripe', status: 402 }]);
  });
});
