import { describe, expect, onTestFinished, test } from 'vitest';
import type { RunView } from '../../src/app/run-view.ts';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { AGENTS } from '../../desk/world/people.ts';
import { starterSops } from '../../desk/world/sops.ts';
import { FIELDS } from '../../desk/world/ticket-fields.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';

// One typical ticket for each SOP of the starter library that has no stories of its own.

/** Requests before the rep acts. Source: docs/architecture, the budget that all tabs of an agent share. */
const AT_MOST = 12;

type FirstSight = {
  readonly sop: string;
  /** What can be approved at once or waits for somebody, and what the plan goes on to. */
  readonly plan: readonly string[];
  /** Empty on purpose: nobody has filled it in yet. */
  readonly unknown?: readonly string[];
};

const TICKETS = {
  4528: { sop: 'order-cancellation', plan: ['zendesk.notify', 'gate'] },
  4529: { sop: 'address-change', plan: ['judgement Tier 1'] },
  4530: { sop: 'return-request', plan: ['judgement Tier 1'] },
  4531: { sop: 'wrong-item', plan: ['judgement Tier 1'] },
  4532: { sop: 'account-access', plan: ['judgement Tier 1'] },
  4533: { sop: 'data-deletion', plan: ['zendesk.add_tag', 'zendesk.set_field', 'gate'] },
  4534: { sop: 'subscription-cancellation', plan: ['zendesk.notify', 'gate'] },
  4535: { sop: 'duplicate-charge', plan: ['gate Payments'] },
  4536: {
    sop: 'refund-status',
    plan: ['stripe.refund', 'zendesk.draft_reply', 'closed'],
    unknown: ['refund date'],
  },
  4537: {
    sop: 'dispute-received',
    plan: ['zendesk.add_tag', 'zendesk.add_note', 'zendesk.escalate', 'escalated'],
  },
  4538: { sop: 'carrier-claim', plan: ['zendesk.notify', 'wait'] },
} as const satisfies Record<number, FirstSight>;

let clock: ManualClock;
let desk: NodeDesk;
let sidebar: DeskSidebar;

async function openSidebar(ticketId: number): Promise<void> {
  clock = createManualClock('2026-11-20T10:00:00.000Z');
  desk = await createDesk({ now: () => clock.now() });
  sidebar = await openDeskSidebar(desk, { ticketId, user: AGENTS.rep.id, clock });
  onTestFinished(() => sidebar.store.close());
  await sidebar.until(isReady);
}

async function openRun(ticketId: number): Promise<RunView> {
  await openSidebar(ticketId);
  // What was learnt is saved a few seconds later.
  await clock.advance(5000);
  return runNow();
}

function runNow(): RunView {
  const { phase } = sidebar.store.getState();
  if (!('run' in phase)) throw new Error(`There is no run, but ${JSON.stringify(phase).slice(0, 300)}`);
  return phase.run;
}

/** Nothing is on its way: everything that can be decided is prepared, or somebody is waited for. */
function isReady(): boolean {
  const { phase } = sidebar.store.getState();
  if (phase.is !== 'running') return phase.is === 'no-sop' || phase.is === 'several-sops';
  const isPrepared = sidebar.proposals().every(({ preparation }) => preparation.is !== 'preparing');
  const isAsked = phase.run.waitingFor.length > 0 || sidebar.proposals().length > 0;
  return isPrepared && isAsked && phase.run.facts.every(({ state }) => state.is !== 'reading');
}

/** The run as the rep sees it first, in words. */
function planOf(run: RunView): readonly string[] {
  return [
    ...run.waitingFor.map((waiting) =>
      waiting.kind === 'gate' || waiting.kind === 'judgement'
        ? `${waiting.kind} ${waiting.role ?? 'anybody'}`
        : waiting.kind,
    ),
    ...sidebar.proposals().map(({ operation }) => operation),
    ...(run.ahead === undefined ? [] : [run.ahead.kind]),
    ...(run.plannedOutcome === undefined ? [] : [run.plannedOutcome.is]),
  ];
}

describe.each(Object.entries(TICKETS))('ticket %s', (id, expected: FirstSight) => {
  test(`is matched by “${expected.sop}” alone and shows what it comes to, within ${AT_MOST} requests`, async () => {
    const run = await openRun(Number(id));
    const fitting = run.match?.candidates.filter(({ truth }) => truth.is === 'yes') ?? [];
    expect(fitting.map(({ sop }) => sop.id)).toEqual([expected.sop]);
    expect(run.sop.id).toBe(expected.sop);
    expect(planOf(run)).toEqual(expected.plan);
    const unknown = run.facts.flatMap(({ name, state }) => (state.is === 'known' ? [] : [name]));
    expect(unknown).toEqual(expected.unknown ?? []);
    expect(desk.log.list().length).toBeLessThanOrEqual(AT_MOST);
    expect(desk.contract?.read().requests ?? []).toEqual([]);
    expect(sidebar.store.getState().notices).toEqual([]);
  });
});

test('every SOP of the starter library has a ticket', () => {
  const shown = [...Object.values(TICKETS).map(({ sop }) => sop), 'damaged-item', 'late-parcel'];
  expect(new Set(starterSops().map(({ id }) => id))).toEqual(new Set(shown));
});

test('a ticket for which there is no SOP still has none', async () => {
  await openSidebar(4520);
  expect(sidebar.store.getState().phase).toMatchObject({ is: 'no-sop', match: { candidates: [] } });
});

test('a return waits for the warehouse, and refunds what has come back', async () => {
  const [judgement] = (await openRun(4530)).waitingFor;
  if (judgement === undefined) throw new Error('Nobody is asked whether it can come back.');
  sidebar.store.send({
    type: 'answer-judgement',
    command: judgement.id,
    answer: 'yes',
    reason: undefined,
  });
  await sidebar.until(() => sidebar.proposals().length === 2 && isReady());
  const approvals = sidebar.proposals().map(({ id, parameters }) => ({ command: id, parameters }));
  sidebar.store.send({ type: 'approve-all', approvals });
  await sidebar.until(() => runNow().waitingFor.some(({ kind }) => kind === 'hold'));
  await warehouseFillsIn();
  await sidebar.until(() => sidebar.proposals().some(({ operation }) => operation === 'stripe.refund'));
  const [refund] = sidebar.proposals().filter(({ operation }) => operation === 'stripe.refund');
  expect(refund?.parameters).toEqual({ amount: 'USD 40' });
});

async function warehouseFillsIn(): Promise<void> {
  const custom_fields = [
    { id: FIELDS.returnCondition.id, value: 'return_as_new' },
    { id: FIELDS.returnedValue.id, value: '$40.00' },
  ];
  const path = '/api/v2/tickets/4530.json';
  const saved = await desk.rest(AGENTS.specialist.id)({
    method: 'PUT',
    path,
    body: { ticket: { custom_fields } },
  });
  expect(saved.status).toBe(200);
}
