import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/systems/memory/key-value-store.ts';
import { createRequestBudget } from '../../src/systems/transport/request-budget.ts';
import type { SystemRequest } from '../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../src/systems/transport/zaf-transport.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { actionContext, proposal, targetOf, verified } from '../systems/adapter-world.ts';
import { createShopifyWorld } from '../systems/shopify/sample-shopify.ts';
import { shopifyAction } from '../systems/shopify/shopify-action.ts';
import { actionOf, createStripeWorld } from '../systems/stripe/sample-stripe.ts';
import { answers, networkError, scriptedClient, type Turn } from '../systems/transport/scripted-client.ts';

const refund: SystemRequest = {
  system: 'stripe',
  operation: 'refund',
  method: 'POST',
  path: '/v1/refunds',
  repeat: 'same-key',
  priority: 'person',
};

/** A computer that falls asleep with its first request under way, and wakes up so much later (in milliseconds) without a network. */
async function sleptFor(milliseconds: number, request: SystemRequest, ...turns: readonly Turn[]) {
  const clock = createManualClock();
  let slept = 0;
  const now = () => new Date(Date.parse(clock.now()) + slept).toISOString();
  const client = scriptedClient(...turns);
  const transport = createZafTransport({
    client: {
      request: (of) => {
        const answer = client.request(of);
        if (client.requests.length === 1) slept = milliseconds;
        return answer;
      },
    },
    origins: { stripe: 'https://api.stripe.com' },
    clock: { ...clock, now },
    random: () => 0.5,
    budget: createRequestBudget({ clock, store: createMemoryStore() }),
  });
  const answer = transport.send(request);
  await clock.advance(30_000);
  return { answer: await answer, sent: client.requests.length };
}

describe('a computer that sleeps while a refund is on its way', () => {
  it('does not send it again when it wakes: somebody else may have gone on because it had not arrived', async () => {
    const { answer, sent } = await sleptFor(2 * 60 * 60_000, refund, networkError, answers({ id: 're_1' }));
    expect(sent).toBe(1);
    expect(answer).toMatchObject({ is: 'unknown' });
  });

  it('sends it again where it was only a moment', async () => {
    const { answer, sent } = await sleptFor(10_000, refund, networkError, answers({ id: 're_1' }));
    expect(sent).toBe(2);
    expect(answer).toMatchObject({ is: 'answered' });
  });

  it('reads again whenever it wakes', async () => {
    const read: SystemRequest = { ...refund, method: 'GET', repeat: 'read' };
    const { sent } = await sleptFor(2 * 60 * 60_000, read, networkError, answers({}));
    expect(sent).toBe(2);
  });
});

describe('an approval that was interrupted while the newest state was read', () => {
  /** Milliseconds. */
  const sixMinutes = 6 * 60_000;

  it.each([
    ['stripe.refund', '/v1/refunds'],
    ['stripe.credit_customer', '/v1/customers/cus_1/balance_transactions'],
  ])('does not lead to %s any more', async (operation, path) => {
    const world = createStripeWorld();
    const action = actionOf(world, operation);
    const context = actionContext({ 'order number': '1001' });
    const parameters = { amount: 'USD 10' };
    const target = targetOf(await action.prepare(proposal(operation, parameters), context, 'newest'));
    const at = world.clock.now();
    await world.clock.advance(sixMinutes);
    const result = await world.settled(
      action.execute(verified(operation, parameters, target, { at }), context),
    );
    expect(result).toMatchObject({ is: 'failed', failure: { code: 'stale' } });
    expect(world.sent()).not.toContain(`POST ${path}`);
  });

  it.each([
    ['shopify.refund', { amount: 'USD 10' }],
    ['shopify.store_credit', { amount: 'USD 10' }],
    ['shopify.reship', { order: '#1001' }],
  ])('does not lead to %s any more', async (operation, parameters) => {
    const world = createShopifyWorld();
    const action = shopifyAction(world, operation, parameters);
    const approval = await action.approved({ at: world.clock.now() });
    await world.clock.advance(sixMinutes);
    expect(await action.execute(approval)).toMatchObject({ is: 'failed', failure: { code: 'stale' } });
    expect(world.zaf.requests.some(({ data }) => /mutation/.test(data ?? ''))).toBe(false);
  });
});
