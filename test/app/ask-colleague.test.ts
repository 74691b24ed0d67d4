import { beforeEach, describe, expect, it } from 'vitest';
import { answerPerson } from '../../src/app/answer-people.ts';
import type { AppPorts } from '../../src/app/app-ports.ts';
import { approve } from '../../src/app/approve.ts';
import { askColleague } from '../../src/app/ask-colleague.ts';
import { catchUp } from '../../src/app/catch-up.ts';
import type { CurrentUser } from '../../src/app/ports/ticket-desk.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { showWaiting } from '../../src/app/show-waiting.ts';
import { traceText } from '../../src/app/trace-text.ts';
import type { WaitingView } from '../../src/app/waiting-view.ts';
import { waitsForColleague } from '../../src/app/watch-time.ts';
import { createAppWorld, sampleRep, type AppWorld } from '../support/app-world.ts';
import { openRun } from '../support/sample-rep.ts';
import { twoPeopleSop } from '../support/sample-sops.ts';

const gate = '1.1>1.1';
const note = 'Mark an order of $120?\nPlease answer in the sidebar.';
const lead: CurrentUser = { ...sampleRep, id: '10', name: 'Sample Lead', memberOf: ['group 9'] };
const otherLead: CurrentUser = { ...lead, id: '11', name: 'Other Sample Lead' };
const lightAgent: CurrentUser = {
  ...sampleRep,
  id: '9',
  name: 'Sample Light Agent',
  mayChangeTickets: false,
};
const plainSop = twoPeopleSop.replace(' by another person', '');

let world: AppWorld;

function create(sop: string): void {
  world = createAppWorld(sop);
  world.facts.set('order value', '$120');
  world.settings.set('teams', 'Team lead = group 9');
}

async function open(ports: AppPorts = world.browser()): Promise<RunSession> {
  const session = await openRun(world, ports);
  await session.settled();
  await session.journal.log.allSaved();
  return session;
}

async function ask(session: RunSession, text = note): Promise<void> {
  await askColleague(session, { type: 'ask-colleague', command: gate, note: text });
  await session.settled();
  await session.journal.log.allSaved();
}

const answer = (session: RunSession, said: 'yes' | 'no' = 'yes') =>
  answerPerson(session, { type: 'answer-gate', command: gate, answer: said, reason: undefined });

function gateIn(session: RunSession): Extract<WaitingView, { kind: 'gate' }> {
  const command = session.context.advanced.waitingFor.find(({ id }) => id === gate);
  const shown = command && showWaiting(session, command);
  if (shown?.kind !== 'gate') throw new Error('The gate does not wait.');
  return shown;
}

const asks = ({ context }: RunSession) =>
  context.advanced.plan
    .filter(({ added }) => added?.because === 'ask-colleague')
    .map(({ id, state }) => `${id} ${state.is === 'ended' ? state.result.is : state.is}`);

const notes = () => world.done.filter(({ operation }) => operation === 'zendesk.notify');

beforeEach(() => create(plainSop));

describe('a gate whose role somebody does not hold', () => {
  it('offers to ask a colleague, with what the question rests on', async () => {
    const shown = gateIn(await open());
    expect(shown.answerer).toEqual({ youMay: false, isKnown: true, hasRequested: false });
    expect(shown.asking).toMatchObject({
      isOffered: true,
      asked: undefined,
      basis: [{ name: 'order value', value: { is: 'value' } }],
    });
  });

  it('is asked by one internal note with exactly the text that was sent, as an approval of its own', async () => {
    const session = await open();
    await ask(session, `  ${note}\n`);
    expect(notes()).toHaveLength(1);
    expect(asks(session)).toEqual([`${gate}/ask#0 succeeded`]);
    const claim = (await world.ledger.claims('4512-1', [`${gate}/ask#0`])).get(`${gate}/ask#0`)?.claim;
    expect(claim?.approval).toMatchObject({
      operation: 'zendesk.notify',
      parameters: { team: 'Team lead', message: note },
      by: { id: '7' },
    });
    expect(session.context.advanced.waitingFor).toMatchObject([{ kind: 'gate' }]);
    expect(traceText(session.context)).toContain(`a colleague asked about ${gate}`);
  });

  it('says who has asked, and offers to ask again only after a while', async () => {
    const session = await open();
    await ask(session);
    expect(gateIn(session).asking).toMatchObject({ isOffered: false, asked: { by: { name: 'Sample Rep' } } });
    await ask(session, 'Once more');
    expect(notes()).toHaveLength(1);
    await world.clock.advance(15 * 60_000);
    expect(gateIn(session).asking.isOffered).toBe(true);
    await ask(session, 'Once more');
    expect(asks(session)).toEqual([`${gate}/ask#0 succeeded`, `${gate}/ask#1 succeeded`]);
  });

  it('is answered from the sidebar of the colleague, and the rep’s notices', async () => {
    const mine = await open();
    await ask(mine);
    const theirs = await open(world.browser(lead));
    expect(gateIn(theirs)).toMatchObject({
      answerer: { youMay: true },
      asking: { isOffered: false, asked: { by: { name: 'Sample Rep' } } },
    });
    expect(await answer(theirs)).toBe(true);
    await theirs.journal.log.allSaved();
    await world.clock.advance(60_000);
    expect(waitsForColleague(mine, world.clock.now())).toBe(true);
    await catchUp(mine);
    expect(mine.context.advanced.waitingFor).toMatchObject([{ id: '2.1' }]);
    expect(mine.context.events.find(({ type }) => type === 'gate-answered')).toMatchObject({
      by: { id: '10' },
      role: 'Team lead',
    });
  });

  it('is asked anew with the text as it is then, where the first note could not be written', async () => {
    const session = await open();
    world.fates.push('fails');
    await ask(session);
    expect(gateIn(session).asking).toMatchObject({ isOffered: true, asked: undefined });
    await ask(session, 'Please look.');
    expect(asks(session)).toEqual([`${gate}/ask#0 failed`, `${gate}/ask#1 succeeded`]);
  });

  it('is not asked twice while nobody knows whether the note was written', async () => {
    const session = await open();
    world.fates.push('lost-after');
    world.canTell = false;
    await ask(session);
    expect(gateIn(session).asking.isOffered).toBe(false);
    await ask(session, 'Once more');
    expect(notes()).toHaveLength(1);
  });

  it('is asked with a text that was changed, where something stood in the way of the first', async () => {
    const session = await open();
    world.forbidden.set('zendesk.notify', 'Your role may not write notes.');
    await ask(session);
    expect(asks(session)).toEqual([`${gate}/ask#0 waiting`]);
    world.forbidden.clear();
    await ask(session, 'Please look.');
    expect(asks(session)).toEqual([`${gate}/ask#0 succeeded`]);
    const item = session.context.advanced.plan[0];
    expect(item?.state).toMatchObject({ parameters: { message: 'Please look.' } });
  });

  it.each<[string, CurrentUser]>([
    ['whoever may answer it', lead],
    ['whoever may not change tickets', lightAgent],
  ])('is not asked by %s', async (_, user) => {
    await open();
    const session = await open(world.browser(user));
    expect(gateIn(session).asking.isOffered).toBe(false);
    await ask(session);
    expect(session.context.advanced.plan).toEqual([]);
  });

  it('is not asked where the settings name nobody who could answer, nor with an empty text', async () => {
    const session = await open();
    await ask(session, '  \n');
    world.settings.clear();
    const unknown = await open();
    expect(gateIn(unknown)).toMatchObject({ answerer: { isKnown: false }, asking: { isOffered: false } });
    await ask(unknown);
    expect(world.done).toEqual([]);
  });

  it('is asked once by two reps at the same instant, and both see who has asked', async () => {
    const mine = await open();
    const theirs = await open(world.browser({ ...sampleRep, id: '8', name: 'Sample Colleague' }));
    await Promise.all([ask(mine), ask(theirs, 'Another text')]);
    await world.clock.advance(60_000);
    await Promise.all([catchUp(mine), catchUp(theirs)]);
    expect(notes()).toHaveLength(1);
    expect(asks(mine)).toEqual([`${gate}/ask#0 succeeded`]);
    expect(gateIn(theirs).asking.asked).toEqual(gateIn(mine).asking.asked);
    expect(mine.journal.problem ?? theirs.journal.problem).toBeUndefined();
  });
});

describe('a gate by another person', () => {
  beforeEach(() => create(twoPeopleSop));

  it('is not answered by whoever began the run, who is told why and may ask a colleague', async () => {
    world.user = lead;
    const session = await open();
    expect(gateIn(session)).toMatchObject({
      isByAnother: true,
      answerer: { youMay: false, isKnown: true, hasRequested: true },
      asking: { isOffered: true },
    });
    await expect(answer(session)).rejects.toThrow(
      'The SOP wants another person to answer this: you began the run or asked for the answer. Ask a colleague who is Team lead.',
    );
    expect(session.context.events.some(({ type }) => type === 'gate-answered')).toBe(false);
    expect(waitsForColleague(session, '2026-11-20T09:05:00.000Z')).toBe(true);
  });

  it('is answered by another with the role', async () => {
    world.user = lead;
    const mine = await open();
    await ask(mine);
    const theirs = await open(world.browser(otherLead));
    expect(await answer(theirs)).toBe(true);
    await theirs.journal.log.allSaved();
    await catchUp(mine);
    expect(mine.context.advanced.waitingFor).toMatchObject([{ id: '2.1' }]);
  });

  it('does not count an answer of the requester that stands in the stored log', async () => {
    world.user = lead;
    const session = await open();
    const stored = await world.ledger.latestRun('4512');
    if (!stored) throw new Error('Nothing is stored.');
    const by = { id: lead.id, name: lead.name };
    const forged = {
      v: 1,
      at: world.clock.now(),
      type: 'gate-answered',
      command: gate,
      answer: 'yes',
      by,
    } as const;
    await session.close();
    await world.ledger.save({ ...stored, events: [...stored.events, forged] });
    expect(gateIn(await open()).answerer.hasRequested).toBe(true);
  });

  it('keeps the proposal behind it from being approved meanwhile', async () => {
    world.user = lead;
    const session = await open();
    expect(await approve(session, { command: '2.1', parameters: { tag: 'late' } })).toBeUndefined();
    expect(world.done).toEqual([]);
  });
});
