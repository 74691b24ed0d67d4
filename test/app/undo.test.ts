import { beforeEach, describe, expect, it } from 'vitest';
import type { AppPorts } from '../../src/app/app-ports.ts';
import { answerPerson } from '../../src/app/answer-people.ts';
import { approve } from '../../src/app/approve.ts';
import { approveAll } from '../../src/app/approve-all.ts';
import type { CurrentUser } from '../../src/app/ports/ticket-desk.ts';
import { proposeUndo } from '../../src/app/propose-undo.ts';
import { computeAgain, startRefreshing } from '../../src/app/read-again.ts';
import { showProposal } from '../../src/app/show-proposal.ts';
import { showRun } from '../../src/app/show-run.ts';
import { traceText } from '../../src/app/trace-text.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { makeWay } from '../../src/app/take-over.ts';
import { createAppWorld, sampleRep, type AppWorld } from '../support/app-world.ts';
import { approveWaiting, openRun } from '../support/sample-rep.ts';
import { refundSop, tagSop } from '../support/sample-sops.ts';

const colleague: CurrentUser = { ...sampleRep, id: '8', name: 'Sample Colleague' };
const lightAgent: CurrentUser = {
  ...sampleRep,
  id: '9',
  name: 'Sample Light Agent',
  mayChangeTickets: false,
};
const tag = '1.1';
const undo = '1.1/undo#0';
const removal = { operation: 'zendesk.remove_tag', parameters: { tag: 'late' } };

let world: AppWorld;

function create(sop: string): void {
  world = createAppWorld(sop);
  world.undos.set('zendesk.add_tag', removal);
}

async function open(ports: AppPorts = world.browser()): Promise<RunSession> {
  const session = await openRun(world, ports);
  await session.settled();
  return session;
}

/** A run that is over, with one thing done that can be taken back. */
async function endedRun(): Promise<RunSession> {
  const session = await open();
  await approveWaiting(session);
  await session.settled();
  await session.journal.log.allSaved();
  expect(session.context.advanced.outcome).toEqual({ is: 'closed', as: 'resolved' });
  return session;
}

const itemOf = ({ context }: RunSession, id: string) => context.advanced.plan.find((item) => item.id === id);

function stateOf(session: RunSession, id = undo): string | undefined {
  const state = itemOf(session, id)?.state;
  return state?.is === 'ended' ? state.result.is : state?.is;
}

function view(session: RunSession, id: string) {
  const item = itemOf(session, id);
  if (!item) throw new Error(`There is no ${id}.`);
  return showProposal(session, item);
}

async function proposeAndSettle(session: RunSession, about = tag): Promise<void> {
  await proposeUndo(session, about);
  await session.settled();
}

const approveUndo = (session: RunSession, id = undo) =>
  approve(session, { command: id, parameters: itemOf(session, id)?.parameters ?? {} });

const operations = () => world.done.map(({ operation }) => operation);

beforeEach(() => create(tagSop));

describe('what was done and can be taken back', () => {
  it('is offered, proposed, prepared, approved and done once, after the end of the run', async () => {
    const session = await endedRun();
    expect(view(session, tag).isUndoOffered).toBe(true);
    await proposeAndSettle(session);
    expect(view(session, undo)).toMatchObject({
      operation: 'zendesk.remove_tag',
      proposed: { tag: 'late' },
      preparation: { is: 'ready' },
      state: { is: 'waiting' },
      added: { because: 'undo', by: { id: '7' } },
    });
    expect(operations()).toEqual(['zendesk.add_tag']);
    expect(await approveUndo(session)).toMatchObject({ is: 'succeeded' });
    expect(await approveUndo(session)).toBeUndefined();
    expect(operations()).toEqual(['zendesk.add_tag', 'zendesk.remove_tag']);
    expect(session.context.advanced.outcome).toEqual({ is: 'closed', as: 'resolved' });
  });

  it('is offered while the run goes on too, and holds nothing up', async () => {
    create(tagSop.replace('- Close as', '- Add tag "lost".\n   - Close as'));
    const session = await open();
    await approveWaiting(session);
    await session.settled();
    await proposeAndSettle(session);
    expect(session.context.advanced.waitingFor).toMatchObject([{ id: '1.2' }]);
    await approve(session, { command: '1.2', parameters: { tag: 'lost' } });
    expect(session.context.advanced.outcome).toMatchObject({ is: 'closed' });
    expect(stateOf(session)).toBe('waiting');
  });

  it('is not what “Approve all” covers', async () => {
    create(tagSop.replace('- Close as', '- Add tag "lost".\n   - Close as'));
    const session = await open();
    await approveWaiting(session);
    await session.settled();
    await proposeAndSettle(session);
    expect(await approveAll(session, [{ command: '1.2', parameters: { tag: 'lost' } }])).toBe(1);
    expect(await approveAll(session, [{ command: undo, parameters: { tag: 'late' } }])).toBe(0);
    expect(operations()).toEqual(['zendesk.add_tag', 'zendesk.add_tag']);
  });

  it('is not offered where nothing takes it back, or no system offers what would', async () => {
    world.undos.clear();
    expect(view(await endedRun(), tag).isUndoOffered).toBe(false);
    create(tagSop);
    world.undos.set('zendesk.add_tag', { operation: 'nowhere.undo', parameters: {} });
    expect(view(await endedRun(), tag).isUndoOffered).toBe(false);
  });

  it('is offered once: not while it is open, nor when it was taken back', async () => {
    const session = await endedRun();
    await proposeAndSettle(session);
    await proposeAndSettle(session);
    expect(session.context.advanced.plan).toHaveLength(2);
    expect(view(session, tag).isUndoOffered).toBe(false);
    await approveUndo(session);
    await proposeAndSettle(session);
    expect(session.context.advanced.plan).toHaveLength(2);
    expect(view(session, tag).isUndoOffered).toBe(false);
  });

  it.each(['failed', 'rejected'])('is offered again after it was %s', async (how) => {
    const session = await endedRun();
    await proposeAndSettle(session);
    if (how === 'failed') world.fates.push('fails');
    if (how === 'failed') await approveUndo(session);
    else await answerPerson(session, { type: 'reject', command: undo, reason: 'no' });
    expect(stateOf(session)).toBe(how);
    expect(view(session, tag).isUndoOffered).toBe(true);
    await proposeAndSettle(session);
    expect(await approveUndo(session, '1.1/undo#1')).toMatchObject({ is: 'succeeded' });
    expect(operations()).toEqual(['zendesk.add_tag', 'zendesk.remove_tag']);
  });

  it('can be done again where the undo says how', async () => {
    world.undos.set('zendesk.remove_tag', { operation: 'zendesk.add_tag', parameters: { tag: 'late' } });
    const session = await endedRun();
    await proposeAndSettle(session);
    await approveUndo(session);
    await proposeAndSettle(session, undo);
    expect(await approveUndo(session, `${undo}/undo#0`)).toMatchObject({ is: 'succeeded' });
    expect(operations()).toEqual(['zendesk.add_tag', 'zendesk.remove_tag', 'zendesk.add_tag']);
  });

  it('is taken back exactly: no value of it can be changed', async () => {
    const session = await endedRun();
    await proposeAndSettle(session);
    expect(view(session, undo).fields.some(({ editable }) => editable)).toBe(false);
    expect(await approve(session, { command: undo, parameters: { tag: 'vip' } })).toBeUndefined();
    expect(session.notes.get(undo)).toMatchObject({ is: 'refused', because: 'limit' });
    expect(operations()).toEqual(['zendesk.add_tag']);
  });

  it('is told in the explanation, with who and when', async () => {
    const session = await endedRun();
    await proposeAndSettle(session);
    await approveUndo(session);
    const text = traceText(session.context);
    expect(text).toContain('Add tag "late" [undone]');
    expect(text).toMatch(
      /Beside the SOP\n- undo of 1\.1 by zendesk\.remove_tag \[succeeded\] \(Sample Rep, 2026-11-20T/,
    );
  });
});

describe('who may take something back', () => {
  it('nobody without the right to change tickets, not even an admin', async () => {
    await endedRun();
    const session = await open(world.browser({ ...lightAgent, isAdmin: true }));
    expect(view(session, tag).isUndoOffered).toBe(false);
    await proposeAndSettle(session);
    expect(session.context.advanced.plan).toHaveLength(1);
  });

  it('nobody on a closed ticket', async () => {
    const first = await endedRun();
    await proposeAndSettle(first);
    world.ticket = { ...world.ticket, status: 'closed' };
    expect(await approveUndo(first)).toBeUndefined();
    expect(first.notes.get(undo)).toMatchObject({ is: 'refused', because: 'ticket-closed' });
    const session = await open();
    expect(view(session, tag).isUndoOffered).toBe(false);
    const shown = showRun(session, { match: undefined, isOnline: true, now: world.clock.now() });
    expect(shown.mayActBeside).toEqual({ is: 'no', because: 'ticket-closed' });
  });

  it('whoever has the role that doing it needed', async () => {
    const needing = refundSop
      .replace('stripe.refund.amount = order value', 'stripe.refund (amount = order value) needs Team lead')
      .replace('- Draft reply sorry.\n', '');
    create(needing.replace(/## Reply[\s\S]*$/, ''));
    world.settings.set('teams', 'Team lead = group 9');
    world.undos.set('stripe.refund', { operation: 'zendesk.remove_tag', parameters: { tag: 'late' } });
    world.facts.set('order number', '1001').set('order value', '$120');
    const lead = { ...sampleRep, id: '10', name: 'Sample Lead', memberOf: ['group 9'] };
    const theirs = await open(world.browser(lead));
    await approveWaiting(theirs);
    await theirs.settled();
    await theirs.journal.log.allSaved();
    const refund = theirs.context.advanced.plan[0]?.id ?? '';
    const mine = await open();
    await proposeAndSettle(mine, refund);
    const id = `${refund}/undo#0`;
    expect(view(mine, id).approver).toMatchObject({ is: 'role', role: 'Team lead', youHaveIt: false });
    expect(await approveUndo(mine, id)).toBeUndefined();
    expect(mine.notes.get(id)).toMatchObject({ is: 'refused', because: 'role-missing' });
    const again = await open(world.browser(lead));
    expect(await approveUndo(again, id)).toMatchObject({ is: 'succeeded' });
  });

  it('is said as a missing right where the system says so, and nothing is done', async () => {
    const session = await endedRun();
    world.forbidden.set('zendesk.remove_tag', 'Your role may not edit tags.');
    await proposeAndSettle(session);
    expect(view(session, undo).preparation).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(await approveUndo(session)).toBeUndefined();
    expect(operations()).toEqual(['zendesk.add_tag']);
  });

  it('a right that is lost between showing and approving is refused as that', async () => {
    const session = await endedRun();
    await proposeAndSettle(session);
    world.forbidden.set('zendesk.remove_tag', 'Your role may not edit tags.');
    expect(await approveUndo(session)).toBeUndefined();
    expect(session.notes.get(undo)).toEqual({
      is: 'refused',
      because: 'may-not-change',
      detail: 'Your role may not edit tags.',
    });
  });
});

describe('in two browsers', () => {
  it('two people who propose and approve the same undo at once carry it out once', async () => {
    const mine = await endedRun();
    const theirs = await open(world.browser(colleague));
    await Promise.all([proposeAndSettle(mine), proposeAndSettle(theirs)]);
    await Promise.all([approveUndo(mine), approveUndo(theirs)]);
    await Promise.all([mine.settled(), theirs.settled()]);
    await world.clock.advance(60_000);
    await Promise.all([mine.settled(), theirs.settled()]);
    expect(operations()).toEqual(['zendesk.add_tag', 'zendesk.remove_tag']);
    for (const session of [mine, theirs, await open()]) {
      expect(session.journal.problem).toBeUndefined();
      expect(stateOf(session)).toBe('succeeded');
      expect(session.context.advanced.plan).toHaveLength(2);
    }
  });

  it('one that was rejected by a colleague at the same instant and carried out here was carried out', async () => {
    const mine = await endedRun();
    await proposeAndSettle(mine);
    const theirs = await open(world.browser(colleague));
    await Promise.all([
      approveUndo(mine),
      answerPerson(theirs, { type: 'reject', command: undo, reason: 'no' }),
    ]);
    await world.clock.advance(30_000);
    expect(stateOf(await open())).toBe(operations().length === 2 ? 'succeeded' : 'rejected');
  });
});

describe('at whatever moment the tab is closed', () => {
  it('an undo that was proposed is there again after the end of the run, and can be approved', async () => {
    const session = await endedRun();
    await proposeAndSettle(session);
    await session.close();
    const reopened = await open();
    expect(view(reopened, undo)).toMatchObject({ preparation: { is: 'ready' }, state: { is: 'waiting' } });
    expect(await approveUndo(reopened)).toMatchObject({ is: 'succeeded' });
  });

  it.each(['lost-after', 'lost-before'] as const)(
    'a lost answer (%s) is found out, and nothing is done twice',
    async (fate) => {
      const session = await endedRun();
      await proposeAndSettle(session);
      world.fates.push(fate);
      expect(await approveUndo(session)).toMatchObject({ is: 'unknown' });
      expect(view(session, tag).isUndoOffered).toBe(false);
      await session.close();
      const reopened = await open();
      await world.clock.advance(20_000);
      await reopened.settled();
      expect(stateOf(reopened)).toBe(fate === 'lost-after' ? 'succeeded' : 'failed');
      expect(view(reopened, tag).isUndoOffered).toBe(fate === 'lost-before');
      expect(operations()).toHaveLength(fate === 'lost-after' ? 2 : 1);
    },
  );

  it('no other run begins while nobody knows whether it was taken back', async () => {
    world.canTell = false;
    const session = await endedRun();
    await proposeAndSettle(session);
    world.fates.push('lost-after');
    await approveUndo(session);
    await session.settled();
    expect(await makeWay(session, 'begun-again')).toBe(false);
  });
});

describe('after the end of the run', () => {
  it('a change of the ticket is looked at for the undo, and the run stays as it was', async () => {
    const session = await endedRun();
    await proposeAndSettle(session);
    const before = session.journal.log.events.length;
    world.ticket = { ...world.ticket, updatedAt: world.clock.now() };
    world.facts.set('order number', '1002');
    const asked = world.calls.filter((call) => call.startsWith('prepare zendesk.remove_tag')).length;
    startRefreshing(session, 'ticket-changed');
    await session.settled();
    expect(session.journal.log.events).toHaveLength(before);
    expect(world.calls.filter((call) => call.startsWith('prepare zendesk.remove_tag'))).toHaveLength(
      asked + 1,
    );
    await computeAgain(session, undo);
    expect(session.journal.log.events).toHaveLength(before);
    expect(await approveUndo(session)).toMatchObject({ is: 'succeeded' });
  });
});
