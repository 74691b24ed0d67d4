import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFaults, type Fault } from '../../desk/faults.ts';
import type { FakeRequest } from '../../desk/fakes/fake.ts';

const refund: FakeRequest = {
  method: 'POST',
  url: new URL('https://api.stripe.com/v1/refunds'),
  headers: {},
  body: 'amount=1',
};
const list: FakeRequest = { ...refund, method: 'GET', body: undefined };
const shop = { method: 'POST', url: new URL('https://shop.myshopify.com/graphql.json'), headers: {} };

/** Meets a fault once; says what came back and whether the system was reached. */
async function meet(fault: Fault, request: FakeRequest = refund) {
  const reach = vi.fn(() => Promise.resolve({ status: 200, body: 'real' }));
  const outcome = await createFaults([fault]).meet('stripe', request, reach);
  return { outcome, isReached: reach.mock.calls.length > 0 };
}

describe('each kind', () => {
  test.each([
    ['down', 503],
    ['limited', 429],
    ['error', 500],
    ['garbage', 200],
  ] as const)('%s answers %i and does nothing', async (kind, status) => {
    const { outcome, isReached } = await meet({ system: 'stripe', kind });
    expect(outcome).toMatchObject({ status });
    expect(isReached).toBe(false);
  });

  test('lost acts, and the answer never arrives', async () => {
    expect(await meet({ system: 'stripe', kind: 'lost' })).toEqual({ outcome: 'no-answer', isReached: true });
  });

  test('limited says when to come again', async () => {
    const { outcome } = await meet({ system: 'stripe', kind: 'limited', retryAfter: 7 });
    expect(outcome).toMatchObject({ headers: { 'retry-after': '7' } });
  });

  describe('slow', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    test('answers after its time', async () => {
      const reach = vi.fn(() => Promise.resolve({ status: 200, body: '' }));
      const answering = createFaults([{ system: 'stripe', kind: 'slow', milliseconds: 200 }]).meet(
        'stripe',
        refund,
        reach,
      );
      await vi.advanceTimersByTimeAsync(199);
      expect(reach).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(await answering).toMatchObject({ status: 200 });
    });
  });
});

describe('which requests it meets', () => {
  const isMet = async (fault: Omit<Fault, 'system' | 'kind'>, request: FakeRequest): Promise<boolean> =>
    !(await meet({ system: 'stripe', kind: 'down', ...fault }, request)).isReached;

  test('those of its system only', async () => {
    expect((await meet({ system: 'shopify', kind: 'down' })).isReached).toBe(true);
  });

  test('reading or writing', async () => {
    expect(await isMet({ only: 'write' }, refund)).toBe(true);
    expect(await isMet({ only: 'write' }, list)).toBe(false);
    expect(await isMet({ only: 'read' }, list)).toBe(true);
  });

  test('a query of GraphQL reads, a mutation writes', async () => {
    const query = { ...shop, body: JSON.stringify({ query: 'query Orders { orders }' }) };
    const mutation = { ...shop, body: JSON.stringify({ query: '\n  mutation Refund { refundCreate }' }) };
    expect(await isMet({ only: 'read' }, query)).toBe(true);
    expect(await isMet({ only: 'read' }, mutation)).toBe(false);
    expect(await isMet({ only: 'write' }, mutation)).toBe(true);
  });

  test('those that contain a text, in the address or in the body', async () => {
    expect(await isMet({ match: 'refunds' }, refund)).toBe(true);
    expect(await isMet({ match: 'amount=1' }, refund)).toBe(true);
    expect(await isMet({ match: 'EZ1005' }, refund)).toBe(false);
  });

  test('as often as it says, then all is well', async () => {
    const faults = createFaults([{ system: 'stripe', kind: 'down', times: 2 }]);
    const reach = () => Promise.resolve({ status: 200, body: '' });
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push(await faults.meet('stripe', refund, reach));
    expect(statuses).toMatchObject([{ status: 503 }, { status: 503 }, { status: 200 }]);
    expect(faults.list()).toEqual([]);
  });
});
