import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import type { WaitingView } from '../../src/app/waiting-view.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';

const dataRequest = 4533;
const rep = 9001;
const specialist = 9006;

let clock: ManualClock;
let desk: NodeDesk;
let open: DeskSidebar[] = [];

beforeEach(async () => {
  clock = createManualClock('2026-11-20T10:00:00.000Z');
  desk = await createDesk({ now: () => clock.now() });
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map(({ store }) => store.close()));
});

type Gate = Extract<WaitingView, { kind: 'gate' }>;

function gateIn({ store }: DeskSidebar): Gate | undefined {
  const { phase } = store.getState();
  if (phase.is !== 'running') return undefined;
  return phase.run.waitingFor.find((waiting): waiting is Gate => waiting.kind === 'gate');
}

async function openTicket(user: number): Promise<DeskSidebar> {
  const sidebar = await openDeskSidebar(desk, { ticketId: dataRequest, user, clock });
  open.push(sidebar);
  await sidebar.until(() => gateIn(sidebar) !== undefined || isPrepared(sidebar));
  return sidebar;
}

const isPrepared = ({ proposals }: DeskSidebar) =>
  proposals().length > 0 && proposals().every(({ preparation }) => preparation.is === 'ready');

/** Approves what stands before the gate. */
async function goToGate(sidebar: DeskSidebar): Promise<Gate> {
  const approvals = sidebar.proposals().map(({ id, parameters }) => ({ command: id, parameters }));
  sidebar.store.send({ type: 'approve-all', approvals });
  await sidebar.until(() => gateIn(sidebar) !== undefined);
  await clock.advance(5000);
  const gate = gateIn(sidebar);
  if (!gate) throw new Error('There is no gate.');
  return gate;
}

const notes = () =>
  [...(desk.state.systems.zendesk.state.tickets.get(dataRequest)?.comments ?? [])].filter(
    (comment) => !comment.public,
  );

it(
  'a rep asks the team by an internal note, and a member answers from their own sidebar',
  { timeout: 60_000 },
  async () => {
    const mine = await openTicket(rep);
    const gate = await goToGate(mine);
    expect(gate).toMatchObject({ role: 'Privacy', answerer: { youMay: false }, asking: { isOffered: true } });
    const before = notes().length;
    mine.store.send({
      type: 'ask-colleague',
      command: gate.id,
      note: 'Please answer in the sidebar.',
    });
    await mine.until(() => gateIn(mine)?.asking.asked !== undefined);
    expect(notes()).toHaveLength(before + 1);
    expect(JSON.stringify(notes().at(-1))).toContain('For Privacy: Please answer in the sidebar.');
    const theirs = await openTicket(specialist);
    expect(gateIn(theirs)).toMatchObject({
      answerer: { youMay: true },
      asking: { asked: { by: { name: 'Sample Rep' } } },
    });
    theirs.store.send({ type: 'answer-gate', command: gate.id, answer: 'yes', reason: undefined });
    await theirs.until(() => gateIn(theirs)?.id !== gate.id);
    await clock.advance(120_000);
    await mine.until(() => gateIn(mine)?.id !== gate.id);
  },
);
