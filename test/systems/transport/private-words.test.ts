import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/systems/memory/key-value-store.ts';
import { maskPrivateWords } from '../../../src/systems/transport/private-words.ts';
import { createRequestBudget } from '../../../src/systems/transport/request-budget.ts';
import type { SystemRequest } from '../../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../../src/systems/transport/zaf-transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { refuses, scriptedClient, type Turn } from './scripted-client.ts';

/** Put together here, so that no text of the repository looks like a key. */
const key = (start: string, length = 24) => `${start}${'a1B2c3D4e5F6g7H8'.repeat(4).slice(0, length)}`;

const secrets = [
  key('rk_live_'),
  key('sk_test_', 12),
  key('sk-ant-api03-', 40),
  key('shpat_', 32),
  key('pat-na1-', 32),
  key('EZAK', 30),
  key('EZTK', 30),
  `Bearer ${key('', 20)}`,
  `Basic ${key('', 20)}==`,
  `${key('eyJhbGciOi', 10)}.${key('', 20)}.${key('', 20)}`,
  `00D5g000004abcdEAA!${key('AQEAQ', 30)}`,
  key('', 48),
  'rk_test_*****************************qs8Kgd',
  '{{setting.stripe_key}}',
];
const personal = [
  'sample.customer@example.com',
  'sample.customer%40example.com',
  "o'sample+tag@mail.example.co.uk",
  'jürgen@müller.example',
  '4242424242424242',
  '4242 4242 4242 4242',
  '4000-0566-5566-5556',
  '378282246310005',
];

describe('a sentence for people', () => {
  test.each([...secrets, ...personal])('does not keep %s', (word) => {
    for (const sentence of [word, `No such thing: '${word}'.`, `a=${word}&b`, `“${word}”`])
      expect(maskPrivateWords(sentence)).not.toContain(word);
  });

  test.each([
    'No such payment_intent: pi_3OaBcDEfGhIjKlMn1a2B3c4D; a similar object exists in test mode.',
    'Order #1001 was paid with Visa ··4242: USD 142.10 of 5123456789011.',
    'The setting stripe_key is empty. It needs a restricted key (rk_…) or rak_charge_read.',
    'See the record clm_a1b2c3d4e5f60718 of 2026-11-20T09:00:00Z.',
    'Request 4f2071b3-bf52-4e77-8dbe-6f80ad4f3a5f failed at my-shop.myshopify.com.',
  ])('keeps what a reason is about: %s', (sentence) => {
    expect(maskPrivateWords(sentence)).toBe(sentence);
  });
});

/** A system that answers with whatever it was sent, and with what nobody should say. */
const everywhere = (word: string): readonly unknown[] => [
  { error: { message: `Bad: ${word}`, type: 'card_error' } },
  { message: `Bad: ${word}`, correlationId: word, category: 'VALIDATION_ERROR' },
  { errors: word },
  { errors: [{ message: word }] },
  [{ message: word, errorCode: word }],
  { error: word, description: `The address ${word} is wrong.` },
  { error: 'RecordInvalid', details: { base: [{ description: word }] } },
  word,
  { message: `${'x '.repeat(145)}${word}` },
];

const request: SystemRequest = {
  system: 'stripe',
  operation: 'create the note',
  method: 'POST',
  path: '/v1/notes',
  query: { search: "email:'sample.customer@example.com'" },
  body: { json: { body: 'Sample Customer was very upset', phone: '+4915112345678', amount: '142.10' } },
  secrets: { Authorization: 'Bearer {{setting.stripe_key}}' },
  repeat: 'never',
  priority: 'person',
};

async function failureAndLog(turn: Turn, sending: SystemRequest = request) {
  const clock = createManualClock();
  const log: unknown[] = [];
  const transport = createZafTransport({
    client: scriptedClient(turn),
    origins: { stripe: 'https://api.stripe.com', hubspot: 'https://api.hubapi.com' },
    clock,
    random: () => 0.5,
    budget: createRequestBudget({ clock, store: createMemoryStore() }),
    onRequest: (about) => log.push(about),
  });
  const answering = transport.send(sending);
  await clock.advance(100_000);
  const answer = await answering;
  return { failure: answer.is === 'answered' ? undefined : answer.failure, log };
}

describe('a hostile answer', () => {
  const statuses = [400, 401, 402, 403, 404, 409, 422, 429, 500, 503];
  const words = [...secrets, ...personal];

  test('gets no key, no address and no card number into a failure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...words),
        fc.nat({ max: everywhere('').length - 1 }),
        fc.constantFrom(...statuses),
        fc.constantFrom('stripe', 'hubspot'),
        async (word, shape, status, system) => {
          const headers = { 'x-request-id': word, 'Retry-After': word };
          const { failure } = await failureAndLog(refuses(status, everywhere(word)[shape], headers), {
            ...request,
            system,
          });
          expect(failure).toBeDefined();
          // Not even the beginning of it, where a sentence is cut off.
          expect(JSON.stringify(failure)).not.toContain(word.slice(0, 8));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('gets nothing personal of the request into a failure', async () => {
    const echo = 'Cannot read: Sample Customer was very upset (+4915112345678), 142.10';
    const { failure } = await failureAndLog(refuses(422, { message: echo }));
    expect(failure?.reason).toBe('Cannot read: … (…), 142.10');
  });

  test('is no page in a failure', async () => {
    const html = '<html><body>sample.customer@example.com</body></html>';
    const turn = { rejects: { status: 404, statusText: 'error', responseText: html, readyState: 4 } };
    expect((await failureAndLog(turn)).failure?.reason).toBe('Stripe answered 404.');
  });
});

test('what is told about a request is its system, its purpose and its priority', async () => {
  const { log } = await failureAndLog(refuses(404));
  expect(log).toEqual([{ system: 'stripe', operation: 'create the note', priority: 'person' }]);
});

describe('the number of a request', () => {
  test.each([
    ['stripe', { 'Request-Id': 'req_znNmcJIx4bS6OH' }, {}, 'req_znNmcJIx4bS6OH'],
    ['shopify', { 'x-request-id': '5e1a-2f-1700000000' }, {}, '5e1a-2f-1700000000'],
    ['zendesk', { 'X-Zendesk-Request-Id': '8f00b204e9800998ecf8' }, {}, '8f00b204e9800998ecf8'],
    ['hubspot', { 'X-HubSpot-Correlation-Id': 'c0ffee-1' }, {}, 'c0ffee-1'],
    [
      'hubspot',
      {},
      { correlationId: '4f2071b3-bf52-4e77-8dbe-6f80ad4f3a5f' },
      '4f2071b3-bf52-4e77-8dbe-6f80ad4f3a5f',
    ],
    ['salesforce', { 'X-SFDC-Request-Id': 'TID:a1b2' }, [], 'TID:a1b2'],
    ['easypost', { 'x-request-id': '1bd5ad8d' }, {}, '1bd5ad8d'],
  ])('is in the failures of %s', async (_, headers, body, requestId) => {
    for (const status of [404, 422, 429, 500, 503])
      expect((await failureAndLog(refuses(status, body, { ...headers }))).failure).toMatchObject({
        requestId,
      });
  });
});
