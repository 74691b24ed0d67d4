import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/systems/memory/key-value-store.ts';
import { breaksAfter, staysBroken } from '../../../src/systems/transport/circuit-breaker.ts';
import { createRequestBudget } from '../../../src/systems/transport/request-budget.ts';
import type { SystemRequest } from '../../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../../src/systems/transport/zaf-transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';

type Behaviour = 'works' | 'down' | 'busy' | 'refuses' | 'silent';

const ahead: SystemRequest = {
  system: 'stripe',
  operation: 'read the customers',
  method: 'GET',
  path: '/v1/customers',
  repeat: 'read',
  priority: 'background',
};
const check: SystemRequest = { ...ahead, operation: 'read the payment', priority: 'person' };
const refund: SystemRequest = {
  ...check,
  operation: 'refund',
  method: 'POST',
  path: '/v1/refunds',
  repeat: 'never',
};
const otherSystem: SystemRequest = { ...ahead, system: 'easypost' };

/** A system whose behaviour a test changes as it goes. */
function world() {
  const clock = createManualClock();
  const system: { is: Behaviour; takes: number } = { is: 'works', takes: 10 };
  const sent: string[] = [];
  const transport = createZafTransport({
    client: {
      request: async ({ url, type }) => {
        sent.push(`${type} ${new URL(url).pathname}`);
        if (url.includes('easypost')) return { status: 200, responseText: '{}', headers: {} };
        const behaves = system.is;
        if (behaves === 'silent') return new Promise(() => undefined);
        await new Promise<void>((resolve) => clock.after(system.takes, resolve));
        const status = { works: 200, down: 503, busy: 429, refuses: 404 }[behaves];
        const answer = { status, statusText: '', responseText: '{}', headers: {} };
        if (status === 200) return answer;
        const plain: unknown = answer;
        throw plain;
      },
    },
    origins: { stripe: 'https://api.stripe.com', easypost: 'https://api.easypost.com' },
    clock,
    random: () => 0,
    budget: createRequestBudget({ clock, store: createMemoryStore() }),
  });
  /** The answer, and how many requests it took. */
  const ask = async (request: SystemRequest) => {
    const before = sent.length;
    const answering = transport.send(request);
    await clock.advance(40_000);
    return { answer: await answering, requests: sent.length - before };
  };
  /** Lets the system fail until it is left alone; as little time as possible goes by. */
  const breakIt = async (by: Behaviour = 'down') => {
    system.is = by;
    const failing = [transport.send(ahead), transport.send(ahead)];
    await clock.advance(5_000);
    await Promise.all(failing);
    sent.length = 0;
  };
  return { clock, system, sent, transport, ask, breakIt };
}

describe('a system that does not answer', () => {
  test('is left alone after five tries in a row, and says until when', async () => {
    const { breakIt, transport, sent } = world();
    await breakIt();
    const answer = await transport.send(ahead);
    expect(sent).toEqual([]);
    expect(answer).toMatchObject({
      is: 'unavailable',
      failure: {
        code: 'unavailable',
        reason:
          'Cannot read the customers: Stripe did not answer 5 times in a row and is left alone for 30 s. Nothing was sent; try again after that.',
        until: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      },
    });
  });

  test('says so with the answer that was one too many, and not before', async () => {
    const { system, ask } = world();
    system.is = 'down';
    const first = await ask(ahead);
    expect(first.answer).toMatchObject({ is: 'unavailable' });
    expect(first.answer).not.toMatchObject({ failure: { until: expect.anything() as string } });
    const second = await ask(ahead);
    expect(second.answer).toMatchObject({
      is: 'unavailable',
      failure: { until: expect.any(String) as string },
    });
  });

  test('is not left alone before that, nor after a clear answer in between', async () => {
    const { system, ask } = world();
    for (let round = 0; round < 4; round += 1) {
      system.is = 'down';
      expect((await ask(ahead)).requests).toBe(3);
      system.is = 'works';
      expect((await ask(ahead)).requests).toBe(1);
    }
  });

  test.each(['busy', 'refuses'] as const)('is never one that answers 4xx: %s', async (behaves) => {
    const { system, transport, clock, sent } = world();
    system.is = behaves;
    const asking = Array.from({ length: breaksAfter * 2 }, () => transport.send(refund));
    await clock.advance(5_000);
    await Promise.all(asking);
    const after = transport.send(refund);
    await clock.advance(1_000);
    await after;
    expect(sent).toHaveLength(breaksAfter * 2 + 1);
  });

  test('counts as such when it runs into the deadline', async () => {
    const { system, transport, clock, sent } = world();
    system.is = 'silent';
    for (let round = 0; round < breaksAfter; round += 1) {
      const asking = transport.send(refund);
      await clock.advance(30_000);
      expect(await asking).toMatchObject({ is: 'unknown' });
    }
    sent.length = 0;
    expect(await transport.send(refund)).toMatchObject({ is: 'unavailable' });
    expect(sent).toEqual([]);
  });

  test('takes no other system with it', async () => {
    const { breakIt, ask } = world();
    await breakIt();
    expect((await ask(otherSystem)).answer).toMatchObject({ is: 'answered' });
  });
});

describe('while it is left alone', () => {
  test('a write is not sent, and the rep learns that nothing was done', async () => {
    const { breakIt, transport, sent } = world();
    await breakIt();
    expect(await transport.send(refund)).toMatchObject({
      is: 'unavailable',
      failure: { reason: expect.stringContaining('Nothing was sent') as string },
    });
    expect(sent).toEqual([]);
  });

  test('a person’s own look at it is worth one try, and opens the way again', async () => {
    const { breakIt, system, ask } = world();
    await breakIt();
    system.is = 'works';
    expect(await ask(check)).toMatchObject({ answer: { is: 'answered' }, requests: 1 });
    expect(await ask(refund)).toMatchObject({ answer: { is: 'answered' }, requests: 1 });
    expect(await ask(ahead)).toMatchObject({ answer: { is: 'answered' }, requests: 1 });
  });

  test('that try is one request, and leaves it alone for as long again when it fails', async () => {
    const { breakIt, transport, clock, sent } = world();
    await breakIt();
    await clock.advance(20_000);
    const looking = transport.send(check);
    await clock.advance(1_000);
    expect(await looking).toMatchObject({ is: 'unavailable', failure: { status: 503 } });
    expect(sent).toHaveLength(1);
    await clock.advance(staysBroken - 5_000);
    await transport.send(ahead);
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['works', 'answered', 1],
    ['down', 'unavailable', 0],
  ] as const)(
    'other requests of the person wait for that try and share its luck: it %s',
    async (behaves, outcome, refunds) => {
      const { breakIt, system, transport, clock, sent } = world();
      await breakIt();
      system.is = behaves;
      const asking = [transport.send(check), transport.send(check), transport.send(refund)];
      await clock.advance(0);
      expect(sent).toHaveLength(1);
      expect(await transport.send(ahead)).toMatchObject({ is: 'unavailable' });
      await clock.advance(2_000);
      expect((await Promise.all(asking)).map(({ is }) => is)).toEqual([outcome, outcome, outcome]);
      expect(sent.filter((line) => line.startsWith('POST'))).toHaveLength(refunds);
    },
  );
});

describe('when the time is over', () => {
  test.each([ahead, check, refund])(
    'one request finds out, of whatever kind: $operation',
    async (request) => {
      const { breakIt, system, transport, clock, sent } = world();
      await breakIt();
      await clock.advance(staysBroken);
      system.is = 'works';
      const asking = transport.send(request);
      await clock.advance(1_000);
      expect(await asking).toMatchObject({ is: 'answered' });
      expect(sent).toHaveLength(1);
    },
  );

  test('what is read ahead meanwhile does not wait for it', async () => {
    const { breakIt, system, transport, clock, sent } = world();
    await breakIt();
    await clock.advance(staysBroken);
    system.is = 'works';
    const probe = transport.send(ahead);
    expect(await transport.send(ahead)).toMatchObject({ is: 'unavailable' });
    await clock.advance(1_000);
    expect(await probe).toMatchObject({ is: 'answered' });
    expect(sent).toHaveLength(1);
  });

  test('nobody waits for ever for a probe that is never answered', async () => {
    const { breakIt, system, transport, clock } = world();
    await breakIt();
    system.is = 'silent';
    const asking = [transport.send(check), transport.send(refund)];
    await clock.advance(200_000);
    expect(await Promise.all(asking)).toMatchObject([{ is: 'unavailable' }, { is: 'unavailable' }]);
  });
});
