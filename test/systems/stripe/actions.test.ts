import { describe, expect, it } from 'vitest';
import type { StripeSeed } from '../../../desk/fakes/stripe/seed.ts';
import type { StripeState } from '../../../desk/fakes/stripe/state.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import type { VerifiedApproval } from '../../../src/domain/decisions/approval.ts';
import { actionContext, proposal, targetOf, verified } from '../adapter-world.ts';
import {
  actionOf,
  createStripeWorld,
  dispute,
  sampleStripe,
  subscription,
  type StripeWorld,
} from './sample-stripe.ts';

/** An action in a world where it can be carried out. */
type Row = {
  readonly operation: string;
  readonly parameters: Readonly<Record<string, FactJson>>;
  readonly seed: Partial<StripeSeed>;
  /** How often it has happened. */
  readonly effects: (state: StripeState) => number;
  /** What somebody else does between the approval and the execution. */
  readonly change: (state: StripeState) => void;
  readonly stale: string;
};

const rows: readonly Row[] = [
  {
    operation: 'stripe.refund',
    parameters: { amount: 'USD 42.1' },
    seed: {},
    effects: (state) => state.refunds.length,
    change: (state) => {
      state.charges[0]!.refunded = 100;
    },
    stale: 'USD 1 of the payment was refunded already; it was USD 0 when this was approved.',
  },
  {
    operation: 'stripe.submit_evidence',
    parameters: { product_description: 'A rain jacket.', shipping_tracking_number: 'EZ1001' },
    seed: { disputes: [dispute] },
    effects: (state) => state.disputes[0]?.submissions ?? 0,
    change: (state) => {
      state.disputes[0]!.status = 'lost';
    },
    stale: 'The dispute dp_1 is lost now.',
  },
  {
    operation: 'stripe.cancel_subscription',
    parameters: {},
    seed: { subscriptions: [subscription] },
    effects: (state) => state.subscriptions.filter(({ cancelAtPeriodEnd }) => cancelAtPeriodEnd).length,
    change: (state) => {
      state.subscriptions[0]!.items = [{ ...subscription.items[0], periodEnds: '2027-01-10T09:00:00Z' }];
    },
    stale: 'The subscription was renewed since this was approved.',
  },
  {
    operation: 'stripe.keep_subscription',
    parameters: { subscription: 'sub_1' },
    seed: { subscriptions: [{ ...subscription, cancelAtPeriodEnd: true }] },
    effects: (state) => state.subscriptions.filter(({ cancelAtPeriodEnd }) => !cancelAtPeriodEnd).length,
    change: (state) => {
      state.subscriptions[0]!.status = 'canceled';
    },
    stale: 'The subscription Gas cartridges has ended already.',
  },
  {
    operation: 'stripe.credit_customer',
    parameters: { amount: 'USD 10', description: 'Sorry for the delay' },
    seed: {},
    effects: (state) => state.balanceTransactions.length,
    change: (state) => {
      state.customers[0] = { ...sampleStripe.customers[0]!, balance: -900 };
    },
    stale: 'The credit of the customer is USD 9 now.',
  },
];

const context = actionContext({ 'order number': '#1001', 'order value': 'USD 142.1' });
const isWrite = ({ method }: { readonly method: string }) => method === 'POST';

async function approve(
  world: StripeWorld,
  { operation, parameters }: Row,
  given: Parameters<typeof verified>[3] = {},
): Promise<VerifiedApproval> {
  const prepared = await actionOf(world, operation).prepare(
    proposal(operation, parameters),
    context,
    'shared',
  );
  return verified(operation, parameters, targetOf(prepared), given);
}

describe.each(rows)('$operation', (row) => {
  const { operation, seed, effects } = row;
  const execute = (world: StripeWorld, approval: VerifiedApproval) =>
    world.settled(actionOf(world, operation).execute(approval, context));
  const reconcile = (world: StripeWorld, approval: VerifiedApproval) =>
    world.settled(actionOf(world, operation).reconcile(approval, context));

  it('happens once, with its key, and says who approved it', async () => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    expect(await execute(world, approval)).toMatchObject({ is: 'succeeded' });
    expect(effects(world.fake.state)).toBe(1);
    const sent = world.zaf.requests.filter(({ type }) => type === 'POST');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers).toMatchObject({ 'Idempotency-Key': approval.key });
    const form = new URLSearchParams(String(sent[0]?.data));
    expect(form.get('metadata[signoff]')).toBe(approval.key);
    expect(form.get('metadata[approved_by]')).toBe('Sample Agent (2)');
  });

  it('is the same once when it is carried out twice, one after the other or at the same moment', async () => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    const both = await Promise.all([execute(world, approval), execute(world, approval)]);
    const third = await execute(world, approval);
    expect([...both, third].map(({ is }) => is)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(effects(world.fake.state)).toBe(1);
  });

  it('does nothing when what was approved is different now', async () => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    row.change(world.fake.state);
    expect(await execute(world, approval)).toMatchObject({
      is: 'failed',
      failure: { code: 'stale', reason: row.stale },
    });
    expect(world.sent().some((request) => request.startsWith('POST'))).toBe(false);
  });

  it('is unknown when the answer is lost, and is found out', async () => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    world.zaf.faults.inject('stripe', { fault: { is: 'silent' }, when: isWrite });
    expect(await execute(world, approval)).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    const found = await reconcile(world, approval);
    expect(found).toMatchObject({ is: 'happened', result: { is: 'succeeded' } });
    expect(found.is === 'happened' && found.result.reconciled).toBe(found.how);
    expect(effects(world.fake.state)).toBe(1);
  });

  it('is unknown when nothing arrived, and is known as not done', async () => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    world.zaf.faults.inject('stripe', { fault: { is: 'down' }, when: isWrite });
    expect(await execute(world, approval)).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    expect(await reconcile(world, approval)).toMatchObject({ is: 'did-not-happen' });
    expect(effects(world.fake.state)).toBe(0);
  });

  it.each(['before', 'after'] as const)(
    'never sends a key again that answered 500 (%s its effect)',
    async (when) => {
      const world = createStripeWorld(seed);
      const approval = await approve(world, row);
      world.fake.state.nextWriteBreaks = when;
      expect(await execute(world, approval)).toMatchObject({ is: 'unknown' });
      expect(world.sent().filter((request) => request.startsWith('POST'))).toHaveLength(1);
      expect(await reconcile(world, approval)).toMatchObject({
        is: when === 'after' ? 'happened' : 'did-not-happen',
      });
    },
  );

  it.each([
    ['a page', { is: 'garbage' }],
    ['half an answer', { is: 'truncated' }],
    ['another form', { is: 'status', status: 200, body: '{"ok":true}' }],
    ['503', { is: 'status', status: 503 }],
    ['409', { is: 'status', status: 409 }],
  ] as const)('is unknown when the answer is %s', async (_, fault) => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    world.zaf.faults.inject('stripe', { fault, when: isWrite });
    expect(await execute(world, approval)).toMatchObject({ is: 'unknown' });
  });

  it('waits out a 429 with the same key', async () => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    const limited = { is: 'status', status: 429, headers: { 'retry-after': '3' } } as const;
    world.zaf.faults.inject('stripe', { fault: limited, when: isWrite, times: 1 });
    expect(await execute(world, approval)).toMatchObject({ is: 'succeeded' });
    expect(effects(world.fake.state)).toBe(1);
  });

  it.each([
    [401, 'misconfigured'],
    [403, 'misconfigured'],
    [400, 'refused'],
  ] as const)('fails and does nothing when Stripe answers %s', async (status, code) => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    const body = JSON.stringify({ error: { type: 'invalid_request_error', message: 'Not today.' } });
    world.zaf.faults.inject('stripe', { fault: { is: 'status', status, body }, when: isWrite });
    expect(await execute(world, approval)).toMatchObject({ is: 'failed', failure: { code, status } });
    expect(effects(world.fake.state)).toBe(0);
  });

  it('does nothing while the newest state cannot be read', async () => {
    const world = createStripeWorld(seed);
    const approval = await approve(world, row);
    world.zaf.faults.inject('stripe', { fault: { is: 'status', status: 503 } });
    expect(await execute(world, approval)).toMatchObject({ is: 'failed', failure: { code: 'unavailable' } });
    expect(await reconcile(world, approval)).toMatchObject({ is: 'cannot-tell' });
    expect(effects(world.fake.state)).toBe(0);
  });

  it('cannot be prepared for a stranger', async () => {
    const world = createStripeWorld({
      ...seed,
      customers: [{ id: 'cus_9', email: 'other@example.com', name: 'Other' }],
    });
    const prepared = await actionOf(world, operation).prepare(
      proposal(operation, row.parameters),
      context,
      'shared',
    );
    expect(prepared).toMatchObject({ is: 'impossible', failure: { code: 'unclear-target' } });
  });
});
