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
    ['status', 422],
    ['garbage', 200],
  ] as const)('%s answers %i and does nothing', async (kind, status) => {
    const { outcome, isReached } = await meet({ system: 'stripe', kind });
    expect(outcome).toMatchObject({ status });
    expect(isReached).toBe(false);
  });

  test.each([
    ['error-after', 500, 'Internal Server Error'],
    ['garbage-after', 200, expect.stringContaining('<html>')],
    ['truncated', 200, 're'],
  ] as const)('%s does what was asked and answers %i', async (kind, status, body: unknown) => {
    const { outcome, isReached } = await meet({ system: 'stripe', kind });
    expect(outcome).toMatchObject({ status, body });
    expect(isReached).toBe(true);
  });

  test.each([
    ['timeout', {}, false],
    ['lost', { silent: true }, true],
  ] as const)('%s can be silent for ever', async (kind, how, isReached) => {
    const reach = vi.fn(() => Promise.resolve({ status: 200, body: 'real' }));
    const meeting = createFaults([{ system: 'stripe', kind, ...how }]).meet('stripe', refund, reach);
    const waited = new Promise((resolve) => setImmediate(() => resolve('still waiting')));
    expect(await Promise.race([meeting, waited])).toBe('still waiting');
    expect(reach.mock.calls.length > 0).toBe(isReached);
  });

  test('limited may say nothing of when to come again, or name a date', async () => {
    const silent = await meet({ system: 'stripe', kind: 'limited', retryAfter: null });
    expect(silent.outcome).toMatchObject({ status: 429, headers: {} });
    const date = 'Fri, 20 Nov 2026 09:00:30 GMT';
    const dated = await meet({ system: 'stripe', kind: 'limited', retryAfter: date });
    expect(dated.outcome).toMatchObject({ headers: { 'retry-after': date } });
  });

  test.each([
    ['zendesk', 409, { error: 'UpdateConflict', description: 'The desk refuses this with 409.' }],
    ['stripe', 403, { error: { message: 'The desk refuses this with 403.' } }],
    ['shopify', 404, { errors: 'The desk refuses this with 404.' }],
    ['hubspot', 401, { category: 'INVALID_AUTHENTICATION', message: 'The desk refuses this with 401.' }],
    ['salesforce', 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'The desk refuses this with 401.' }]],
    ['easypost', 422, { error: { code: 'PARAMETER.INVALID', errors: [] } }],
    ['a custom system', 400, { error: { message: 'The desk refuses this with 400.' } }],
  ])('status refuses as %s words a %i', async (system, status, shape) => {
    const reach = () => Promise.resolve({ status: 200, body: '' });
    const outcome = await createFaults([{ system, kind: 'status', status }]).meet(system, refund, reach);
    expect(outcome).toMatchObject({ status });
    expect(JSON.parse(typeof outcome === 'string' ? '' : outcome.body)).toMatchObject(shape);
  });

  test('status can answer with any words', async () => {
    const fault = { system: 'stripe', kind: 'status', status: 403, body: '{"error":"mine"}' } as const;
    expect((await meet(fault)).outcome).toMatchObject({ status: 403, body: '{"error":"mine"}' });
  });

  test('lost acts, and the answer never arrives', async () => {
    expect(await meet({ system: 'stripe', kind: 'lost' })).toEqual({ outcome: 'no-answer', isReached: true });
  });

  test('limited says when to come again', async () => {
    const { outcome } = await meet({ system: 'stripe', kind: 'limited', retryAfter: 7 });
    expect(outcome).toMatchObject({ headers: { 'retry-after': '7' } });
  });

  test('slow lets the time of whoever asks go by', async () => {
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    const faults = createFaults([{ system: 'stripe', kind: 'slow', milliseconds: 40_000 }], wait);
    await faults.meet('stripe', refund, () => Promise.resolve({ status: 200, body: '' }));
    expect(waits).toEqual([40_000]);
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
