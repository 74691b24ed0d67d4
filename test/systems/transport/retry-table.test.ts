import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/systems/memory/key-value-store.ts';
import { createRequestBudget } from '../../../src/systems/transport/request-budget.ts';
import { isWorthRepeating, retryTable } from '../../../src/systems/transport/retry-table.ts';
import type { SystemRequest } from '../../../src/systems/transport/transport.ts';
import type { WireAnswer } from '../../../src/systems/transport/wire-answer.ts';
import { createZafTransport } from '../../../src/systems/transport/zaf-transport.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { answers, networkError, refuses, scriptedClient, type Turn } from './scripted-client.ts';

type Repeat = SystemRequest['repeat'];

const page: Turn = { resolves: { status: 200, statusText: 'OK', responseText: '<html>', headers: {} } };
const statuses = [400, 401, 402, 403, 404, 408, 409, 410, 422, 423, 429, 499, 500, 501, 502, 503, 504, 529];

/** Every answer there is, by its name. */
const everyAnswer: Readonly<Record<string, Turn>> = {
  nothing: networkError,
  'a page': page,
  '200': answers({}),
  ...Object.fromEntries(statuses.map((status) => [String(status), refuses(status)])),
};

/** How often a request is sent when it is always answered so. Rows of the table of docs/systems.md, “Retry table”, written out. */
const expected: Readonly<Record<Repeat, Readonly<Record<string, number>>>> = {
  read: { nothing: 3, '429': 3, '502': 3, '503': 3, '504': 3 },
  'same-key': { nothing: 3, '409': 3, '429': 3 },
  'same-effect': { nothing: 3, '429': 3, '500': 3, '501': 3, '502': 3, '503': 3, '504': 3, '529': 3 },
  'same-values': { nothing: 2, '429': 2, '500': 2, '501': 2, '502': 2, '503': 2, '504': 2, '529': 2 },
  unsent: { '429': 2 },
  never: {},
};

const rows = Object.entries(retryTable).map(([name]) => name as Repeat);
const cells = rows.flatMap((repeat) =>
  Object.keys(everyAnswer).map((answer) => [repeat, answer, expected[repeat][answer] ?? 1] as const),
);

function request(repeat: Repeat): SystemRequest {
  return {
    system: 'stripe',
    operation: 'do it',
    method: repeat === 'read' ? 'GET' : 'POST',
    path: '/v1/x',
    repeat,
    priority: 'person',
  };
}

async function send(repeat: Repeat, turns: readonly Turn[], random = () => 0.5) {
  const clock = createManualClock();
  const client = scriptedClient(...turns);
  const at: number[] = [];
  const transport = createZafTransport({
    client,
    origins: { stripe: 'https://api.stripe.com' },
    clock,
    random,
    budget: createRequestBudget({ clock, store: createMemoryStore() }),
    onRequest: () => at.push(Date.parse(clock.now())),
  });
  const sending = transport.send(request(repeat));
  await clock.advance(300_000);
  return { answer: await sending, tries: client.requests.length, at, requests: client.requests };
}

describe('the retry table', () => {
  test.each(cells)('%s, always answered with %s, is sent %i times', async (repeat, answer, tries) => {
    const turn = everyAnswer[answer];
    if (turn === undefined) throw new Error(`There is no answer “${answer}”.`);
    expect((await send(repeat, [turn])).tries).toBe(tries);
  });

  test.each(rows)('%s: no try after a clear answer, and never more than its row allows', async (repeat) => {
    const turns = fc.array(fc.constantFrom(...Object.keys(everyAnswer)), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(turns, async (names) => {
        const { tries } = await send(
          repeat,
          names.map((name) => everyAnswer[name] ?? page),
        );
        expect(tries).toBeLessThanOrEqual(retryTable[repeat].tries);
        for (const name of names.slice(0, tries - 1)) expect(expected[repeat][name]).toBeGreaterThan(1);
        const isLastClear = expected[repeat][names[tries - 1] ?? ''] === undefined;
        expect(isLastClear || tries === retryTable[repeat].tries).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('repeats exactly what was sent', async () => {
    const { requests } = await send('same-key', [networkError, refuses(409), answers({})]);
    expect(requests).toHaveLength(3);
    expect(requests[1]).toEqual(requests[0]);
    expect(requests[2]).toEqual(requests[0]);
  });

  test('knows no 4xx but 409 and 429', () => {
    const answer = (status: number): WireAnswer => ({
      is: 'answer',
      status,
      text: '',
      body: undefined,
      isReadable: true,
      headers: new Map(),
    });
    const others = Array.from({ length: 100 }, (_, index) => 400 + index).filter(
      (status) => status !== 409 && status !== 429,
    );
    const repeated = rows.flatMap((repeat) =>
      others.filter((status) => isWorthRepeating(repeat, answer(status))),
    );
    expect(repeated).toEqual([]);
  });
});

describe('the wait', () => {
  const waits = (at: readonly number[]) => at.slice(1).map((time, index) => time - (at[index] ?? time));

  test('doubles, and differs from tab to tab', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 0.999, noNaN: true }), async (random) => {
        const { at } = await send('read', [networkError], () => random);
        const [first = 0, second = 0] = waits(at);
        expect(first).toBeGreaterThanOrEqual(500);
        expect(first).toBeLessThanOrEqual(1_000);
        expect(second).toBeGreaterThanOrEqual(1_000);
        expect(second).toBeLessThanOrEqual(2_000);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['7', 7_000],
    ['0', 750],
    ['Fri, 20 Nov 2026 09:00:20 GMT', 20_000],
    ['Fri, 20 Nov 2026 08:00:00 GMT', 750],
    ['60', 60_000],
    ['soon', 750],
    ['-5', 750],
  ])('is what “Retry-After: %s” asks for', async (header, milliseconds) => {
    const { at } = await send('read', [refuses(429, {}, { 'Retry-After': header }), answers({})]);
    expect(waits(at)).toEqual([milliseconds]);
  });

  test('is over for a date that has passed', async () => {
    const header = 'Fri, 20 Nov 2026 08:00:00 GMT';
    const { answer } = await send('never', [refuses(429, {}, { 'retry-after': header })]);
    expect(answer).toMatchObject({
      is: 'unavailable',
      failure: { reason: 'Cannot do it: Stripe answered 429, try again in 0 s.' },
    });
  });

  test.each(['61', '3600', 'Fri, 20 Nov 2026 09:01:01 GMT', 'Sat, 21 Nov 2026 09:00:00 GMT'])(
    'is not taken when it is longer than a minute: %s',
    async (header) => {
      const { answer, tries } = await send('read', [
        refuses(429, {}, { 'retry-after': header }),
        answers({}),
      ]);
      expect(tries).toBe(1);
      expect(answer).toMatchObject({
        is: 'unavailable',
        failure: { reason: expect.stringMatching(/answered 429, try again in \d+ s\.$/) as string },
      });
    },
  );
});
