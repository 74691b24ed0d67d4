import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createZendeskFake, type ZendeskFake } from '../../../desk/fakes/zendesk/zendesk-fake.ts';
import type { StoredRun } from '../../../src/app/ports/ledger.ts';
import type { RunEvent } from '../../../src/domain/run/events.ts';
import { createWebHasher } from '../../../src/systems/browser/web-hasher.ts';
import { recordSize } from '../../../src/systems/zendesk/record-size.ts';
import { createZendeskLedger } from '../../../src/systems/zendesk/zendesk-ledger.ts';
import type { ZafClient } from '../../../src/systems/zendesk/zaf-client.ts';
import { started, storedRun } from '../../contract/ledger-contract.ts';
import { checkedClient } from '../../support/checked-client.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sampleZendesk } from '../../support/sample-zendesk.ts';
import { transportOver } from '../../support/transport-over.ts';

const clock = createManualClock();
const account = (): ZendeskFake =>
  createZendeskFake(sampleZendesk, () => clock.now(), { isRateLimited: false });

/** A browser that is gone after so many requests: before the next one is sent, or before its answer arrives. */
function browser(zendesk: ZendeskFake, gone?: { requests: number; isSent: boolean }) {
  const { client, requests } = checkedClient({ zendesk, clock, userId: 2, ticketId: 12 });
  let sent = 0;
  const request: ZafClient['request'] = async (options) => {
    sent += 1;
    if (gone && sent > gone.requests) return new Promise(() => undefined);
    const answer = await client.request(options);
    if (gone?.isSent && sent === gone.requests) return new Promise(() => undefined);
    return answer;
  };
  const transport = transportOver({ request }, clock);
  return { requests, ledger: createZendeskLedger({ transport, hasher: createWebHasher(), clock }) };
}

const said = (index: number, comment: string): RunEvent => ({
  v: 1,
  at: started.at,
  type: 'customer-answered',
  command: `${index}/answer`,
  comment,
});

/** Texts from nothing to three times a record, of what is escaped and of what is long in UTF-8. */
const anyComment = fc
  .tuple(fc.constantFrom('x', '"', '\\', '\n', 'ä', '👋', ' ', 'a b', '<&>'), fc.nat({ max: 4 }))
  .chain(([text, size]) =>
    fc.nat({ max: 6 * 10 ** size }).map((times) => text.repeat(Math.min(times, 40_000))),
  );
const anyLogs = fc
  .array(fc.array(anyComment, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 })
  .map((steps) => {
    let events: readonly RunEvent[] = [started];
    return steps.map((comments) => {
      events = [...events, ...comments.map((comment, index) => said(events.length + index, comment))];
      return events;
    });
  });

const records = (zendesk: ZendeskFake, key: string) => zendesk.state.customObjects.get(key) ?? [];
const long = (count: number, from = 0): readonly RunEvent[] =>
  Array.from({ length: count }, (_, index) => said(from + index, `“${from + index}” `.repeat(20)));

async function gaveUp<T>(work: Promise<T>): Promise<void> {
  await Promise.race([work, clock.advance(0).then(() => new Promise((resolve) => setTimeout(resolve, 5)))]);
}

describe('a log that outgrows its record', () => {
  test('is read back as it was saved, whatever is in it and however it grew', async () => {
    await fc.assert(
      fc.asyncProperty(anyLogs, async (logs) => {
        const zendesk = account();
        const { ledger } = browser(zendesk);
        await ledger.startRun(storedRun(1));
        for (const events of logs) {
          expect(await ledger.save(storedRun(1, events))).toEqual({ is: 'saved' });
          expect((await browser(zendesk).ledger.latestRun('12'))?.events).toEqual(events);
        }
        for (const { fields } of [...records(zendesk, 'signoff_run'), ...records(zendesk, 'signoff_event')])
          expect(recordSize(fields)).toBeLessThanOrEqual(31_000);
      }),
      { numRuns: 40 },
    );
  });

  test('is what was saved last, or what was being saved, when the browser is gone between any two requests', async () => {
    const anyEnd = fc.record({ requests: fc.nat({ max: 12 }), isSent: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(anyLogs, anyEnd, async (logs, end) => {
        const zendesk = account();
        await browser(zendesk).ledger.startRun(storedRun(1));
        const { ledger } = browser(zendesk, end);
        const possible: (readonly RunEvent[])[] = [[started]];
        for (const events of logs) {
          possible.push(events);
          const answer = { is: '' };
          await gaveUp(ledger.save(storedRun(1, events)).then((saved) => Object.assign(answer, saved)));
          if (answer.is !== 'saved') break;
          possible.splice(0, possible.length - 1);
        }
        const next = browser(zendesk).ledger;
        const found = (await next.latestRun('12'))?.events ?? [];
        expect(possible).toContainEqual(found);
        const grown = [...found, ...long(150, 900)];
        expect(await next.save(storedRun(1, grown))).toEqual({ is: 'saved' });
        expect((await browser(zendesk).ledger.latestRun('12'))?.events).toEqual(grown);
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  test('costs one more request to read, and none again on the same page', async () => {
    const zendesk = account();
    const { ledger } = browser(zendesk);
    await ledger.startRun(storedRun(1));
    await ledger.save(storedRun(1, [started, ...long(400)]));
    const { ledger: other, requests } = browser(zendesk);
    await other.latestRun('12');
    expect(requests).toHaveLength(2);
    await other.latestRun('12');
    expect(requests).toHaveLength(3);
  });

  test('is sealed alike by two tabs at once, and the second to save takes up what the first has added', async () => {
    const zendesk = account();
    const [one, other] = [browser(zendesk).ledger, browser(zendesk).ledger];
    await one.startRun(storedRun(1));
    const base: readonly RunEvent[] = [started, ...long(150)];
    await one.save(storedRun(1, base));
    await other.latestRun('12');
    const logs = [1, 2].map((tab): StoredRun =>
      storedRun(1, [...base, ...long(200, 200), said(tab, 'last')]),
    );
    const [first, second] = logs;
    if (!first || !second) throw new Error('There are two logs.');
    const answers = await Promise.all([one.save(first), other.save(second)]);
    expect(answers.map(({ is }) => is)).toContain('saved');
    const stored = (await browser(zendesk).ledger.latestRun('12'))?.events;
    expect([first.events, second.events]).toContainEqual(stored);
    const ids = records(zendesk, 'signoff_event').map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(records(zendesk, 'signoff_event').length).toBeLessThanOrEqual(4);
    await clock.advance(4000);
    const late = stored === first.events ? other : one;
    expect(await late.save(storedRun(1, base))).toMatchObject({ is: 'failed' });
  });

  test('keeps one event that is longer than a record, in several portions', async () => {
    const zendesk = account();
    const { ledger } = browser(zendesk);
    await ledger.startRun(storedRun(1));
    const events = [started, said(1, 'Grüße “👋” '.repeat(8000)), said(2, 'short')];
    expect(await ledger.save(storedRun(1, events))).toEqual({ is: 'saved' });
    expect((await browser(zendesk).ledger.latestRun('12'))?.events).toEqual(events);
    for (const { fields } of records(zendesk, 'signoff_event'))
      expect(String(fields['payload'])).toBe(String(fields['payload']).trim());
  });

  test('is sealed in smaller portions where Zendesk takes less than we reckon with', async () => {
    const zendesk = account();
    const { client } = checkedClient({ zendesk, clock, userId: 2, ticketId: 12 });
    const strict: ZafClient['request'] = (options) =>
      (options.data?.length ?? 0) > 20_000
        ? // The framework rejects with a plain object.
          // oxlint-disable-next-line typescript/prefer-promise-reject-errors
          Promise.reject({
            status: 422,
            responseText: '{"error":"RecordInvalid","description":"The record is too large"}',
          })
        : client.request(options);
    const transport = transportOver({ request: strict }, clock);
    const ledger = createZendeskLedger({ transport, hasher: createWebHasher(), clock });
    await ledger.startRun(storedRun(1));
    const events = [started, ...long(300)];
    expect(await ledger.save(storedRun(1, events))).toEqual({ is: 'saved' });
    expect((await browser(zendesk).ledger.latestRun('12'))?.events).toEqual(events);
  });
});
