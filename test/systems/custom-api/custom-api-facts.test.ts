import { describe, expect, it } from 'vitest';
import { depotDescription } from '../../../desk/fakes/custom-api/depot-description.ts';
import { readRequest } from '../adapter-world.ts';
import { createDepotWorld, facts, read, readingOf } from './depot-world.ts';
import { containing } from '../../support/containing.ts';

describe('facts of a described system', () => {
  it.each([
    ['status', 'waiting'],
    ['weight', '1.25'],
    ['fee', 'EUR 4.5'],
    // The day in the zone of the account, Berlin.
    ['arrived', '2026-11-19'],
    ['tags', []],
  ])('%s is read as its description says', async (field, value) => {
    expect(await readingOf(createDepotWorld(), `depot.parcel.${field}`)).toEqual({ is: 'value', value });
  });

  it('what is optional and not there is empty', async () => {
    expect(await readingOf(createDepotWorld(), 'depot.parcel.note')).toEqual({ is: 'empty' });
  });

  it('asks once for all facts of a record', async () => {
    const world = createDepotWorld();
    await Promise.all(['status', 'fee', 'weight'].map((field) => read(world, `depot.parcel.${field}`)));
    expect(world.sent()).toEqual(['GET /v1/parcels/DP-1']);
    await read(world, 'depot.parcel.status', { freshness: 'newest' });
    expect(world.sent()).toHaveLength(2);
  });

  it('waits for the facts that stand in its requests, or for the one that the SOP names', () => {
    const { depot } = createDepotWorld();
    const declared = ['Parcel number', 'Order number', 'returned parcel'];
    const { source } = readRequest('depot.parcel.status');
    expect(depot.keyFacts(source, [], declared)).toEqual(['Parcel number']);
    expect(depot.keyFacts(readRequest('depot.delivery.number').source, [], declared)).toEqual([
      'Order number',
    ]);
    const records = [
      { name: 'parcel', system: 'depot', entity: 'parcel', by: 'returned parcel', span: { from: 0, to: 0 } },
    ];
    expect(depot.keyFacts({ ...source, declaredRecord: 'parcel' }, records, declared)).toEqual([
      'returned parcel',
    ]);
  });

  it('looks up by the fact that the SOP names', async () => {
    const records = [
      { name: 'parcel', system: 'depot', entity: 'parcel', by: 'returned parcel', span: { from: 0, to: 0 } },
    ];
    const given = { records, declaredRecord: 'parcel', facts: { 'returned parcel': 'DP-1' } };
    expect(await readingOf(createDepotWorld(), 'depot.parcel.status', given)).toEqual({
      is: 'value',
      value: 'waiting',
    });
  });

  it('says what is not offered', async () => {
    const world = createDepotWorld();
    expect(await readingOf(world, 'depot.parcel.colour')).toEqual({ is: 'none', because: 'no-such-field' });
    expect(await readingOf(world, 'depot.shelf.number')).toEqual({ is: 'none', because: 'not-offered' });
    expect(world.sent()).toEqual([]);
  });
});

describe('which record', () => {
  it('none is another answer than several', async () => {
    const world = createDepotWorld();
    const nobody = { facts: { 'parcel number': 'DP-9', 'order number': '#9' } };
    expect(await readingOf(world, 'depot.parcel.status', nobody)).toEqual({
      is: 'none',
      because: 'not-found',
    });
    expect(await readingOf(world, 'depot.delivery.status', nobody)).toEqual({
      is: 'none',
      because: 'not-found',
    });
    expect(await readingOf(world, 'depot.parcel.status', { facts: {} })).toEqual({
      is: 'none',
      because: 'key-missing',
    });
  });

  const two = { parcels: [{}, { number: 'DP-2', status: 'sent' as const }] };

  it('several are a choice with what tells them apart, never the first one', async () => {
    const answer = await read(createDepotWorld(two), 'depot.delivery.status');
    expect(answer).toMatchObject({
      reading: { is: 'none', because: 'several' },
      choice: {
        system: 'depot',
        record: 'delivery',
        candidates: [
          {
            id: 'DP-1',
            name: 'DP-1',
            details: [
              { label: 'status', value: 'waiting' },
              { label: 'arrived', value: '2026-11-19' },
            ],
          },
          { id: 'DP-2', details: [{ label: 'status', value: 'sent' }, {}] },
        ],
      },
    });
  });

  it('the one that was chosen counts', async () => {
    const world = createDepotWorld(two);
    const request = readRequest('depot.delivery.status', { facts });
    const chosen = (system: string, record: string) =>
      system === 'depot' && record === 'delivery' ? 'DP-2' : undefined;
    expect(await world.depot.read({ ...request, chosen })).toMatchObject({
      reading: { is: 'value', value: 'sent' },
    });
    const gone = await world.depot.read({ ...request, chosen: () => 'DP-7' });
    expect(gone).toMatchObject({
      reading: { is: 'none', because: 'several' },
      choice: { candidates: [{ id: 'DP-1' }, { id: 'DP-2' }] },
    });
  });

  it('a list that goes on is not all there is', async () => {
    const world = createDepotWorld();
    const body = '{"results":[{"number":"DP-1","status":"sent"}],"has_more":true}';
    world.zaf.faults.inject('depot', { fault: { is: 'status', status: 200, body } });
    const answer = await read(world, 'depot.delivery.status');
    expect(answer).toMatchObject({ reading: { is: 'none', because: 'several' } });
    expect(answer).not.toHaveProperty('choice');
  });
});

describe('an answer of another form', () => {
  it.each([
    ['a status that is none of the set', { status: 'lost' }, 'status', '“status” has another form'],
    [
      'a weight in words',
      { parcel: { weight_kg: 'heavy' } },
      'weight',
      '“parcel.weight_kg” has another form',
    ],
    ['a key that is missing', { fee: {} }, 'fee', '“fee.amount” has another form'],
    [
      'more decimals than the currency has',
      { fee: { amount: '4.505' } },
      'fee',
      '“fee.amount” has another form',
    ],
    [
      'an instant without an offset',
      { arrived_at: '2026-11-18T23:30:00' },
      'arrived',
      '“arrived_at” has another form',
    ],
    ['no id', { number: null }, 'status', '“number” has another form'],
    ['a list of objects', { tags: [{}] }, 'tags', '“tags” has another form'],
  ])('%s fails by name', async (_, change, field, reason) => {
    const world = createDepotWorld();
    const sound = {
      number: 'DP-1',
      status: 'sent',
      parcel: { weight_kg: 1 },
      fee: { amount: '1' },
      arrived_at: '2026-11-18',
      tags: [],
    };
    const body = JSON.stringify({ ...sound, ...change });
    world.zaf.faults.inject('depot', { fault: { is: 'status', status: 200, body } });
    expect(await read(world, `depot.parcel.${field}`)).toMatchObject({
      is: 'failed',
      system: 'depot',
      failure: { code: 'unreadable', reason: containing(reason) },
    });
  });

  it.each([
    ['503', { is: 'status', status: 503 }, 'unavailable'],
    ['404 where it says nothing of it', { is: 'status', status: 404 }, 'refused'],
    ['a page', { is: 'garbage' }, 'unreadable'],
    ['half an answer', { is: 'truncated' }, 'unreadable'],
    ['nothing', { is: 'down' }, 'unavailable'],
  ] as const)('%s is a failure and never none', async (_, fault, code) => {
    const world = createDepotWorld();
    world.zaf.faults.inject('depot', { fault });
    expect(await read(world, 'depot.delivery.status')).toMatchObject({ is: 'failed', failure: { code } });
  });

  it('waits out a 429', async () => {
    const world = createDepotWorld();
    world.zaf.faults.inject('depot', { fault: { is: 'status', status: 429 }, times: 1 });
    expect(await readingOf(world, 'depot.parcel.status')).toEqual({ is: 'value', value: 'waiting' });
  });
});

describe('the connection', () => {
  it('is tested with the path that the description names', async () => {
    const world = createDepotWorld();
    expect(await world.depot.check()).toEqual({ system: 'depot', is: 'connected', account: 'Parcel depot' });
    expect(world.sent()).toEqual(['GET /v1/health']);
  });

  it('a wrong key is the fault of a setting, which is named', async () => {
    const world = createDepotWorld({ keys: { custom_api_secret_1: 'other' } });
    expect(await world.depot.check()).toMatchObject({
      is: 'failing',
      failure: { code: 'misconfigured', reason: containing('custom_apis') },
    });
  });

  it('the key stands in its header and nowhere else', async () => {
    const world = createDepotWorld();
    await read(world, 'depot.parcel.status');
    const [request] = world.zaf.requests;
    expect(request).toMatchObject({
      secure: true,
      headers: { 'X-Api-Key': '{{setting.custom_api_secret_1}}' },
    });
    expect(`${request?.url} ${request?.data}`).not.toContain('{{');
  });

  it('waits for as long as the description says', async () => {
    const world = createDepotWorld({ description: depotDescription().replace('20 seconds', '7 seconds') });
    await read(world, 'depot.parcel.status');
    expect(world.zaf.requests[0]?.timeout).toBe(7_000);
  });
});
