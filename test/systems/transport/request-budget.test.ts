import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStore, type KeyValueStore } from '../../../src/systems/memory/key-value-store.ts';
import { createRequestBudget } from '../../../src/systems/transport/request-budget.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';

type Priority = 'person' | 'background';
type Out = { readonly at: number; readonly tab: number; readonly name: string };

const minute = 60_000;
const begin = Date.parse('2026-11-20T09:00:00.000Z');

type Browser = {
  readonly store?: KeyValueStore;
  readonly takes?: number;
  readonly clock?: ManualClock;
  /** The tab in which the rep works; any of them when absent. */
  readonly here?: { tab: number };
};

/** Tabs of one browser, each with its own queue over what they share. Every request takes `takes` milliseconds. */
function browser(
  count: number,
  { store = createMemoryStore(), takes = 200, clock = createManualClock(), here }: Browser = {},
) {
  const out: Out[] = [];
  let underWay = 0;
  let most = 0;
  const now = () => Date.parse(clock.now()) - begin;
  const tabs = Array.from({ length: count }, (_, tab) => {
    const budget = createRequestBudget({
      clock,
      store,
      isPersonHere: () => here === undefined || here.tab === tab,
    });
    return {
      ask: (priority: Priority, name = `${priority} of ${tab}`) =>
        budget.run(priority, async () => {
          out.push({ at: now(), tab, name });
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise<void>((resolve) => clock.after(takes, resolve));
          underWay -= 1;
        }),
    };
  });
  return { tabs, out, clock, most: () => most, now };
}

/** The most requests that went out within any 60 seconds. */
function busiestMinute(out: readonly Out[]): number {
  return Math.max(
    0,
    ...out.map(({ at }) => out.filter((other) => other.at >= at && other.at < at + minute).length),
  );
}

const many = (count: number, ask: () => Promise<void>) => Array.from({ length: count }, () => void ask());

describe('the minute', () => {
  test('is shared by all tabs: whatever they ask, fewer than 100 go out in any 60 seconds', async () => {
    const asked = fc.array(
      fc.record({
        tab: fc.nat({ max: 7 }),
        priority: fc.constantFrom<Priority>('person', 'background'),
        requests: fc.integer({ min: 1, max: 40 }),
        pause: fc.integer({ min: 0, max: 30_000 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(asked, async (bursts) => {
        const { tabs, out, clock } = browser(8);
        let wanted = 0;
        for (const { tab, priority, requests, pause } of bursts) {
          many(requests, () => tabs[tab]?.ask(priority) ?? Promise.resolve());
          wanted += requests;
          await clock.advance(pause);
        }
        await clock.advance(10 * minute);
        expect(out).toHaveLength(wanted);
        expect(busiestMinute(out)).toBeLessThan(100);
      }),
      { numRuns: 30 },
    );
  });

  test('slides: what was sent makes room a minute later, not at the turn of a minute', async () => {
    const { tabs, out, clock } = browser(1, { takes: 1 });
    await clock.advance(50_000);
    many(99, () => tabs[0]!.ask('person'));
    await clock.advance(15_000);
    many(20, () => tabs[0]!.ask('person'));
    await clock.advance(40_000);
    expect(out).toHaveLength(99);
    await clock.advance(10_000);
    expect(out).toHaveLength(119);
  });

  test('outlives a tab: what a closed one has sent still counts', async () => {
    const store = createMemoryStore();
    const clock = createManualClock();
    const closed = browser(1, { store, clock, takes: 1 });
    many(79, () => closed.tabs[0]!.ask('background'));
    await clock.advance(5_000);
    const next = browser(1, { store, clock, takes: 1 });
    void next.tabs[0]!.ask('background');
    await clock.advance(30_000);
    expect(next.out).toEqual([]);
    await clock.advance(30_000);
    expect(next.out).toHaveLength(1);
  });

  test('is not spent by reading ahead: 20 of it are left for clicks', async () => {
    const { tabs, out, clock } = browser(8, { takes: 1 });
    for (const tab of tabs) many(30, () => tab.ask('background'));
    await clock.advance(5_000);
    expect(out).toHaveLength(79);
    many(20, () => tabs[3]!.ask('person', 'click'));
    await clock.advance(1_000);
    expect(out.filter(({ name }) => name === 'click')).toHaveLength(20);
  });

  test('is not stopped by a clock that is set back', async () => {
    const store = createMemoryStore();
    const late = browser(1, { store, clock: createManualClock('2026-11-20T12:00:00.000Z'), takes: 1 });
    many(79, () => late.tabs[0]!.ask('background'));
    await late.clock.advance(5_000);
    const early = browser(1, { store, clock: createManualClock('2026-11-20T09:00:00.000Z'), takes: 1 });
    void early.tabs[0]!.ask('background');
    await early.clock.advance(62_000);
    expect(early.out).toHaveLength(1);
  });
});

describe('a person', () => {
  test('waits for one request of the background at most, whatever the tabs are reading', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 60 }), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 0, max: 70_000 }),
        fc.integer({ min: 1, max: 8 }),
        async (backlog, moment, clicks) => {
          const { tabs, clock, now } = browser(8, { takes: 200 });
          backlog.forEach((count, tab) => many(count, () => tabs[tab]!.ask('background')));
          await clock.advance(moment);
          const since = now();
          const waits: number[] = [];
          // An approval asks for one thing after the other.
          const approval = (async () => {
            for (let click = 0; click < clicks; click += 1) {
              const asked = now();
              await tabs[0]!.ask('person');
              waits.push(now() - asked - 200);
            }
          })();
          await clock.advance(clicks * 400 + 400);
          await approval;
          expect(waits).toHaveLength(clicks);
          expect(Math.max(...waits)).toBeLessThanOrEqual(200);
          expect(now() - since).toBeLessThan(minute);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('has the share for clicks in the tab in which it works, whatever other tabs need to open', async () => {
    const here = { tab: 0 };
    const { tabs, out, clock } = browser(8, { takes: 1, here });
    for (const tab of tabs.slice(1)) many(30, () => tab.ask('person', 'opening'));
    await clock.advance(5_000);
    expect(out).toHaveLength(79);
    many(20, () => tabs[0]!.ask('person', 'click'));
    await clock.advance(1_000);
    expect(out.filter(({ name }) => name === 'click')).toHaveLength(20);
  });

  test('keeps that share for a minute after turning to another tab', async () => {
    const here = { tab: 0 };
    const { tabs, out, clock } = browser(2, { takes: 1, here });
    void tabs[0]!.ask('person');
    await clock.advance(10_000);
    here.tab = 1;
    many(79, () => tabs[1]!.ask('background'));
    await clock.advance(1_000);
    many(5, () => tabs[0]!.ask('person', 'going on'));
    await clock.advance(1_000);
    expect(out.filter(({ name }) => name === 'going on')).toHaveLength(5);
    await clock.advance(50_000);
    many(40, () => tabs[0]!.ask('person', 'too late'));
    await clock.advance(2_000);
    expect(out.filter(({ name }) => name === 'too late').length).toBeLessThan(40);
  });

  test('goes before what waits in the same tab', async () => {
    const { tabs, out, clock } = browser(1, { takes: 500 });
    many(10, () => tabs[0]!.ask('background', 'ahead'));
    await clock.advance(0);
    many(3, () => tabs[0]!.ask('person', 'click'));
    await clock.advance(600);
    expect(out.slice(0, 3).map(({ name }) => name)).toEqual(['ahead', 'ahead', 'ahead']);
    expect(out.slice(3, 6).map(({ name }) => name)).toEqual(['click', 'click', 'click']);
  });
});

describe('a tab', () => {
  test('has four requests under way at most, and a place for a person among them', async () => {
    const { tabs, clock, most, out } = browser(1, { takes: 1_000 });
    many(8, () => tabs[0]!.ask('background'));
    await clock.advance(10);
    expect(out).toHaveLength(3);
    many(3, () => tabs[0]!.ask('person'));
    await clock.advance(10);
    expect(out).toHaveLength(4);
    await clock.advance(10_000);
    expect(out).toHaveLength(11);
    expect(most()).toBe(4);
  });

  test('goes on when a request fails, and tells whoever asked', async () => {
    const clock = createManualClock();
    const budget = createRequestBudget({ clock, store: createMemoryStore() });
    const broken = budget.run('person', () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    expect(await budget.run('person', () => Promise.resolve(1))).toBe(1);
  });
});

describe('without what the tabs share', () => {
  const refusing: KeyValueStore = {
    get: () => Promise.reject(new Error('refused')),
    update: () => Promise.reject(new Error('refused')),
  };
  const throwing: KeyValueStore = {
    get: () => Promise.reject(new Error('gone')),
    update: () => {
      throw new Error('gone');
    },
  };
  const silent: KeyValueStore = {
    get: () => new Promise(() => undefined),
    update: () => new Promise(() => undefined),
  };
  const skipping: KeyValueStore = { get: async () => undefined, update: async () => undefined };
  const newer = (): KeyValueStore => {
    const store = createMemoryStore();
    void store.update('requests-of-the-minute', () => ({ v: 2, sent: 'otherwise' }));
    return store;
  };

  test.each([
    ['refuses', refusing],
    ['throws', throwing],
    ['never answers', silent],
    ['does nothing', skipping],
    ['belongs to a newer version', newer()],
  ])('a store that %s: three tabs stay under 100 a minute, and nobody stands still', async (_, store) => {
    const { tabs, out, clock } = browser(3, { store, takes: 1 });
    for (const tab of tabs) many(60, () => tab.ask('background'));
    await clock.advance(2_000);
    many(5, () => tabs[0]!.ask('person', 'click'));
    await clock.advance(2_000);
    expect(out.filter(({ name }) => name === 'click')).toHaveLength(5);
    await clock.advance(10 * minute);
    expect(out).toHaveLength(185);
    expect(busiestMinute(out)).toBeLessThan(100);
  });

  test('the store is asked again after a while', async () => {
    const store = createMemoryStore();
    let isBroken = true;
    const healing: KeyValueStore = {
      get: (key) => store.get(key),
      update: (key, change) => (isBroken ? Promise.reject(new Error('busy')) : store.update(key, change)),
    };
    const { tabs, out, clock } = browser(1, { store: healing, takes: 1 });
    many(25, () => tabs[0]!.ask('background'));
    await clock.advance(5_000);
    expect(out).toHaveLength(20);
    isBroken = false;
    await clock.advance(2 * minute);
    many(79, () => tabs[0]!.ask('background'));
    await clock.advance(5_000);
    expect(out).toHaveLength(25 + 79);
  });

  test('what cannot be read is forgotten', async () => {
    const store = createMemoryStore();
    await store.update('requests-of-the-minute', () => 'nonsense');
    const { tabs, out, clock } = browser(1, { store, takes: 1 });
    many(79, () => tabs[0]!.ask('background'));
    await clock.advance(5_000);
    expect(out).toHaveLength(79);
    expect(await store.get('requests-of-the-minute')).toMatchObject({ v: 1 });
  });
});
