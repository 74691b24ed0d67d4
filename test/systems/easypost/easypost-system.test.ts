import { describe, expect, it } from 'vitest';
import type { EasyPostTrackerSeed } from '../../../desk/fakes/easypost/seed.ts';
import type { ReadAnswer } from '../../../src/app/ports/records.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import { readRequest } from '../adapter-world.ts';
import { createEasyPostWorld as createWorld, parcel } from './sample-easypost.ts';

/** The sample parcel with something else about it. */
const createEasyPostWorld = (
  tracker: Partial<EasyPostTrackerSeed> = {},
  given: Parameters<typeof createWorld>[1] = {},
) => createWorld({ trackers: [{ ...parcel, ...tracker }] }, given);

type World = ReturnType<typeof createEasyPostWorld>;
const known = { 'tracking number': 'EZ1001' };
const reading = (answer: ReadAnswer) => (answer.is === 'read' ? answer.reading : answer);
const read = async ({ easypost }: World, field: string, facts: Readonly<Record<string, FactJson>> = known) =>
  reading(await easypost.read(readRequest(`easypost.tracker.${field}`, { facts })));

describe('the status of a parcel', () => {
  it.each([
    ['in_transit', 'in_transit', 'in transit'],
    ['pre_transit', 'label_created', 'pre transit'],
    ['out_for_delivery', 'out_for_delivery', 'out for delivery'],
    ['available_for_pickup', 'arrived_at_pickup_location', 'available for pickup'],
    ['delivered', 'arrived_at_destination', 'delivered'],
    ['return_to_sender', 'return', 'returned'],
    ['failure', 'lost', 'lost'],
    ['error', 'lost', 'lost'],
    ['in_transit', 'lost', 'lost'],
    ['delivered', 'lost', 'delivered'],
    ['failure', 'damaged', 'failure'],
    ['failure', 'failure', 'failure'],
    ['error', 'unknown', 'error'],
    ['cancelled', 'cancelled', 'cancelled'],
  ] as const)('%s with the detail %s is %s', async (status, statusDetail, word) => {
    expect(await read(createEasyPostWorld({ status, statusDetail }), 'status')).toEqual({
      is: 'value',
      value: word,
    });
  });

  it('is unknown when the carrier has told nothing', async () => {
    const world = createEasyPostWorld({ status: 'unknown', statusDetail: 'unknown' });
    expect(await read(world, 'status')).toEqual({ is: 'none', because: 'not-found' });
    expect(await read(world, 'status_detail')).toEqual({ is: 'empty' });
  });
});

describe('facts of a parcel', () => {
  it.each([
    ['status_detail', 'weather delay'],
    ['carrier', 'UPS'],
    ['tracking_code', 'EZ1001'],
    ['est_delivery_date', '2026-11-12'],
    ['public_url', 'https://track.easypost.com/desk/EZ1001'],
  ])('%s is %s', async (field, value) => {
    expect(await read(createEasyPostWorld(), field)).toEqual({ is: 'value', value });
  });

  it('was delivered on the day of the scan that says so, in the zone of the account', async () => {
    const world = createEasyPostWorld({ status: 'delivered', lastScanAt: '2026-11-10T23:10:00Z' });
    expect(await read(world, 'delivered_at')).toEqual({ is: 'value', value: '2026-11-11' });
    expect(await read(createEasyPostWorld({ lastScanAt: '2026-11-10T23:10:00Z' }), 'delivered_at')).toEqual({
      is: 'empty',
    });
  });

  it('links to the page of the carrier', async () => {
    const { easypost } = createEasyPostWorld();
    const answer = await easypost.read(readRequest('easypost.tracker.status', { facts: known }));
    expect(answer).toMatchObject({
      source: { system: 'easypost', url: 'https://track.easypost.com/desk/EZ1001' },
    });
  });

  it('asks once for all facts of a parcel', async () => {
    const world = createEasyPostWorld();
    await Promise.all(['status', 'carrier', 'est_delivery_date'].map((field) => read(world, field)));
    expect(world.sent()).toEqual(['POST /v2/trackers']);
  });

  it('says of an unknown field that there is none', async () => {
    expect(await read(createEasyPostWorld(), 'weight')).toEqual({ is: 'none', because: 'no-such-field' });
    const { easypost } = createEasyPostWorld();
    expect(reading(await easypost.read(readRequest('easypost.pickup.status', { facts: known })))).toEqual({
      is: 'none',
      because: 'not-offered',
    });
  });
});

describe('which parcel', () => {
  it('is that of the ticket’s order where no tracking number is known', async () => {
    const observedAt = '2026-11-20T09:00:00.000Z';
    const world = createEasyPostWorld(
      {},
      { trackingNumber: () => Promise.resolve({ is: 'found', record: 'EZ1001', observedAt }) },
    );
    expect(await read(world, 'status', {})).toEqual({ is: 'value', value: 'in transit' });
  });

  it('is unknown where the order does not say it, or the shop failed', async () => {
    const observedAt = '2026-11-20T09:00:00.000Z';
    const several = createEasyPostWorld(
      {},
      { trackingNumber: () => Promise.resolve({ is: 'none', because: 'several', observedAt }) },
    );
    expect(await read(several, 'status', {})).toEqual({ is: 'none', because: 'several' });
    const failure = { code: 'unavailable', reason: 'Shopify is down.' } as const;
    const down = createEasyPostWorld(
      {},
      { trackingNumber: () => Promise.resolve({ is: 'failed', failure }) },
    );
    expect(await read(down, 'status', {})).toEqual({ is: 'failed', system: 'easypost', failure });
    expect(down.sent()).toEqual([]);
  });

  it('is unknown without any key', async () => {
    expect(await read(createEasyPostWorld(), 'status', {})).toEqual({ is: 'none', because: 'key-missing' });
  });

  it('waits for the tracking number, else for the order number', () => {
    const { easypost } = createEasyPostWorld();
    const { source } = readRequest('easypost.tracker.status');
    expect(easypost.keyFacts(source, [], ['order number', 'Tracking number'])).toEqual(['Tracking number']);
    expect(easypost.keyFacts(source, [], ['order number'])).toEqual(['order number']);
    expect(easypost.keyFacts(source, [], [])).toEqual([]);
  });

  it('is the one of the fact that the SOP declares', async () => {
    const { easypost } = createEasyPostWorld();
    const records = [
      { name: 'parcel', system: 'easypost', entity: 'tracker', by: 'parcel code', span: { from: 0, to: 0 } },
    ];
    const request = readRequest('easypost.tracker.status', {
      records,
      declaredRecord: 'parcel',
      facts: { 'parcel code': 'EZ1001' },
    });
    expect(reading(await easypost.read(request))).toEqual({ is: 'value', value: 'in transit' });
  });
});

describe('asking EasyPost', () => {
  it.each([
    ['503', { is: 'status', status: 503 }, 'unavailable'],
    ['a page', { is: 'garbage' }, 'unreadable'],
    ['another form', { is: 'status', status: 200, body: '{"id":"trk_1"}' }, 'unreadable'],
    ['nothing', { is: 'down' }, 'unavailable'],
  ] as const)('fails by name when it answers with %s', async (_, fault, code) => {
    const world = createEasyPostWorld();
    world.zaf.faults.inject('easypost', { fault });
    const answer = await world.settled(
      world.easypost.read(readRequest('easypost.tracker.status', { facts: known })),
    );
    expect(answer).toMatchObject({ is: 'failed', system: 'easypost', failure: { code } });
  });

  it('waits out a 429', async () => {
    const world = createEasyPostWorld();
    world.zaf.faults.inject('easypost', { fault: { is: 'status', status: 429 }, times: 1 });
    expect(await world.settled(read(world, 'status'))).toEqual({ is: 'value', value: 'in transit' });
  });

  it('finds nothing under a code that EasyPost refuses', async () => {
    const world = createEasyPostWorld();
    world.zaf.faults.inject('easypost', {
      fault: { is: 'status', status: 422, body: '{"error":{"message":"Invalid code"}}' },
    });
    expect(await read(world, 'status')).toEqual({ is: 'none', because: 'not-found' });
  });

  it('says that the key is refused', async () => {
    const world = createEasyPostWorld({}, { keys: { easypost_key: 'other' } });
    expect(await read(world, 'status')).toMatchObject({ is: 'failed', failure: { status: 401 } });
  });
});
