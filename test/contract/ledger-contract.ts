import { describe, expect, test } from 'vitest';
import type { Claim, Ledger, StoredRun } from '../../src/app/ports/ledger.ts';
import type { ExecutionResult, RunEvent, RunStarted } from '../../src/domain/run/events.ts';
import { sampleEvents } from './sample-events.ts';

/** Two browsers that work on the same ledger; the same object where a ledger binds one page only. */
export type TwoBrowsers = { readonly one: Ledger; readonly other: Ledger };

const at = '2026-11-20T09:00:00.000Z';
const agent = { id: '2', name: 'Sample Agent' };
const sop = { id: 'late-parcel', version: 5, hash: 'a'.repeat(64) };

export const started: RunEvent & RunStarted = {
  v: 1,
  at,
  type: 'run-started',
  sop,
  today: '2026-11-20',
  by: agent,
};
const held: RunEvent = { v: 1, at, type: 'held', command: '2.1/wait#0', until: at };

export const storedRun = (number: number, events: readonly RunEvent[] = [started]): StoredRun => ({
  id: `12-${number}`,
  ticketId: '12',
  number,
  sop,
  events,
});

export const claimOf = (nonce: string, command = '3.1>1.1/propose: “full refund”, twice#0'): Claim => ({
  runId: '12-1',
  command,
  key: `signoff-12-1-${nonce}`,
  nonce,
  approval: {
    runId: '12-1',
    command,
    operation: 'stripe.refund',
    parameters: { amount: 'USD 142.1', note: null, list: [{ money: 'USD 1' }] },
    target: { ids: { charge: 'ch_1' }, name: 'Visa ··4242', url: 'https://example.com/ch_1' },
    sopHash: sop.hash,
    ticketUpdatedAt: at,
    digest: 'd'.repeat(64),
    by: agent,
    at,
  },
});

const succeeded: ExecutionResult = { is: 'succeeded', reference: 're_1', pending: true };
const failed: ExecutionResult = { is: 'failed', failure: { code: 'refused', reason: 'No.', status: 400 } };

/** What every ledger does, whatever it is kept in. */
export function ledgerContract(name: string, open: () => Promise<TwoBrowsers>): void {
  describe(`${name}: runs`, () => {
    test('there is none on a ticket that was never run', async () => {
      const { one } = await open();
      expect(await one.latestRun('12')).toBeUndefined();
    });

    test('a run that was started is found again, in another browser too', async () => {
      const { one, other } = await open();
      expect(await one.startRun(storedRun(1))).toEqual(storedRun(1));
      expect(await one.latestRun('12')).toEqual(storedRun(1));
      expect(await other.latestRun('12')).toEqual(storedRun(1));
      expect(await other.latestRun('1')).toBeUndefined();
    });

    test('two browsers that begin at once begin the same run', async () => {
      const { one, other } = await open();
      const later = storedRun(1, [{ ...started, today: '2026-11-21' }]);
      const [a, b] = await Promise.all([one.startRun(storedRun(1)), other.startRun(later)]);
      expect(a).toEqual(b);
      expect(await one.latestRun('12')).toEqual(a);
    });

    test('the newest run is the latest, however often a ticket was run', async () => {
      const { one, other } = await open();
      for (let number = 1; number <= 9; number += 1) await one.startRun(storedRun(number));
      expect((await other.latestRun('12'))?.number).toBe(9);
    });

    test('a log grows', async () => {
      const { one, other } = await open();
      const run = await one.startRun(storedRun(1));
      expect(await one.save({ ...run, events: [...run.events, held] })).toEqual({ is: 'saved' });
      expect(await other.latestRun('12')).toEqual(storedRun(1, [started, held]));
    });

    test('a log of every kind of event comes back as it was', async () => {
      const { one, other } = await open();
      const run = await one.startRun(storedRun(1));
      const events = [...run.events, ...sampleEvents];
      expect(await one.save({ ...run, events })).toEqual({ is: 'saved' });
      expect((await other.latestRun('12'))?.events).toEqual(events);
    });

    test('of several saves at once the longest log stays', async () => {
      const { one, other } = await open();
      const run = await one.startRun(storedRun(1));
      const logs = [1, 2, 3].map((count) => [...run.events, ...Array.from({ length: count }, () => held)]);
      const answers = await Promise.all(logs.map((events) => one.save({ ...run, events })));
      expect(answers).toEqual(logs.map(() => ({ is: 'saved' })));
      expect((await other.latestRun('12'))?.events).toHaveLength(4);
    });

    test('a log of any length comes back as it was, also where it grew at once', async () => {
      const { one, other } = await open();
      const run = await one.startRun(storedRun(1));
      const long = Array.from({ length: 400 }, (_, index) => ({
        ...held,
        command: `${index} “${'ä'.repeat(300)}”`,
      }));
      const events = [...run.events, ...long];
      expect(await one.save({ ...run, events })).toEqual({ is: 'saved' });
      expect((await other.latestRun('12'))?.events).toEqual(events);
      expect(await one.save({ ...run, events: [...events, held] })).toEqual({ is: 'saved' });
      expect((await other.latestRun('12'))?.events).toHaveLength(402);
    });

    test('one event that is longer than any record is kept whole', async () => {
      const { one, other } = await open();
      const run = await one.startRun(storedRun(1));
      const events = [...run.events, { ...held, command: 'a “b” '.repeat(20_000) }];
      expect(await one.save({ ...run, events })).toEqual({ is: 'saved' });
      expect((await other.latestRun('12'))?.events).toEqual(events);
    });

    test('a log never loses an event', async () => {
      const { one } = await open();
      const run = await one.startRun(storedRun(1));
      await one.save({ ...run, events: [...run.events, held] });
      expect(await one.save(run)).toMatchObject({ is: 'failed' });
      expect((await one.latestRun('12'))?.events).toHaveLength(2);
    });

    test('a run that was never started is not saved', async () => {
      const { one } = await open();
      expect(await one.save(storedRun(1))).toMatchObject({
        is: 'failed',
        reason: expect.stringContaining('12-1') as string,
      });
    });
  });

  describe(`${name}: claims`, () => {
    test('the first one has the claim, also where it asks again', async () => {
      const { one } = await open();
      expect(await one.claim(claimOf('n1'))).toEqual({ is: 'ours' });
      expect(await one.claim(claimOf('n1'))).toEqual({ is: 'ours' });
    });

    test('the second one learns who has it, and since when', async () => {
      const { one, other } = await open();
      await one.claim(claimOf('n1'));
      const answer = await other.claim(claimOf('n2'));
      expect(answer).toMatchObject({ is: 'taken', by: agent, claim: claimOf('n1') });
      expect(answer.is === 'taken' && Date.parse(answer.at)).toBeGreaterThan(0);
      expect(answer.is === 'taken' && answer.result).toBeUndefined();
    });

    test('of two that claim at once exactly one has it', async () => {
      const { one, other } = await open();
      const answers = await Promise.all([one.claim(claimOf('n1')), other.claim(claimOf('n2'))]);
      expect(answers.map(({ is }) => is).toSorted()).toEqual(['ours', 'taken']);
    });

    test('commands that differ in a sign only are claimed apart', async () => {
      const { one } = await open();
      const commands = ['2.1/a#0', '2.1>a#0', '2.1:a#0', '2.1 a#0', '2.1,a#0', '2.1_2f_a#0', '2.1/ä#0'];
      for (const command of commands)
        expect(await one.claim(claimOf(command, command))).toEqual({ is: 'ours' });
      const found = await one.claims('12-1', commands);
      expect([...found.keys()].toSorted()).toEqual(commands.toSorted());
    });

    test('commands that are long and differ at the end are claimed apart', async () => {
      const { one } = await open();
      const long = (end: string) => `3.1/propose: ${'a fact with a long name '.repeat(12)}#${end}`;
      expect(await one.claim(claimOf('n1', long('0')))).toEqual({ is: 'ours' });
      expect(await one.claim(claimOf('n2', long('1')))).toEqual({ is: 'ours' });
      expect(await one.claim(claimOf('n3', long('1')))).toMatchObject({ is: 'taken' });
    });

    test('the first result stays', async () => {
      const { one, other } = await open();
      await one.claim(claimOf('n1'));
      expect(await one.recordResult(claimOf('n1'), succeeded)).toEqual({ is: 'saved' });
      expect(await other.recordResult(claimOf('n1'), failed)).toEqual({ is: 'saved' });
      expect(await other.claim(claimOf('n2'))).toMatchObject({ is: 'taken', result: succeeded });
    });

    test('a result comes back with what would take it back', async () => {
      const { one, other } = await open();
      const undo = { operation: 'zendesk.remove_tag', parameters: { tag: 'late' } };
      const result: ExecutionResult = { is: 'succeeded', undo };
      await one.claim(claimOf('n1', '1.1#0'));
      await one.recordResult(claimOf('n1', '1.1#0'), result);
      expect((await other.claims('12-1', ['1.1#0'])).get('1.1#0')?.result).toEqual(result);
    });

    test('claims are found by their commands, with their results', async () => {
      const { one, other } = await open();
      await one.claim(claimOf('n1', '1.1#0'));
      await one.claim(claimOf('n2', '2.1#0'));
      await one.recordResult(claimOf('n2', '2.1#0'), failed);
      const found = await other.claims('12-1', ['1.1#0', '2.1#0', '3.1#0']);
      expect([...found.keys()]).toEqual(['1.1#0', '2.1#0']);
      expect(found.get('1.1#0')).toMatchObject({
        claim: claimOf('n1', '1.1#0'),
        by: agent,
        result: undefined,
      });
      expect(found.get('2.1#0')).toMatchObject({ result: failed });
      expect(await other.claims('12-1', [])).toEqual(new Map());
    });
  });
}
