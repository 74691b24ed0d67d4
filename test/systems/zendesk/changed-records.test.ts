import { describe, expect, test } from 'vitest';
import { objectRules } from '../../../desk/fakes/zendesk/custom-objects.ts';
import type { CustomObjectRecord } from '../../../desk/fakes/zendesk/state.ts';
import { createZendeskFake, type ZendeskFake } from '../../../desk/fakes/zendesk/zendesk-fake.ts';
import { RunNotTrusted } from '../../../src/app/ports/ledger.ts';
import type { RunEvent } from '../../../src/domain/run/events.ts';
import { createWebHasher } from '../../../src/systems/browser/web-hasher.ts';
import { createMemoryLedger } from '../../../src/systems/memory/memory-ledger.ts';
import { chooseLedger } from '../../../src/systems/zendesk/choose-ledger.ts';
import { createZendeskLedger } from '../../../src/systems/zendesk/zendesk-ledger.ts';
import { claimOf, started, storedRun } from '../../contract/ledger-contract.ts';
import { checkedClient } from '../../support/checked-client.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { transportOver } from '../../support/transport-over.ts';

const clock = createManualClock();

function browser(userId = 2, account?: ZendeskFake) {
  const zendesk = account ?? createZendeskFake(sampleZendesk, () => clock.now());
  const zaf = checkedClient({ zendesk, clock, userId, ticketId: 12 });
  const transport = transportOver(zaf.client, clock);
  const ledger = createZendeskLedger({ transport, hasher: createWebHasher(), clock });
  const records = (key: string): CustomObjectRecord[] => zendesk.state.customObjects.get(key) ?? [];
  return { ledger, transport, zendesk, records, rules: objectRules(zendesk.state) };
}

const command = '3.1';
const held: RunEvent = { v: 1, at: started.at, type: 'held', command: '2.1/wait#0' };
const decided: RunEvent = {
  v: 1,
  at: started.at,
  type: 'proposal-decided',
  command,
  by: { id: '2', name: 'Sample Agent' },
  decision: 'rejected',
  reason: 'Not now.',
};

/** A person opens the record in Zendesk and changes it. */
function edit(record: CustomObjectRecord | undefined, fields: Record<string, unknown>): void {
  if (!record) throw new Error('There is no such record.');
  Object.assign(record.fields, fields);
  record.updatedAt = '2026-11-20T09:30:00Z';
  record.updatedBy = 3;
}

const notTrusted = async (work: Promise<unknown>): Promise<RunNotTrusted> => {
  const [answer] = await Promise.allSettled([work]);
  if (answer.status === 'rejected' && answer.reason instanceof RunNotTrusted) return answer.reason;
  throw new Error(`It was trusted, or failed otherwise: ${JSON.stringify(answer)}`);
};

describe('a run whose record was changed by hand', () => {
  test.each([
    ['an event was added', { events: JSON.stringify([started, held]) }],
    ['an event was changed', { events: JSON.stringify([{ ...started, today: '2026-11-21' }]) }],
    ['the log was emptied', { events: '' }],
    ['the hash was removed', { hash: null }],
    ['another SOP was written in', { sop_hash: 'b'.repeat(64) }],
    ['a portion was left out', { sealed: 'c'.repeat(64) }],
  ])('does not count, and says who and when: %s', async (_, fields) => {
    const { ledger, records } = browser();
    await ledger.startRun(storedRun(1));
    edit(records('signoff_run')[0], fields);
    const { message, number } = await notTrusted(ledger.latestRun('12'));
    expect(number).toBe(1);
    expect(message).toContain('changed by hand, last by user 3 at 2026-11-20T09:30:00Z');
    expect(message).toContain('Run again');
  });

  test('says what its claims prove', async () => {
    const { ledger, records } = browser();
    await ledger.startRun(storedRun(1));
    await ledger.save(storedRun(1, [started, decided]));
    await ledger.claim(claimOf('n1', command));
    await ledger.recordResult(claimOf('n1', command), { is: 'succeeded', reference: 're_1' });
    edit(records('signoff_run')[0], { events: `${String(records('signoff_run')[0]?.fields['events'])} ` });
    expect((await notTrusted(ledger.latestRun('12'))).message).toContain(
      'stripe.refund was approved by Sample Agent at 2026-11-20T09:00:00.000Z, and it succeeded (re_1)',
    );
  });

  test('is not written over by a page that looks again', async () => {
    const { ledger, records } = browser();
    const one = createManualClock();
    const account = browser().zendesk;
    const zaf = checkedClient({ zendesk: account, clock: one, userId: 2, ticketId: 12 });
    const open = createZendeskLedger({
      transport: transportOver(zaf.client, one),
      hasher: createWebHasher(),
      clock: one,
    });
    await open.startRun(storedRun(1));
    edit(account.state.customObjects.get('signoff_run')?.[0], { events: '[]' });
    await one.advance(5000);
    expect(await open.save(storedRun(1, [started, held]))).toMatchObject({ is: 'failed' });
    expect(await ledger.latestRun('12')).toBeUndefined();
    expect(records('signoff_run')).toEqual([]);
  });

  test('whose older portion was changed or deleted does not count either', async () => {
    const long = Array.from({ length: 300 }, () => ({ ...held, command: 'x'.repeat(200) }));
    for (const harm of ['changed', 'deleted'] as const) {
      const { ledger, records, zendesk } = browser();
      await ledger.startRun(storedRun(1));
      expect(await ledger.save(storedRun(1, [started, ...long]))).toEqual({ is: 'saved' });
      if (harm === 'changed') edit(records('signoff_event')[0], { payload: '{},' });
      else records('signoff_event').shift();
      const { message } = await notTrusted(browser(2, zendesk).ledger.latestRun('12'));
      expect(message).toContain(`portion 1 of its log was ${harm}`);
    }
  });
});

describe('an app of the first schema beside this one', () => {
  test('that wrote over a run is read, and the run goes on with what both have', async () => {
    const { ledger, records, zendesk } = browser();
    await ledger.startRun(storedRun(1));
    await ledger.save(storedRun(1, [started, decided]));
    Object.assign(records('signoff_run')[0]?.fields ?? {}, {
      schema: 1,
      events: JSON.stringify([started, held]),
    });
    const other = browser(2, zendesk).ledger;
    expect((await other.latestRun('12'))?.events).toEqual([started, held]);
    expect(await other.save(storedRun(1, [started, decided]))).toMatchObject({ is: 'failed' });
    const merged = [started, held, decided];
    expect(await other.save(storedRun(1, merged))).toEqual({ is: 'saved' });
    expect((await browser(2, zendesk).ledger.latestRun('12'))?.events).toEqual(merged);
  });
});

describe('a claim or a result that was changed by hand', () => {
  test('approves nothing any more, and still keeps others away', async () => {
    const { ledger, records } = browser();
    await ledger.claim(claimOf('n1', command));
    const [record] = records('signoff_event');
    edit(record, { payload: String(record?.fields['payload']).replace('USD 142.1', 'USD 999') });
    const doubt = {
      about: 'claim',
      reason: 'the claim of 3.1 was changed by hand, last by user 3 at 2026-11-20T09:30:00Z',
    };
    expect(await ledger.claim(claimOf('n1', command))).toMatchObject({ is: 'taken', doubt });
    expect((await ledger.claims('12-1', [command])).get(command)).toMatchObject({ doubt });
  });

  test('that nobody can read stops no other claim', async () => {
    const { ledger, records } = browser();
    await ledger.claim(claimOf('n1', command));
    await ledger.claim(claimOf('n2', '4.1'));
    edit(records('signoff_event')[0], { payload: 'nothing' });
    const found = await ledger.claims('12-1', [command, '4.1']);
    expect(found.get(command)).toMatchObject({ claim: undefined, doubt: { about: 'claim' } });
    expect(found.get('4.1')?.doubt).toBeUndefined();
  });

  test('says nothing about the end: a changed result is left out', async () => {
    const { ledger, records } = browser();
    await ledger.claim(claimOf('n1', command));
    await ledger.recordResult(claimOf('n1', command), {
      is: 'failed',
      failure: { code: 'refused', reason: 'No.' },
    });
    edit(records('signoff_event')[1], { payload: '{"schema":2,"result":{"is":"succeeded"}}' });
    const found = (await ledger.claims('12-1', [command])).get(command);
    expect(found).toMatchObject({ result: undefined, doubt: { about: 'result' } });
    expect(found?.claim?.nonce).toBe('n1');
  });
});

describe('custom objects that are missing, forbidden or full', () => {
  const forbidden = 'Zendesk refused access to the records of';
  const cases = [
    [
      'the role may only look',
      (world: ReturnType<typeof browser>) => world.rules.mayOnlyView.add(2),
      forbidden,
    ],
    [
      'the plan lost its objects',
      (world: ReturnType<typeof browser>) => (world.rules.isOffered = false),
      forbidden,
    ],
    [
      'an object was deleted',
      ({ zendesk }: ReturnType<typeof browser>) => {
        zendesk.state.customObjects.delete('signoff_run');
        zendesk.state.customObjects.delete('signoff_event');
      },
      'Zendesk has no custom object',
    ],
    [
      'the account is full',
      (world: ReturnType<typeof browser>) => (world.rules.mostRecords = 0),
      'An admin deletes records that are not needed',
    ],
  ] as const;

  test.each(cases)('at the start: %s', async (_, harm, reason) => {
    const world = browser();
    harm(world);
    await expect(world.ledger.startRun(storedRun(1))).rejects.toThrow(
      /Cannot (start run 12-1|read the runs)/,
    );
    await expect(world.ledger.startRun(storedRun(1))).rejects.toThrow(reason);
  });

  test.each(cases)('at a claim nothing is claimed: %s', async (_, harm, reason) => {
    const world = browser();
    harm(world);
    expect(await world.ledger.claim(claimOf('n1'))).toMatchObject({
      is: 'unavailable',
      reason: expect.stringContaining(reason) as string,
    });
  });

  test.each(cases)('at a result, which is written later: %s', async (_, harm, reason) => {
    const world = browser();
    harm(world);
    const answer = await world.ledger.recordResult(claimOf('n1'), { is: 'succeeded' });
    expect(answer).toMatchObject({ is: 'failed', reason: expect.stringContaining(reason) as string });
  });

  test.each(cases.slice(0, 3))('at a save, which is tried again: %s', async (_, harm, reason) => {
    const world = browser();
    await world.ledger.startRun(storedRun(1));
    const kept = world.records('signoff_run');
    harm(world);
    const answer = await world.ledger.save(storedRun(1, [started, held]));
    expect(answer).toMatchObject({ is: 'failed', reason: expect.stringContaining(reason) as string });
    world.rules.mayOnlyView.clear();
    world.rules.isOffered = true;
    world.zendesk.state.customObjects.set('signoff_run', kept);
    expect(await world.ledger.save(storedRun(1, [started, held]))).toEqual({ is: 'saved' });
  });

  test('a claim that is longer than a record is not had, and says what to do', async () => {
    const { ledger } = browser();
    const claim = claimOf('n1');
    const parameters = { text: 'x'.repeat(40_000) };
    const answer = await ledger.claim({ ...claim, approval: { ...claim.approval, parameters } });
    expect(answer).toMatchObject({
      is: 'unavailable',
      reason: expect.stringContaining('Shorten the values') as string,
    });
  });

  test('a result whose undo is longer than a record is written without it', async () => {
    const { ledger } = browser();
    await ledger.claim(claimOf('n1', command));
    const undo = { operation: 'zendesk.set_field', parameters: { value: 'x'.repeat(40_000) } };
    const result = { is: 'succeeded', reference: 'a1', undo } as const;
    expect(await ledger.recordResult(claimOf('n1', command), result)).toEqual({ is: 'saved' });
    expect((await ledger.claims('12-1', [command])).get(command)?.result).toEqual({
      is: 'succeeded',
      reference: 'a1',
    });
  });

  test('a person who may not look gets no ledger of their own beside that of the account', async () => {
    const { transport, ledger, rules } = browser();
    rules.mayNotView.add(2);
    const fallback = () => Promise.resolve(createMemoryLedger(clock));
    const choose = (isInstalled: boolean) =>
      chooseLedger({ transport, zendesk: ledger, fallback, isInstalled: () => Promise.resolve(isInstalled) });
    expect(await choose(true)).toMatchObject({
      is: 'unavailable',
      reason: expect.stringContaining(forbidden) as string,
    });
    expect(await choose(false)).toMatchObject({ is: 'chosen', because: 'no-custom-objects' });
  });
});
