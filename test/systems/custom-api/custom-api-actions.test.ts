import { describe, expect, it } from 'vitest';
import { depotDescription } from '../../../desk/fakes/custom-api/depot-description.ts';
import type { Preparation } from '../../../src/domain/decisions/proposal.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { actionContext, targetOf, verified } from '../adapter-world.ts';
import { actionOf, createDepotWorld, facts, hold, prepare, type DepotWorld } from './depot-world.ts';
import { containing } from '../../support/containing.ts';

const reasonOf = (preparation: Preparation) =>
  preparation.is === 'impossible' ? `${preparation.failure.code}: ${preparation.failure.reason}` : 'ready';

const isHold = ({ url }: { url: URL }) => url.pathname.endsWith('/hold');
const writes = (world: DepotWorld) => world.sent().filter((request) => request.startsWith('POST'));

/** Somebody else works on the parcel. */
function setStatus({ fake }: DepotWorld, status: 'waiting' | 'held' | 'sent'): void {
  const parcel = fake.state.parcels.get('DP-1');
  if (parcel !== undefined) fake.state.parcels.set('DP-1', { ...parcel, status });
}

type Approved = {
  readonly operation?: string;
  readonly parameters?: Readonly<Record<string, FactJson>>;
  readonly key?: string;
};

/** The action as the rep approved it. */
async function approved(
  world: DepotWorld,
  { operation = 'depot.hold', parameters = hold, key }: Approved = {},
) {
  const target = targetOf(await prepare(world, parameters, { operation }));
  return verified(operation, parameters, target, key === undefined ? {} : { key });
}

type Verified = ReturnType<typeof verified>;
const execute = (world: DepotWorld, approval: Verified, operation = 'depot.hold') =>
  world.settled(actionOf(world, operation).execute(approval, actionContext(facts)));
const reconcile = (world: DepotWorld, approval: Verified, operation = 'depot.hold') =>
  world.settled(actionOf(world, operation).reconcile(approval, actionContext(facts)));

describe('the kind of a described action', () => {
  it('declares what its description says', () => {
    expect(actionOf(createDepotWorld(), 'depot.hold').kind).toEqual({
      operation: 'depot.hold',
      system: 'depot',
      title: 'Hold the parcel',
      parameters: [
        {
          name: 'number',
          label: 'Parcel number',
          type: { kind: 'text' },
          required: true,
          editable: false,
          limits: [],
        },
        {
          name: 'reason',
          type: { kind: 'choice', options: ['address', 'customs', 'customer request'] },
          required: true,
          editable: true,
          limits: [],
        },
      ],
      risk: 'medium',
      movesMoney: false,
      onceBy: 'provider-key',
      undo: 'depot.release',
      preview: ['status'],
      confirmedBy: 'read-back',
      reconciledBy: 'key',
    });
  });
});

describe('preparing', () => {
  it('shows the record and what must not change', async () => {
    expect(await prepare(createDepotWorld())).toEqual({
      is: 'ready',
      target: { ids: { parcel: 'DP-1', 'parcel.status': 'waiting' }, name: 'DP-1' },
      preview: [{ label: 'status', value: 'waiting' }],
      atMost: {},
    });
  });

  it.each([
    [
      'a parcel that nobody knows',
      { ...hold, number: 'DP-9' },
      'unclear-target: Parcel depot has no record “Parcel” that fits.',
    ],
    [
      'a reason that is none',
      { ...hold, reason: 'because' },
      'unreadable: "because" is not a value of “reason”.',
    ],
    ['no reason', { number: 'DP-1' }, 'unreadable: null is not a value of “reason”.'],
    [
      'a number that would be a path',
      { ...hold, number: '../admin' },
      'unclear-target: It is not known by what to look for “Parcel” in Parcel depot.',
    ],
  ])('is impossible with %s', async (_, parameters, reason) => {
    const world = createDepotWorld();
    expect(reasonOf(await prepare(world, parameters))).toBe(reason);
    expect(writes(world)).toEqual([]);
  });

  it('is impossible while the record is not as it has to be', async () => {
    const world = createDepotWorld({ parcels: [{ status: 'sent' }] });
    expect(reasonOf(await prepare(world))).toBe(
      'not-allowed: This can be done only when “status” is “waiting”; that of DP-1 is “sent”.',
    );
  });

  it('says that the system failed', async () => {
    const world = createDepotWorld();
    world.zaf.faults.inject('depot', { fault: { is: 'status', status: 500 } });
    expect(reasonOf(await prepare(world))).toContain('unavailable: Cannot read “Parcel” of Parcel depot');
  });

  const byOrder = depotDescription()
    .replace('on: parcel by number', 'on: delivery')
    .replace('number: text, required, label "Parcel number"\n', '')
    .replace('hold by number', 'hold by id')
    .replace(/ {4}undo:.*\n/, '');

  it('of several records is a choice', async () => {
    const two = { parcels: [{}, { number: 'DP-2' }], description: byOrder };
    const world = createDepotWorld(two);
    const prepared = await prepare(world, { reason: 'address' });
    expect(prepared).toMatchObject({
      is: 'impossible',
      failure: { code: 'unclear-target' },
      choice: { record: 'delivery', candidates: [{ id: 'DP-1' }, { id: 'DP-2' }] },
    });
    const context = { ...actionContext(facts), chosen: () => 'DP-2' };
    const chosen = await prepare(world, { reason: 'address' }, { context });
    expect(targetOf(chosen).ids).toEqual({ delivery: 'DP-2', 'delivery.status': 'waiting' });
    const approval = verified('depot.hold', { reason: 'address' }, targetOf(chosen));
    expect(await execute(world, approval)).toMatchObject({ is: 'succeeded', reference: 'hold_1' });
    expect(world.fake.state.parcels.get('DP-2')?.status).toBe('held');
    expect(world.fake.state.parcels.get('DP-1')?.status).toBe('waiting');
  });
});

describe('executing', () => {
  it('does exactly what was approved, once, reads back, and says what would take it back', async () => {
    const world = createDepotWorld();
    const approval = await approved(world);
    expect(await execute(world, approval)).toEqual({
      is: 'succeeded',
      reference: 'hold_1',
      undo: { operation: 'depot.release', parameters: { number: 'DP-1' } },
    });
    expect(world.fake.state.holds).toEqual([
      { id: 'hold_1', parcel: 'DP-1', reason: 'address', reference: approval.key },
    ]);
    const request = world.zaf.requests.find(({ type }) => type === 'POST');
    expect(request?.headers).toMatchObject({ 'Idempotency-Key': approval.key });
    expect(JSON.parse(request?.data ?? '')).toMatchObject({ approved_by: 'Sample Agent (2)' });
  });

  it('sends the same key twice and holds once', async () => {
    const world = createDepotWorld();
    const approval = await approved(world);
    await execute(world, approval);
    expect(await execute(world, approval)).toMatchObject({ is: 'succeeded', reference: 'hold_1' });
    expect(world.fake.state.holds).toHaveLength(1);
    expect(writes(world)).toHaveLength(1);
  });

  it('sends nothing when the record has changed since', async () => {
    const world = createDepotWorld();
    const approval = await approved(world);
    setStatus(world, 'sent');
    expect(await execute(world, approval)).toMatchObject({ is: 'failed', failure: { code: 'not-allowed' } });
    expect(writes(world)).toEqual([]);
  });

  it('sends nothing when the newest state cannot be read', async () => {
    const world = createDepotWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('depot', { fault: { is: 'down' } });
    expect(await execute(world, approval)).toMatchObject({ is: 'failed', failure: { code: 'unavailable' } });
    world.zaf.faults.clear();
    expect(writes(world)).toEqual([]);
  });

  it.each([
    [
      '422 with a reason',
      { is: 'status', status: 422, body: '{"error":{"message":"Too late"}}' },
      'failed',
      'Too late',
    ],
    ['401', { is: 'status', status: 401 }, 'failed', 'custom_apis'],
    ['403', { is: 'status', status: 403 }, 'failed', '403'],
    ['404', { is: 'status', status: 404 }, 'failed', '404'],
    ['409 under way', { is: 'status', status: 409 }, 'unknown', '409'],
    ['a refusal that the description does not name', { is: 'status', status: 418 }, 'unknown', '418'],
    [
      'a success that the description does not name',
      { is: 'status', status: 200, body: '{"status":"queued"}' },
      'unknown',
      '“succeeded when”',
    ],
    ['429', { is: 'status', status: 429 }, 'failed', '429'],
    ['500', { is: 'status', status: 500 }, 'unknown', '500'],
    ['HTML', { is: 'garbage' }, 'unknown', 'web page'],
    ['half an answer', { is: 'truncated' }, 'unknown', 'cannot be read'],
  ] as const)('%s is never success', async (_, fault, is, words) => {
    const world = createDepotWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('depot', { fault, when: isHold });
    const result = await execute(world, approval);
    expect(result).toMatchObject({ is, failure: { reason: containing(words) } });
  });

  it('an answer that is lost for good is unknown, and what a record does not show is not done', async () => {
    const world = createDepotWorld();
    const approval = await approved(world);
    const body = '{"hold_id":"hold_9","status":"held"}';
    world.zaf.faults.inject('depot', { fault: { is: 'status', status: 201, body }, when: isHold });
    expect(await execute(world, approval)).toEqual({
      is: 'unknown',
      failure: {
        code: 'unknown-outcome',
        reason: 'Parcel depot said that it was done, but DP-1 does not show it.',
      },
    });
  });

  it('what heeds no key and carries it is looked for before it is sent', async () => {
    const description = depotDescription()
      .replace('once by: header Idempotency-Key', 'once by: nothing')
      .replace('    possible when: status is waiting\n    must not change: status\n', '');
    const world = createDepotWorld({ description });
    const approval = await approved(world);
    world.fake.state.holds.push({ id: 'hold_7', parcel: 'DP-1', reason: 'address', reference: approval.key });
    expect(await execute(world, approval)).toMatchObject({ is: 'succeeded', reference: 'hold_7' });
    world.fake.state.holds.pop();
    world.zaf.faults.inject('depot', {
      fault: { is: 'down' },
      when: ({ url }) => url.pathname.endsWith('/holds'),
    });
    expect(await execute(world, approval)).toMatchObject({ is: 'failed', failure: { code: 'unavailable' } });
    expect(writes(world)).toEqual([]);
  });

  it('what heeds no key is sent once, whatever happens', async () => {
    const world = createDepotWorld({ parcels: [{ status: 'held' }] });
    const approval = await approved(world, { operation: 'depot.release', parameters: { number: 'DP-1' } });
    world.zaf.faults.inject('depot', { fault: { is: 'down' }, when: ({ method }) => method === 'POST' });
    expect(await execute(world, approval, 'depot.release')).toMatchObject({ is: 'unknown' });
    expect(writes(world)).toHaveLength(1);
    expect(world.fake.state.releases).toBe(0);
  });
});

describe('a lost answer', () => {
  it('is found by the key of the approval', async () => {
    const world = createDepotWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('depot', { fault: { is: 'lost-answer' }, when: isHold });
    expect(await execute(world, approval)).toMatchObject({ is: 'unknown' });
    world.zaf.faults.clear();
    expect(world.fake.state.holds).toHaveLength(1);
    expect(await reconcile(world, approval)).toMatchObject({
      is: 'happened',
      how: '“Hold” hold_1 carries the key of this approval.',
      result: { is: 'succeeded', reference: 'hold_1', undo: { operation: 'depot.release' } },
    });
  });

  it('is not found where nothing carries the key', async () => {
    const world = createDepotWorld();
    const approval = await approved(world);
    await execute(world, await approved(world, { key: 'signoff-another-key' }));
    expect(await reconcile(world, approval)).toEqual({
      is: 'did-not-happen',
      how: 'No record “Hold” carries the key of this approval.',
    });
  });

  it('stays open while the system does not answer', async () => {
    const world = createDepotWorld();
    const approval = await approved(world);
    world.zaf.faults.inject('depot', { fault: { is: 'down' } });
    expect(await reconcile(world, approval)).toMatchObject({ is: 'cannot-tell' });
  });

  it.each([
    ['as it was', 'held', 'did-not-happen'],
    ['as it would be', 'waiting', 'happened'],
    ['otherwise', 'sent', 'cannot-tell'],
  ] as const)('is told by the state of the record: %s', async (_, status, is) => {
    const world = createDepotWorld({ parcels: [{ status: 'held' }] });
    const approval = await approved(world, { operation: 'depot.release', parameters: { number: 'DP-1' } });
    setStatus(world, status);
    expect(await reconcile(world, approval, 'depot.release')).toMatchObject({ is });
  });

  it('is a person’s to decide where the description names nothing', async () => {
    const description = depotDescription().replace(
      'find: hold by number where reference is the key',
      'find: nobody',
    );
    const world = createDepotWorld({ description });
    expect(await reconcile(world, await approved(world))).toEqual({
      is: 'cannot-tell',
      how: 'Parcel depot cannot say whether it happened. Look there.',
    });
  });
});
