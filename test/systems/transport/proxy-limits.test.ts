import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/systems/memory/key-value-store.ts';
import { createRequestBudget } from '../../../src/systems/transport/request-budget.ts';
import type { SystemRequest } from '../../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../../src/systems/transport/zaf-transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { answers, scriptedClient, type Turn } from './scripted-client.ts';

const secret = { Authorization: 'Bearer {{setting.stripe_key}}' };
const good: SystemRequest = {
  system: 'stripe',
  operation: 'refund',
  method: 'POST',
  path: '/v1/refunds',
  body: { form: { amount: '1' } },
  secrets: secret,
  repeat: 'never',
  priority: 'person',
};
const toZendesk: SystemRequest = {
  system: 'zendesk',
  operation: 'update the ticket',
  method: 'PUT',
  path: '/api/v2/tickets/12.json',
  body: { json: {} },
  repeat: 'never',
  priority: 'person',
};

type Given = {
  readonly deadline?: number | undefined;
  readonly turn?: Turn;
  readonly origins?: Record<string, string>;
};

async function send(request: SystemRequest, { deadline, turn = answers({}), origins }: Given = {}) {
  const clock = createManualClock();
  const client = scriptedClient(turn);
  const transport = createZafTransport({
    client,
    origins: {
      stripe: 'https://api.stripe.com',
      'Sample Carrier': 'https://api.carrier.example/v2',
      ...origins,
    },
    clock,
    random: () => 0.5,
    deadline,
    budget: createRequestBudget({ clock, store: createMemoryStore() }),
  });
  const sending = transport.send(request);
  await clock.advance(100_000);
  return { answer: await sending, sent: client.requests };
}

describe('a request within the limits', () => {
  test.each([
    ['a form', good],
    ['JSON', { ...good, body: { json: { a: 1 } } }],
    ['a path of an admin’s API', { ...good, system: 'Sample Carrier', path: '/parcels/1' }],
    ['a relative path', toZendesk],
    [
      'an answer in JSON',
      { ...good, headers: { Accept: 'application/json', 'Idempotency-Key': 'signoff-1' } },
    ],
    ['just under the size', { ...good, body: { json: 'x'.repeat(999_000) } }],
    ['a customer who writes like a placeholder', { ...toZendesk, body: { json: '{{setting.stripe_key}}' } }],
    ['a field called stream', { ...good, body: { json: { stream: true } } }],
  ] as const)('goes out: %s', async (_, request) => {
    expect((await send(request)).sent).toHaveLength(1);
  });
});

describe('a request that breaks one', () => {
  test.each([
    [
      'a header name with an underscore',
      { headers: { idempotency_key: '1' } },
      /idempotency_key has an underscore/,
    ],
    ['a secret header with one', { secrets: { api_key: '{{setting.x}}' } }, /api_key has an underscore/],
    ['a header name that is none', { headers: { 'a b': '1' } }, /name of a header/],
    ['a line break in a header', { headers: { 'X-Note': 'a\r\nX-Other: b' } }, /X-Note holds a character/],
    ['another alphabet in a header', { headers: { 'X-Note': '日本' } }, /X-Note holds a character/],
    ['a body that is too large', { body: { json: 'x'.repeat(1_000_001) } }, /larger than 1 MB/],
    [
      'a body that is too large in bytes',
      { body: { json: 'ü'.repeat(600_000) } },
      /larger than 1 MB \(1\.2 MB\)/,
    ],
    ['streaming', { headers: { Accept: 'text/event-stream' } }, /cannot stream/],
    ['a binary answer', { headers: { Accept: 'image/png' } }, /binary answer/],
    [
      'a binary body',
      { headers: { 'Content-Type': 'application/octet-stream' } },
      /JSON, forms and plain text only/,
    ],
    [
      'several parts',
      { headers: { 'Content-Type': 'multipart/form-data; boundary=x' } },
      /JSON, forms and plain/,
    ],
    [
      'a placeholder in the address',
      { query: { key: '{{setting.stripe_key}}' } },
      /placeholder stands in its address/,
    ],
    [
      'a placeholder in the path',
      { path: '/v1/{{setting.stripe_key}}' },
      /placeholder stands in its address/,
    ],
    [
      'a placeholder in a body',
      { body: { json: { a: '{{setting.stripe_key}}' } } },
      /placeholder stands in its body/,
    ],
    [
      'a placeholder in a form',
      { body: { form: { a: '{{ setting.stripe_key }}' } } },
      /placeholder stands in its body/,
    ],
    ['a placeholder in an open header', { headers: { 'X-Key': '{{setting.x}}' } }, /not one of its secrets/],
    [
      'a secret that is written out',
      { secrets: { Authorization: 'Bearer abc' } },
      /not the placeholder of a secure setting/,
    ],
    ['a path without its “/”', { path: 'v1/refunds' }, /does not begin with one/],
    ['a path that changes the host', { path: '//elsewhere.example/v1' }, /does not begin with one/],
    ['a backslash that changes the host', { path: '/\\elsewhere.example' }, /does not begin with one/],
    ['a blank in the path', { path: '/v1/refunds /x' }, /blank/],
  ] as const)('is refused before it is sent: %s', async (_, change, reason) => {
    const { answer, sent } = await send({ ...good, ...change });
    expect(sent).toEqual([]);
    expect(answer).toMatchObject({
      is: 'unavailable',
      failure: { code: 'refused', reason: expect.stringMatching(reason) as string },
    });
    expect(answer).toMatchObject({
      failure: { reason: expect.stringMatching(/^Cannot refund: nothing was sent, because /) as string },
    });
  });

  test.each([
    ['a secret', { secrets: secret }, /never be sent to Zendesk itself/],
    [
      'a placeholder in a header',
      { headers: { 'X-Key': '{{setting.stripe_key}}' } },
      /not one of its secrets/,
    ],
    ['a path to somebody else', { path: '//elsewhere.example/api' }, /does not begin with one/],
  ] as const)('never gets to Zendesk itself: %s', async (_, change, reason) => {
    const { answer, sent } = await send({ ...toZendesk, ...change });
    expect(sent).toEqual([]);
    expect(answer).toMatchObject({ failure: { reason: expect.stringMatching(reason) as string } });
  });

  test.each([
    'http://api.stripe.com',
    'https://api.stripe.com@elsewhere.example',
    'https://localhost',
    'ftp://a.b',
  ])('has an origin that is none: %s', async (origin) => {
    const { answer, sent } = await send(good, { origins: { stripe: origin } });
    expect(sent).toEqual([]);
    expect(answer).toMatchObject({ is: 'unavailable', failure: { code: 'misconfigured' } });
  });

  test('asks for another Zendesk account', async () => {
    const { answer, sent } = await send(good, { origins: { stripe: 'https://other.zendesk.com' } });
    expect(sent).toEqual([]);
    expect(answer).toMatchObject({
      failure: { reason: expect.stringContaining('another Zendesk account') as string },
    });
  });

  test('has a deadline of more than a minute', async () => {
    const { answer, sent } = await send(good, { deadline: 61_000 });
    expect(sent).toEqual([]);
    expect(answer).toMatchObject({
      failure: { reason: expect.stringContaining('longer than a minute') as string },
    });
  });

  test('shows nothing of what it holds', async () => {
    const path = '/v1/{{setting.stripe_key}}/sample.customer@example.com';
    const { answer } = await send({ ...good, path, query: { name: 'Sample Customer' } });
    expect(JSON.stringify(answer)).not.toMatch(/sample|stripe_key/i);
  });

  test('never leaves the host of its system, whatever the path', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('/', '\\', '@', ':', '.', '?', '#', 'a', '%2f', ' ', '\t') }),
        async (path) => {
          for (const request of [good, { ...toZendesk, path }]) {
            const { sent } = await send({ ...request, path });
            for (const { url } of sent)
              expect(new URL(url, 'https://desk.zendesk.com').origin).toMatch(
                /^https:\/\/(api\.stripe|desk\.zendesk)\.com$/,
              );
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the time', () => {
  const waiting = async (request: SystemRequest, deadline: number | undefined) => {
    const { answer, sent } = await send(request, { deadline, turn: { never: true } });
    return {
      seconds: (sent[0]?.timeout ?? 0) / 1000,
      reason: answer.is === 'answered' ? '' : answer.failure.reason,
    };
  };

  test.each([
    [undefined, undefined, 30],
    [5_000, undefined, 5],
    [60_000, undefined, 60],
    [undefined, 4_000, 4],
    [10_000, 20_000, 10],
  ])('with a setting of %s ms and %s ms for the request is %i s', async (setting, own, seconds) => {
    const request = own === undefined ? good : { ...good, deadline: own };
    const waited = await waiting(request, setting);
    expect(waited.seconds).toBe(seconds);
    expect(waited.reason).toBe(`Cannot refund: Stripe did not answer within ${seconds} s.`);
  });
});

test('an answer that is larger than what is read is no answer', async () => {
  const huge = { status: 200, statusText: 'OK', responseText: `"${'x'.repeat(5_000_001)}"`, headers: {} };
  const { answer } = await send(good, { turn: { resolves: huge } });
  expect(answer).toMatchObject({
    is: 'unknown',
    failure: { code: 'unreadable', reason: 'Cannot refund: Stripe answered with more than Signoff reads.' },
  });
});
