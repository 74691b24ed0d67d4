import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';

const lostParcel = 4512;
const rep = 9001;
const colleague = 9005;

let clock: ManualClock;
let desk: NodeDesk;
let open: DeskSidebar[];

beforeEach(async () => {
  clock = createManualClock('2026-11-20T10:00:00.000Z');
  desk = await createDesk({ now: () => clock.now() });
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map(({ store }) => store.close()));
});

/** Opens the ticket and waits for the whole plan. */
async function openTicket(user = rep): Promise<DeskSidebar> {
  const sidebar = await openDeskSidebar(desk, { ticketId: lostParcel, user, clock });
  open.push(sidebar);
  const isOpen = (is: string) => is === 'waiting' || is === 'planned';
  await sidebar.until(() => {
    const ahead = sidebar.proposals().filter(({ state }) => isOpen(state.is));
    return ahead.length > 0 && ahead.every(({ preparation }) => preparation.is !== 'preparing');
  });
  return sidebar;
}

function approve({ store, proposals }: DeskSidebar): void {
  const [refund] = proposals();
  if (refund) store.send({ type: 'approve', command: refund.id, parameters: refund.parameters });
}

const refundState = ({ proposals }: DeskSidebar) => proposals()[0]?.state.is;
const refunds = () => desk.state.systems.stripe.state.refunds.map(({ amount }) => amount);

describe('a lost parcel, from opening the ticket to the end', { timeout: 60_000 }, () => {
  it('needs twelve requests before the rep acts, and one decision', async () => {
    const sidebar = await openTicket();
    await clock.advance(5000);
    expect(sidebar.requests.length).toBeLessThanOrEqual(12);
    expect(sidebar.proposals().map(({ operation, state }) => [operation, state.is])).toEqual([
      ['stripe.refund', 'waiting'],
      ['zendesk.draft_reply', 'planned'],
      ['zendesk.set_field', 'planned'],
    ]);
    const approvals = sidebar.proposals().map(({ id, parameters }) => ({ command: id, parameters }));
    sidebar.store.send({ type: 'approve-all', approvals });
    await sidebar.until(() => sidebar.store.getState().phase.is === 'ended');
    expect(refunds()).toEqual([14_210]);
    expect([...(desk.state.systems.zendesk.state.tickets.get(lostParcel)?.fields.values() ?? [])]).toContain(
      'resolved-refunded',
    );
  });

  it('is taken up where it was after the tab was closed', async () => {
    const first = await openTicket();
    approve(first);
    await first.until(() => refundState(first) === 'succeeded');
    await first.store.close();
    const second = await openTicket();
    expect(second.proposals().map(({ state }) => state.is)).toEqual(['succeeded', 'waiting', 'planned']);
    expect(refunds()).toEqual([14_210]);
  });

  it('refunds once when two people approve at the same instant', async () => {
    const sidebars = [await openTicket(), await openTicket(colleague)];
    for (const sidebar of sidebars) approve(sidebar);
    for (const sidebar of sidebars) await sidebar.until(() => refundState(sidebar) === 'succeeded');
    expect(refunds()).toEqual([14_210]);
  });

  it('refunds once when the answer of the payment system is lost', async () => {
    const sidebar = await openTicket();
    desk.faults.set([{ system: 'stripe', kind: 'lost', only: 'write', times: 5 }]);
    approve(sidebar);
    await sidebar.until(() => refundState(sidebar) === 'unknown' || refundState(sidebar) === 'succeeded');
    await sidebar.until(() => refundState(sidebar) === 'succeeded');
    expect(refunds()).toEqual([14_210]);
  });

  it('does not refund while Zendesk takes no record of it', async () => {
    const sidebar = await openTicket();
    await clock.advance(5000);
    desk.faults.set([{ system: 'zendesk', kind: 'down', only: 'write' }]);
    approve(sidebar);
    await sidebar.until(() => refundState(sidebar) === 'refused');
    expect(refunds()).toEqual([]);
    desk.faults.set([]);
    approve(sidebar);
    await sidebar.until(() => refundState(sidebar) === 'succeeded');
    expect(refunds()).toEqual([14_210]);
  });
});
