import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/systems/memory/key-value-store.ts';
import { createRequestBudget } from '../../../src/systems/transport/request-budget.ts';
import type { SystemRequest } from '../../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../../src/systems/transport/zaf-transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import {
  answers,
  networkError,
  refuses,
  scriptedClient,
  type ScriptedClient,
  type Turn,
} from './scripted-client.ts';

const read: SystemRequest = {
  system: 'stripe',
  operation: 'read the customers',
  method: 'GET',
  path: '/v1/customers',
  query: { email: 'a+b@customer.example', limit: '10' },
  secrets: { Authorization: 'Bearer {{setting.stripe_key}}' },
  repeat: 'read',
  priority: 'person',
};
const refund: SystemRequest = {
  system: 'stripe',
  operation: 'refund',
  method: 'POST',
  path: '/v1/refunds',
  body: { form: { payment_intent: 'pi_1', 'metadata[signoff]': 'a key & more' } },
  headers: { 'Idempotency-Key': 'k1' },
  secrets: { Authorization: 'Bearer {{setting.stripe_key}}' },
  repeat: 'same-key',
  priority: 'person',
};
const update: SystemRequest = {
  system: 'zendesk',
  operation: 'update ticket 12',
  method: 'PUT',
  path: '/api/v2/tickets/12.json',
  body: { json: { ticket: { status: 'open' } } },
  repeat: 'unsent',
  priority: 'person',
};
const once: SystemRequest = { ...update, repeat: 'never' };
const create: SystemRequest = { ...update, method: 'POST', repeat: 'same-effect' };

function transportOver(client: ScriptedClient, random = 0.5) {
  const clock = createManualClock();
  const sent: string[] = [];
  const transport = createZafTransport({
    client,
    origins: { stripe: 'https://api.stripe.com' },
    clock,
    random: () => random,
    budget: createRequestBudget({ clock, store: createMemoryStore() }),
    onRequest: ({ operation }) => sent.push(operation),
  });
  return { transport, clock, sent };
}

async function outcomeOf(request: SystemRequest, ...turns: readonly Turn[]) {
  const client = scriptedClient(...turns);
  const { transport, clock } = transportOver(client);
  const answer = transport.send(request);
  await clock.advance(200_000);
  return { answer: await answer, tries: client.requests.length };
}

describe('what goes out', () => {
  test('asks for the whole answer, without the host’s own repetition', async () => {
    const client = scriptedClient(answers({}));
    await transportOver(client).transport.send(update);
    expect(client.requests[0]).toMatchObject({ autoRetry: false, httpCompleteResponse: true, type: 'PUT' });
  });

  test('sends Zendesk’s paths relative, and others to their origin with an encoded query', async () => {
    const client = scriptedClient(answers({}));
    const { transport } = transportOver(client);
    await transport.send(update);
    await transport.send(read);
    expect(client.requests.map(({ url }) => url)).toEqual([
      '/api/v2/tickets/12.json',
      'https://api.stripe.com/v1/customers?email=a%2Bb%40customer.example&limit=10',
    ]);
  });

  test('is secure only where secrets are', async () => {
    const client = scriptedClient(answers({}));
    const { transport } = transportOver(client);
    await transport.send(read);
    await transport.send({ ...read, secrets: {} });
    await transport.send(update);
    expect(client.requests.map(({ secure }) => secure)).toEqual([true, undefined, undefined]);
    expect(client.requests[0]?.headers).toEqual({ Authorization: 'Bearer {{setting.stripe_key}}' });
  });

  test('encodes forms, and writes JSON as text', async () => {
    const client = scriptedClient(answers({}));
    const { transport } = transportOver(client);
    await transport.send(refund);
    await transport.send(update);
    expect(client.requests[0]).toMatchObject({
      data: 'payment_intent=pi_1&metadata%5Bsignoff%5D=a+key+%26+more',
      contentType: 'application/x-www-form-urlencoded',
    });
    expect(client.requests[1]).toMatchObject({
      data: '{"ticket":{"status":"open"}}',
      contentType: 'application/json',
    });
  });

  test('tells the counter of every try', async () => {
    const client = scriptedClient(networkError, answers({}));
    const { transport, clock, sent } = transportOver(client);
    const answer = transport.send(read);
    await clock.advance(10_000);
    await answer;
    expect(sent).toEqual(['read the customers', 'read the customers']);
  });
});

describe('what comes back', () => {
  test('is the body and the request id of an answer', async () => {
    const { answer } = await outcomeOf(read, answers({ data: [] }, { 'Request-Id': 'req_1' }));
    expect(answer).toEqual({ is: 'answered', status: 200, body: { data: [] }, requestId: 'req_1' });
  });

  test('is read from text where the host did not parse it, and bare where the host ignores the option', async () => {
    const text = {
      status: 200,
      statusText: 'OK',
      responseText: '{"a":1}',
      headers: 'x-request-id: r1\r\nother: x',
    };
    expect((await outcomeOf(read, { resolves: text })).answer).toMatchObject({
      body: { a: 1 },
      requestId: 'r1',
    });
    expect((await outcomeOf(read, { resolves: '{"a":1}' })).answer).toMatchObject({ body: { a: 1 } });
    expect((await outcomeOf(read, { resolves: { a: 1 } })).answer).toMatchObject({ body: { a: 1 } });
  });

  test('is an answer without content where there is none', async () => {
    const bare = { status: 204, statusText: 'No Content' };
    for (const resolves of [bare, { ...bare, responseText: '', headers: {} }])
      expect((await outcomeOf(update, { resolves })).answer).toMatchObject({ is: 'answered', status: 204 });
  });

  test.each([
    [
      'Zendesk',
      {
        error: 'RecordInvalid',
        description: 'Record validation errors',
        details: { base: [{ description: 'Root cause: is required' }] },
      },
      'Root cause: is required',
    ],
    [
      'Stripe',
      { error: { type: 'card_error', message: 'This charge was disputed.' } },
      'This charge was disputed.',
    ],
    ['Salesforce', [{ message: 'No such field', errorCode: 'X' }], 'No such field'],
    [
      'EasyPost',
      { error: { code: 'NOT_FOUND', message: '', errors: ['No eligible insurance found.'] } },
      'No eligible insurance found.',
    ],
    ['nobody', 12, 'Zendesk answered 422.'],
  ])('carries the reason of a refusal as %s words it', async (_, body, reason) => {
    const { answer, tries } = await outcomeOf(update, refuses(422, body));
    expect(answer).toMatchObject({
      is: 'refused',
      status: 422,
      failure: { code: 'refused', reason, status: 422 },
    });
    expect(tries).toBe(1);
  });

  test('keeps a reason to one short line', async () => {
    const { answer } = await outcomeOf(update, refuses(400, { message: `a\nb\u0007${'x'.repeat(900)}` }));
    const reason = answer.is === 'refused' ? answer.failure.reason : '';
    expect(reason.startsWith('a b xxx')).toBe(true);
    expect(reason.length).toBeLessThanOrEqual(300);
  });

  test('never repeats what a system says of a wrong key', async () => {
    const body = { error: { message: 'Invalid API Key provided: rk_live_abc' } };
    const { answer } = await outcomeOf(read, refuses(401, body));
    expect(JSON.stringify(answer.is === 'refused' ? answer.failure : '')).not.toContain('rk_live');
    expect(answer).toMatchObject({ failure: { reason: expect.stringContaining('stripe_key') as string } });
  });

  test('says that the rep may not, where the system says 403', async () => {
    const { answer } = await outcomeOf(update, refuses(403, { error: 'Forbidden' }));
    expect(answer).toMatchObject({ is: 'refused', failure: { code: 'not-allowed' } });
  });

  test('names no address and no customer in a failure', async () => {
    for (const turn of [networkError, refuses(500), { resolves: { status: 200, responseText: '<html>' } }]) {
      const { answer } = await outcomeOf(read, turn);
      expect(JSON.stringify(answer)).not.toContain('customer.example');
    }
  });
});

describe('a rejection', () => {
  test('is never taken for an answer, whatever it holds', async () => {
    for (const rejects of [
      undefined,
      'aborted',
      {},
      { message: 'x' },
      new Error('x'),
      [],
      { status: 'error' },
    ]) {
      expect((await outcomeOf(once, { rejects })).answer).toMatchObject({ is: 'unknown' });
      expect((await outcomeOf(read, { rejects })).answer).toMatchObject({ is: 'unavailable' });
    }
    expect((await outcomeOf(once, { rejects: { status: 404 } })).answer).toMatchObject({
      is: 'refused',
      status: 404,
    });
  });

  test('is read out of an error too', async () => {
    const rejects = Object.assign(new Error('x'), {
      status: 409,
      responseText: '{"error":"UpdateConflict"}',
    });
    expect((await outcomeOf(update, { rejects })).answer).toMatchObject({
      is: 'refused',
      status: 409,
      body: { error: 'UpdateConflict' },
    });
  });

  test('by a client that throws at once is no answer either', async () => {
    const { transport } = transportOver({
      requests: [],
      request: () => {
        throw new Error('The page is gone.');
      },
    });
    expect(await transport.send(once)).toMatchObject({ is: 'unknown' });
  });
});

describe('a bare body', () => {
  test('may have a status of its own', async () => {
    const { answer } = await outcomeOf(read, { resolves: { status: 404, name: 'a record' } });
    expect(answer).toMatchObject({ is: 'answered', body: { status: 404, name: 'a record' } });
  });
});

describe('an answer that nobody can read', () => {
  const html = { resolves: { status: 200, statusText: 'OK', responseText: '<!doctype html>', headers: {} } };
  const cut = { resolves: { status: 200, statusText: 'OK', responseText: '{"ticket":{"id":', headers: {} } };
  const rejectedPage = { rejects: { status: 200, statusText: 'parsererror', responseText: '<html>' } };

  test.each([html, cut, rejectedPage])('leaves a read unavailable and a write unknown', async (turn) => {
    expect((await outcomeOf(read, turn)).answer).toMatchObject({
      is: 'unavailable',
      failure: { code: 'unreadable' },
    });
    expect((await outcomeOf(update, turn)).answer).toMatchObject({
      is: 'unknown',
      failure: { code: 'unreadable' },
    });
  });

  test('is not an empty 200', async () => {
    const empty = { resolves: { status: 200, statusText: 'OK', responseText: '', headers: {} } };
    expect((await outcomeOf(update, empty)).answer).toMatchObject({ is: 'unknown' });
  });
});

describe('no answer', () => {
  test('leaves a read unavailable and a write unknown', async () => {
    expect((await outcomeOf(read, networkError)).answer).toMatchObject({ is: 'unavailable' });
    expect((await outcomeOf(once, networkError)).answer).toMatchObject({
      is: 'unknown',
      failure: { code: 'unknown-outcome', reason: 'Cannot update ticket 12: Zendesk could not be reached.' },
    });
  });

  test('within 30 seconds is too late, and is not asked again', async () => {
    const client = scriptedClient({ never: true });
    const { transport, clock } = transportOver(client);
    const answer = transport.send(refund);
    await clock.advance(29_999);
    const early = await Promise.race([answer, Promise.resolve('waiting')]);
    await clock.advance(1);
    expect(early).toBe('waiting');
    expect(await answer).toMatchObject({
      is: 'unknown',
      failure: { reason: 'Cannot refund: Stripe did not answer within 30 s.' },
    });
    await clock.advance(200_000);
    expect(client.requests).toHaveLength(1);
  });

  test('of a 5xx to a write is unknown, and to a read unavailable', async () => {
    expect((await outcomeOf(refund, refuses(500))).answer).toMatchObject({
      is: 'unknown',
      failure: { status: 500 },
    });
    expect((await outcomeOf(read, refuses(500))).answer).toMatchObject({ is: 'unavailable' });
  });
});

describe('what is repeated', () => {
  test.each([
    ['a read', read, refuses(503), 3],
    ['a read', read, refuses(429), 3],
    ['a read', read, networkError, 3],
    ['a read', read, refuses(500), 1],
    ['a read', read, refuses(404), 1],
    ['a keyed write', refund, networkError, 3],
    ['a keyed write', refund, refuses(409), 3],
    ['a keyed write', refund, refuses(429), 3],
    ['a keyed write: its key would replay the error', refund, refuses(500), 1],
    ['a write that may be done twice', create, refuses(502), 3],
    ['a write that may be done twice', create, refuses(422), 1],
    ['a ticket update', update, refuses(429), 2],
    ['a ticket update', update, networkError, 1],
    ['a ticket update', update, refuses(409), 1],
    ['nothing else', once, refuses(429), 1],
    ['nothing else', once, networkError, 1],
  ])('%s', async (_, request, turn, tries) => {
    expect((await outcomeOf(request, turn)).tries).toBe(tries);
  });

  test('sends the same key and the same body', async () => {
    const client = scriptedClient(networkError, answers({ id: 're_1' }));
    const { transport, clock } = transportOver(client);
    const answer = transport.send(refund);
    await clock.advance(5000);
    expect(await answer).toMatchObject({ is: 'answered', body: { id: 're_1' } });
    expect(client.requests[1]).toEqual(client.requests[0]);
  });

  test('a busy system did nothing, unless an earlier try may have got through', async () => {
    expect((await outcomeOf(refund, refuses(429))).answer).toMatchObject({
      is: 'unavailable',
      failure: { status: 429 },
    });
    expect((await outcomeOf(refund, networkError, refuses(429), refuses(429))).answer).toMatchObject({
      is: 'unknown',
      failure: { code: 'unknown-outcome' },
    });
  });

  test('waits longer each time, and never the same', async () => {
    const client = scriptedClient(networkError);
    const { transport, clock } = transportOver(client, 0.2);
    const answer = transport.send(read);
    await clock.advance(599);
    expect(client.requests).toHaveLength(1);
    await clock.advance(1);
    expect(client.requests).toHaveLength(2);
    await clock.advance(1199);
    expect(client.requests).toHaveLength(2);
    await clock.advance(1);
    expect(client.requests).toHaveLength(3);
    await answer;
  });

  test('waits as long as the system asks, up to a minute', async () => {
    const client = scriptedClient(refuses(429, {}, { 'Retry-After': '20' }), answers({}));
    const { transport, clock } = transportOver(client);
    const answer = transport.send(read);
    await clock.advance(19_999);
    expect(client.requests).toHaveLength(1);
    await clock.advance(1);
    expect(await answer).toMatchObject({ is: 'answered' });

    const { answer: refused, tries } = await outcomeOf(read, refuses(429, {}, { 'retry-after': '61' }));
    expect(tries).toBe(1);
    expect(refused).toMatchObject({
      failure: { reason: expect.stringContaining('try again in 61 s') as string },
    });
  });
});

describe('a system that is not connected', () => {
  test('is unavailable, and the setting is named', async () => {
    const client = scriptedClient(answers({}));
    const answer = await transportOver(client).transport.send({ ...read, system: 'shopify' });
    expect(answer).toEqual({
      is: 'unavailable',
      failure: {
        code: 'not-connected',
        reason: 'Shopify is not connected. An admin can fill in the setting shopify_shop.',
      },
    });
    expect(client.requests).toEqual([]);
  });
});
