import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { createMemoryStore } from '../../src/systems/memory/key-value-store.ts';
import type { ZafClient } from '../../src/systems/zendesk/zaf-client.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';

const rep = 9001;
const lostParcel = 4512;
const otherTickets = [4513, 4514, 4515, 4516, 4517, 4521, 4522];
/** How long every request takes, in milliseconds. */
const takes = 200;
const minute = 60_000;
/** The steps in which the time of an approval is measured, and how many of them it loses to hashing. */
const tick = 10;
const lostToHashing = 5 * tick;

type Sent = { readonly at: number; readonly ticket: number; readonly method: string; readonly url: string };

let clock: ManualClock;
let desk: NodeDesk;
let sent: Sent[];
let open: DeskSidebar[];

beforeEach(async () => {
  clock = createManualClock('2026-11-20T10:00:00.000Z');
  desk = await createDesk({ now: () => clock.now() });
  sent = [];
  open = [];
});

afterEach(async () => {
  const closing = Promise.all(open.map(({ store }) => store.close()));
  await clock.advance(2 * minute);
  await closing;
});

const now = () => Date.parse(clock.now());

/** A tab whose requests take their time. */
function slowClient(ticketId: number): ZafClient {
  const client = desk.zafClientFor({ ticketId, user: rep });
  return {
    ...client,
    request: async (options) => {
      sent.push({ at: now(), ticket: ticketId, method: options.type, url: options.url });
      await new Promise<void>((resolve) => clock.after(takes, resolve));
      return client.request(options);
    },
  };
}

/** Opens these tickets at the same instant, in tabs of one browser. */
async function openTabs(
  tickets: readonly number[],
  browser = createMemoryStore(),
): Promise<readonly DeskSidebar[]> {
  const tabs = await Promise.all(
    tickets.map((ticketId) =>
      openDeskSidebar(desk, { ticketId, user: rep, clock, client: slowClient(ticketId), browser }),
    ),
  );
  open.push(...tabs);
  return tabs;
}

const isPlanned = ({ store }: DeskSidebar) => {
  const { is } = store.getState().phase;
  return is === 'running' || is === 'ended' || is === 'no-sop' || is === 'several-sops';
};

const refundOf = ({ proposals }: DeskSidebar) =>
  proposals().find(({ operation }) => operation === 'stripe.refund');

/** Approves the refund as soon as it can be approved; how long it then takes until Stripe is asked for it. */
async function millisecondsToRefund(tab: DeskSidebar): Promise<number> {
  await tab.until(() => {
    const refund = refundOf(tab);
    return refund?.state.is === 'waiting' && refund.preparation.is === 'ready';
  });
  const refund = refundOf(tab);
  if (refund === undefined) throw new Error('There is no refund to approve.');
  const clicked = now();
  tab.store.send({ type: 'approve', command: refund.id, parameters: refund.parameters });
  const asked = () => sent.find(({ method, url }) => method === 'POST' && url.endsWith('/v1/refunds'));
  for (let turn = 0; asked() === undefined && turn < 1_000; turn += 1) {
    await clock.advance(tick);
    // Hashing is done by threads that no clock of a test moves.
    await delay(3);
  }
  return (asked()?.at ?? Number.NaN) - clicked;
}

function busiestMinute(): number {
  return Math.max(
    ...sent.map(({ at }) => sent.filter((other) => other.at >= at && other.at < at + minute).length),
  );
}

describe('eight ticket tabs that are opened at once', { timeout: 60_000 }, () => {
  it('stay under 100 requests in any minute, and all of them get there', async () => {
    const tabs = await openTabs([lostParcel, ...otherTickets]);
    for (const tab of tabs) await tab.until(() => isPlanned(tab));
    await clock.advance(3 * minute);
    expect(new Set(sent.map(({ ticket }) => ticket)).size).toBe(8);
    expect(sent.length).toBeGreaterThan(40);
    expect(busiestMinute()).toBeLessThan(100);
  });

  it('stay under it when every one of them is opened again and again', async () => {
    const browser = createMemoryStore();
    for (let round = 0; round < 3; round += 1) {
      await openTabs([lostParcel, ...otherTickets], browser);
      await clock.advance(4_000);
    }
    await clock.advance(4 * minute);
    expect(busiestMinute()).toBeLessThan(100);
  });

  it('do not delay the approval in one of them by more than one request', async () => {
    const [alone] = await openTabs([lostParcel]);
    if (alone === undefined) throw new Error('No tab was opened.');
    const undisturbed = await millisecondsToRefund(alone);
    await alone.until(() => refundOf(alone)?.state.is === 'succeeded');

    clock = createManualClock('2026-11-20T10:00:00.000Z');
    desk = await createDesk({ now: () => clock.now() });
    sent = [];
    const [first] = await openTabs([lostParcel, ...otherTickets]);
    if (first === undefined) throw new Error('No tab was opened.');
    const among = await millisecondsToRefund(first);
    expect(among).toBeLessThanOrEqual(undisturbed + takes + lostToHashing);
    await first.until(() => refundOf(first)?.state.is === 'succeeded');
    expect(desk.state.systems.stripe.state.refunds).toHaveLength(1);
    expect(busiestMinute()).toBeLessThan(100);
  });

  it('do not delay it even when the whole share of reading ahead is used up', async () => {
    const browser = createMemoryStore();
    const [tab] = await openTabs([lostParcel], browser);
    if (tab === undefined) throw new Error('No tab was opened.');
    await tab.until(() => refundOf(tab)?.preparation.is === 'ready');
    // What other tabs have read ahead in this minute: all that is theirs.
    const spent = Array.from({ length: 79 }, () => now());
    await browser.update('requests-of-the-minute', () => ({ v: 1, sent: spent }));
    const waited = await millisecondsToRefund(tab);
    expect(waited).toBeLessThan(5_000);
  });
});
