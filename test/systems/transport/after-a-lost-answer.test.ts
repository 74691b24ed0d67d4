import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/systems/memory/key-value-store.ts';
import { createRequestBudget } from '../../../src/systems/transport/request-budget.ts';
import type { SystemRequest } from '../../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../../src/systems/transport/zaf-transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { answers, networkError, refuses, scriptedClient, type Turn } from './scripted-client.ts';

const write = (repeat: SystemRequest['repeat'], system = 'stripe'): SystemRequest => ({
  system,
  operation: 'do it',
  method: 'POST',
  path: '/v1/x',
  repeat,
  priority: 'person',
});
const read: SystemRequest = { ...write('read'), method: 'GET', operation: 'read the customer' };

async function outcomeOf(request: SystemRequest, ...turns: readonly Turn[]) {
  const clock = createManualClock();
  const transport = createZafTransport({
    client: scriptedClient(...turns),
    origins: {
      stripe: 'https://api.stripe.com',
      hubspot: 'https://api.hubapi.com',
      shopify: 'https://sample-shop.myshopify.com',
    },
    clock,
    random: () => 0.5,
    budget: createRequestBudget({ clock, store: createMemoryStore() }),
  });
  const answer = transport.send(request);
  await clock.advance(200_000);
  return answer;
}

describe('a refusal of the second try', () => {
  test.each([
    ['same-key', 401],
    ['same-key', 403],
    ['same-effect', 401],
    ['same-effect', 403],
    ['same-values', 400],
    ['same-values', 401],
    ['same-values', 404],
    ['same-values', 409],
  ] as const)('leaves open what came of the first: %s, %i', async (repeat, status) => {
    const answer = await outcomeOf(write(repeat), networkError, refuses(status, { message: 'no' }));
    expect(answer).toMatchObject({ is: 'unknown', failure: { status } });
  });

  test('is clear where whoever knows the key says no', async () => {
    expect(await outcomeOf(write('same-key'), networkError, refuses(400))).toMatchObject({ is: 'refused' });
    expect(await outcomeOf(write('same-effect'), networkError, refuses(422))).toMatchObject({
      is: 'refused',
    });
  });

  test('is clear where the first was clear too', async () => {
    expect(await outcomeOf(write('same-key'), refuses(429), refuses(401))).toMatchObject({ is: 'refused' });
    expect(await outcomeOf(write('same-values'), refuses(429), refuses(404))).toMatchObject({
      is: 'refused',
    });
  });

  test('after another request with the same key leaves open what came of that one', async () => {
    expect(await outcomeOf(write('same-key'), refuses(409), refuses(429))).toMatchObject({ is: 'unknown' });
  });
});

test('says of an answer that an earlier try of the same write had none', async () => {
  expect(await outcomeOf(write('same-key'), networkError, answers({}))).toMatchObject({
    is: 'answered',
    mayHaveHappenedBefore: true,
  });
  const clear = await outcomeOf(write('same-key'), refuses(429), answers({}));
  expect(clear).not.toHaveProperty('mayHaveHappenedBefore');
  expect(await outcomeOf(read, networkError, answers({}))).not.toHaveProperty('mayHaveHappenedBefore');
});

describe('a page that says “not found”', () => {
  const page: Turn = {
    rejects: { status: 404, statusText: 'error', responseText: '<!DOCTYPE html><html>', readyState: 4 },
  };

  test('is no answer to a question: the record may be there', async () => {
    const answer = await outcomeOf({ ...read, system: 'hubspot' }, page);
    expect(answer).toMatchObject({ is: 'unavailable', failure: { code: 'unreadable', status: 404 } });
  });

  test('names the setting where it is the host that is wrong', async () => {
    const answer = await outcomeOf({ ...read, system: 'shopify' }, page);
    expect(answer).toMatchObject({ is: 'refused', failure: { code: 'misconfigured' } });
  });

  test('carries out nothing', async () => {
    expect(await outcomeOf(write('never'), page)).toMatchObject({ is: 'refused', status: 404 });
  });
});
