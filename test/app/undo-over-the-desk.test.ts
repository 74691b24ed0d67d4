import { afterEach, beforeEach, expect, it } from 'vitest';
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

async function openTicket(user: number): Promise<DeskSidebar> {
  const sidebar = await openDeskSidebar(desk, { ticketId: lostParcel, user, clock });
  open.push(sidebar);
  await sidebar.until(() => {
    const proposals = sidebar.proposals();
    return (
      proposals.length > 0 &&
      proposals.every(({ preparation, state }) => preparation.is === 'ready' || state.is === 'succeeded')
    );
  });
  return sidebar;
}

async function openEnded(): Promise<DeskSidebar> {
  const sidebar = await openTicket(rep);
  const approvals = sidebar.proposals().map(({ id, parameters }) => ({ command: id, parameters }));
  sidebar.store.send({ type: 'approve-all', approvals });
  await sidebar.until(() => sidebar.store.getState().phase.is === 'ended');
  await clock.advance(5000);
  return sidebar;
}

const exception = () =>
  [...(desk.state.systems.zendesk.state.tickets.get(lostParcel)?.fields.values() ?? [])].includes(
    'resolved-refunded',
  );
const field = ({ proposals }: DeskSidebar) =>
  proposals().find(({ operation, added }) => operation === 'zendesk.set_field' && !added);
const undo = ({ proposals }: DeskSidebar) => proposals().find(({ added }) => added?.because === 'undo');

async function proposeUndo(sidebar: DeskSidebar): Promise<void> {
  sidebar.store.send({ type: 'propose-undo', command: field(sidebar)?.id ?? '' });
  await sidebar.until(() => undo(sidebar)?.preparation.is === 'ready');
}

function approveUndo(sidebar: DeskSidebar): void {
  const proposed = undo(sidebar);
  if (proposed)
    sidebar.store.send({ type: 'approve', command: proposed.id, parameters: proposed.parameters });
}

it(
  'a field that the run has set is set back after its end, once, by two people who want it at the same instant',
  { timeout: 60_000 },
  async () => {
    const mine = await openEnded();
    expect(exception()).toBe(true);
    expect(field(mine)?.isUndoOffered).toBe(true);
    const theirs = await openTicket(colleague);
    const before = [...mine.requests, ...theirs.requests].length;
    await Promise.all([proposeUndo(mine), proposeUndo(theirs)]);
    const preparation = undo(mine)?.preparation;
    expect(preparation?.is === 'ready' && preparation.preview).toContainEqual({
      label: 'value',
      before: 'Resolved-refunded',
      value: 'Reported',
    });
    for (const sidebar of [mine, theirs]) approveUndo(sidebar);
    for (const sidebar of [mine, theirs]) await sidebar.until(() => undo(sidebar)?.state.is === 'succeeded');
    expect(exception()).toBe(false);
    expect([...mine.requests, ...theirs.requests].length - before).toBeLessThan(50);
    expect(mine.store.getState().phase.is).toBe('ended');
  },
);
