import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { CustomObjectRecord } from '../../../desk/fakes/zendesk/state.ts';
import { createZendeskFake, type ZendeskFake } from '../../../desk/fakes/zendesk/zendesk-fake.ts';
import { createWebHasher } from '../../../src/systems/browser/web-hasher.ts';
import { createMemoryLedger } from '../../../src/systems/memory/memory-ledger.ts';
import { chooseLedger } from '../../../src/systems/zendesk/choose-ledger.ts';
import { createZendeskLedger } from '../../../src/systems/zendesk/zendesk-ledger.ts';
import { claimOf, started, storedRun } from '../../contract/ledger-contract.ts';
import { checkedClient } from '../../support/checked-client.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { transportOver } from '../../support/transport-over.ts';
import runRecord from './fixtures/run-schema-1.json' with { type: 'json' };
import runRecord2 from './fixtures/run-schema-2.json' with { type: 'json' };
import claimRecord from './fixtures/claim-schema-1.json' with { type: 'json' };

function browser(userId = 2, account?: ZendeskFake) {
  const clock = createManualClock();
  const zendesk = account ?? createZendeskFake(sampleZendesk, () => clock.now());
  const zaf = checkedClient({ zendesk, clock, userId, ticketId: 12 });
  const transport = transportOver(zaf.client, clock);
  const ledger = createZendeskLedger({ transport, hasher: createWebHasher(), clock });
  const records = (key: string): CustomObjectRecord[] => zendesk.state.customObjects.get(key) ?? [];
  /** Lets the retries of what was asked run their course. */
  const settled = async <T>(asked: Promise<T>): Promise<T> => {
    // Hashing is done by threads that no clock of a test moves.
    for (let turn = 0; turn < 4; turn += 1) {
      await delay(3);
      await clock.advance(5000);
    }
    return asked;
  };
  return { ...zaf, ledger, transport, clock, zendesk, records, settled };
}

const held = { v: 1, at: started.at, type: 'held', command: '2.1/wait#0' } as const;
const isPost = ({ method }: { method: string }) => method === 'POST';

function stored(fields: Record<string, unknown>, externalId: string, id = '01'): CustomObjectRecord {
  const at = '2026-11-20T08:00:00Z';
  return { id, externalId, name: '', fields, createdAt: at, createdBy: 2, updatedAt: at, updatedBy: 2 };
}

describe('a claim', () => {
  test('costs two requests, and its record says who made it', async () => {
    const { ledger, requests, records } = browser();
    expect(await ledger.claim(claimOf('n1', '3.1>1.1#0'))).toEqual({ is: 'ours' });
    expect(requests.map(({ type }) => type)).toEqual(['POST', 'GET']);
    expect(records('signoff_event')[0]).toMatchObject({
      externalId: 'claim:12-1:3.1_3e_1.1_23_0',
      createdBy: 2,
      fields: { kind: 'claim', run_id: '12-1', command_id: '3.1>1.1#0', nonce: 'n1' },
    });
  });

  test('is not ended by a result that somebody made before there was a claim', async () => {
    const { ledger, records, clock } = browser();
    await ledger.claim(claimOf('n1'));
    await ledger.recordResult(claimOf('n1'), { is: 'succeeded', reference: 're_9' });
    const result = records('signoff_event').find(({ externalId }) => externalId?.startsWith('res:'));
    if (!result) throw new Error('There is no result.');
    Object.assign(result, { createdAt: '2026-11-20T07:59:59Z', updatedAt: '2026-11-20T07:59:59Z' });
    await clock.advance(1);
    const [found] = (await ledger.claims('12-1', [claimOf('n1').command])).values();
    expect(found).toMatchObject({ result: undefined, doubt: { about: 'result' } });
    expect(found?.doubt?.reason).toContain('written before its claim');
  });

  test('whose answer was lost is ours, because our nonce is there', async () => {
    const { ledger, faults, settled } = browser();
    faults.inject('zendesk', { fault: { is: 'lost-answer' }, times: 1, when: isPost });
    expect(await settled(ledger.claim(claimOf('n1')))).toEqual({ is: 'ours' });
  });

  test('whose answer was lost each time is ours too', async () => {
    const { ledger, faults, settled, records } = browser();
    faults.inject('zendesk', { fault: { is: 'garbage' }, when: isPost });
    expect(await settled(ledger.claim(claimOf('n1')))).toEqual({ is: 'ours' });
    expect(records('signoff_event')).toHaveLength(1);
  });

  test('of somebody else is taken, and says by whom', async () => {
    const one = browser(3);
    const other = browser(2, one.zendesk);
    await one.ledger.claim(claimOf('n1'));
    expect(await other.ledger.claim(claimOf('n2'))).toMatchObject({
      is: 'taken',
      by: { id: '3', name: '#3' },
      at: '2026-11-20T09:00:00Z',
    });
  });

  test('that Zendesk has twice belongs to the lowest id', async () => {
    const { ledger, records } = browser();
    await ledger.claim(claimOf('n1'));
    const [ours] = records('signoff_event');
    if (!ours) throw new Error('There is no claim.');
    const payload = String(ours.fields['payload']).replaceAll('"n1"', '"n0"');
    records('signoff_event').push({ ...ours, id: '01AAA', fields: { ...ours.fields, nonce: 'n0', payload } });
    expect(await ledger.claim(claimOf('n1'))).toMatchObject({ is: 'taken', claim: { nonce: 'n0' } });
  });

  test('is not had by a light agent, nor while Zendesk is down', async () => {
    const light = browser(4);
    expect(await light.ledger.claim(claimOf('n1'))).toMatchObject({ is: 'unavailable' });
    const { ledger, faults, settled } = browser();
    faults.inject('zendesk', { fault: { is: 'down' } });
    expect(await settled(ledger.claim(claimOf('n1')))).toMatchObject({
      is: 'unavailable',
      reason: expect.stringContaining('Cannot claim') as string,
    });
  });

  test('is not had where it cannot be read back', async () => {
    const { ledger, faults, settled } = browser();
    faults.inject('zendesk', { fault: { is: 'garbage' }, when: ({ method }) => method === 'GET' });
    expect(await settled(ledger.claim(claimOf('n1')))).toMatchObject({ is: 'unavailable' });
  });

  test('by a newer version of the app is not read as ours', async () => {
    const { ledger, records } = browser();
    await ledger.claim(claimOf('n1', '1#0'));
    const [record] = records('signoff_event');
    if (record) record.fields['payload'] = '{"schema":3,"claim":{}}';
    expect(await ledger.claim(claimOf('n1', '1#0'))).toMatchObject({
      is: 'unavailable',
      reason: expect.stringContaining('a newer version of the app wrote it (schema 3') as string,
    });
  });

  test('of many commands are found in several requests', async () => {
    const { ledger, requests } = browser();
    const commands = Array.from({ length: 45 }, (_, index) => `3.1>${index}/propose: full refund#0`);
    await ledger.claim(claimOf('n1', commands[44] ?? ''));
    requests.length = 0;
    expect((await ledger.claims('12-1', commands)).size).toBe(1);
    expect(requests.length).toBeGreaterThan(1);
    for (const { url } of requests) expect(url.length).toBeLessThan(8000);
  });
});

describe('a result', () => {
  test('whose answer was lost is saved, because it is there', async () => {
    const { ledger, faults, settled } = browser();
    faults.inject('zendesk', { fault: { is: 'garbage' }, when: isPost });
    const result = { is: 'succeeded', reference: 're_1' } as const;
    expect(await settled(ledger.recordResult(claimOf('n1'), result))).toEqual({ is: 'saved' });
  });

  test('that could not be written is not said to be saved', async () => {
    const { ledger, faults, settled } = browser();
    faults.inject('zendesk', { fault: { is: 'down' } });
    const answer = await settled(ledger.recordResult(claimOf('n1'), { is: 'succeeded' }));
    expect(answer).toMatchObject({ is: 'failed' });
  });
});

describe('a run', () => {
  test('is found by one request among the first eight', async () => {
    const { ledger, requests } = browser();
    await ledger.latestRun('12');
    expect(requests).toHaveLength(1);
    const { searchParams } = new URL(requests[0]?.url ?? '', 'https://sample.zendesk.com');
    expect(searchParams.get('filter[external_ids]')).toBe(
      'run:12-1,run:12-2,run:12-3,run:12-4,run:12-5,run:12-6,run:12-7,run:12-8',
    );
  });

  test('is started by one request, and saved by another while nobody else can have written', async () => {
    const { ledger, requests } = browser();
    const run = await ledger.startRun(storedRun(1));
    expect(requests).toHaveLength(1);
    await ledger.save({ ...run, events: [started, held] });
    expect(requests).toHaveLength(2);
  });

  test('whose creation had no clear answer is started all the same', async () => {
    const { ledger, faults, settled } = browser();
    faults.inject('zendesk', { fault: { is: 'lost-answer' }, times: 1, when: isPost });
    expect(await settled(ledger.startRun(storedRun(1)))).toEqual(storedRun(1));
  });

  test('that Zendesk has twice is the one with the lowest id, for everybody', async () => {
    const one = browser();
    await one.ledger.startRun(storedRun(1));
    const [first] = one.records('signoff_run');
    if (!first) throw new Error('There is no run.');
    one
      .records('signoff_run')
      .unshift({ ...first, id: `${first.id.slice(0, -1)}Z`, fields: { ...first.fields } });
    const other = browser(3, one.zendesk);
    await other.ledger.latestRun('12');
    await other.ledger.save(storedRun(1, [started, held]));
    expect(JSON.parse(String(first.fields['events']))).toHaveLength(2);
  });

  test('that was continued in another tab is not written over', async () => {
    const one = browser(2);
    const other = browser(3, one.zendesk);
    await one.ledger.startRun(storedRun(1));
    await other.ledger.latestRun('12');
    await one.ledger.save(storedRun(1, [started, held]));
    await other.clock.advance(20_000);
    const theirs = { ...held, command: '9.9/wait#0' };
    expect(await other.ledger.save(storedRun(1, [started, theirs]))).toEqual({
      is: 'failed',
      reason: 'Cannot save run 12-1: it was continued in another tab. Reload to go on from there.',
    });
    expect((await one.ledger.latestRun('12'))?.events).toEqual([started, held]);
  });

  test('that Zendesk refuses to save is not said to be saved', async () => {
    const { ledger, faults, settled } = browser();
    const run = await ledger.startRun(storedRun(1));
    faults.inject('zendesk', {
      fault: { is: 'status', status: 500 },
      when: ({ method }) => method === 'PATCH',
    });
    expect(await settled(ledger.save({ ...run, events: [started, held] }))).toMatchObject({ is: 'failed' });
  });

  test.each([
    [
      'a newer schema',
      { schema: 3 },
      'a newer version of the app wrote it (schema 3, this one knows 2). Reload',
    ],
    ['no schema', { schema: null }, 'it does not say which schema it has'],
    ['a log that breaks off', { schema: 1, events: '[{"v":1,' }, 'its content is not JSON, or breaks off'],
    ['no log', { schema: 1, events: null }, 'it has no content'],
    [
      'an event of a newer version',
      { schema: 1, events: '[{"v":2,"type":"run-started"}]' },
      'event 1 has version 2, this app knows 1',
    ],
    [
      'an event that nobody knows',
      { schema: 1, events: '[{"v":1,"at":"x","type":"danced"}]' },
      'event 1 has another form than expected',
    ],
    [
      'an event that lacks something',
      { schema: 1, events: '[{"v":1,"at":"x","type":"held"}]' },
      'at “command”',
    ],
  ])('with %s is refused by name, and nothing of it is dropped', async (_, fields, reason) => {
    const { ledger, records } = browser();
    await ledger.startRun(storedRun(1));
    const [record] = records('signoff_run');
    Object.assign(record?.fields ?? {}, fields);
    await expect(ledger.latestRun('12')).rejects.toThrow(reason);
    await expect(ledger.latestRun('12')).rejects.toThrow('run 12-1');
  });

  test('rejects with what was attempted where Zendesk does not answer', async () => {
    const { ledger, faults, clock } = browser();
    faults.inject('zendesk', { fault: { is: 'down' } });
    const [asked] = await Promise.allSettled([ledger.latestRun('12'), clock.advance(10_000)]);
    expect(asked).toMatchObject({ status: 'rejected' });
    expect(asked.status === 'rejected' && String(asked.reason)).toContain(
      'Cannot read the runs of the ticket',
    );
  });
});

describe('what earlier versions stored', () => {
  test('schema 2 is read, with its portions, its hash and what is new in it', async () => {
    const { ledger, records } = browser();
    records('signoff_run').push(stored(runRecord2.run, 'run:12-1'));
    records('signoff_event').push(stored(runRecord2.portion, runRecord2.portionId));
    records('signoff_event').push(stored(runRecord2.claim, 'claim:12-1:3.1', '02'));
    records('signoff_event').push(stored(runRecord2.result, 'res:12-1:3.1', '03'));
    const run = await ledger.latestRun('12');
    expect(run?.events.map(({ type }) => type)).toEqual(runRecord2.types);
    expect((await ledger.claims('12-1', ['3.1'])).get('3.1')?.result).toMatchObject({
      undo: { operation: 'zendesk.remove_tag' },
    });
  });

  test('a claim without a schema is read as one of schema 1', async () => {
    const { ledger, records } = browser();
    const payload = claimRecord.payload.replace('"schema":1,', '');
    records('signoff_event').push(stored({ ...claimRecord, payload }, 'claim:12-1:3.1'));
    expect((await ledger.claims('12-1', ['3.1'])).get('3.1')?.claim?.nonce).toBe('n1');
  });

  test('schema 1 is read', async () => {
    const { ledger, records } = browser();
    records('signoff_run').push(stored(runRecord, 'run:12-1'));
    records('signoff_event').push(stored(claimRecord, 'claim:12-1:3.1'));
    const run = await ledger.latestRun('12');
    expect(run?.events.map(({ type }) => type)).toEqual([
      'run-started',
      'fact-read',
      'proposal-decided',
      'execution-intended',
    ]);
    expect((await ledger.claims('12-1', ['3.1'])).get('3.1')?.claim?.approval.parameters).toEqual({
      amount: 'USD 142.1',
    });
  });
});

describe('where an account keeps its runs', () => {
  const fallback = () => Promise.resolve(createMemoryLedger(createManualClock()));

  test('is Zendesk where it has our custom objects', async () => {
    const { transport, ledger } = browser();
    expect(await chooseLedger({ transport, zendesk: ledger, fallback })).toEqual({
      is: 'chosen',
      ledger,
      because: 'account-has-objects',
    });
  });

  test('is this device on a plan without custom objects', async () => {
    const clock = createManualClock();
    const account = createZendeskFake({ ...sampleZendesk, hasCustomObjects: false }, () => clock.now());
    const { transport, ledger } = browser(2, account);
    const chosen = await chooseLedger({ transport, zendesk: ledger, fallback });
    expect(chosen).toMatchObject({
      is: 'chosen',
      because: 'no-custom-objects',
      ledger: { keptIn: 'memory' },
    });
  });

  test('is this device where ours were not created', async () => {
    const { transport, ledger, zendesk } = browser();
    zendesk.state.customObjects.delete('signoff_event');
    const chosen = await chooseLedger({ transport, zendesk: ledger, fallback });
    expect(chosen).toMatchObject({ is: 'chosen', because: 'objects-missing' });
  });

  test('is not guessed while Zendesk does not answer', async () => {
    const { transport, ledger, faults, settled } = browser();
    faults.inject('zendesk', { fault: { is: 'down' } });
    const chosen = await settled(chooseLedger({ transport, zendesk: ledger, fallback }));
    expect(chosen).toMatchObject({ is: 'unavailable' });
  });
});
