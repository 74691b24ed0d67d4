import { describe, expect, onTestFinished, test } from 'vitest';
import type { RunView } from '../../src/app/run-view.ts';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { AGENTS } from '../../desk/world/people.ts';
import { starterSops } from '../../desk/world/sops.ts';
import { FIELDS } from '../../desk/world/ticket-fields.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';
import { withQuickTimers } from '../failures/quick-timers.ts';
import { workToTheEnd, type Worked } from '../failures/work-a-run.ts';

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
  4528: { sop: 'order-cancellation', plan: ['shopify.cancel_order', 'read'] },
  4529: { sop: 'address-change', plan: ['judgement Tier 1'] },
  4530: { sop: 'return-request', plan: ['judgement Tier 1'] },
  4531: { sop: 'wrong-item', plan: ['judgement Tier 1'] },
  4532: { sop: 'account-access', plan: ['judgement Tier 1'] },
  4533: { sop: 'data-deletion', plan: ['zendesk.add_tag', 'zendesk.set_field', 'gate'] },
  4534: {
    sop: 'subscription-cancellation',
    plan: ['stripe.cancel_subscription', 'stripe.refund', 'zendesk.draft_reply', 'closed'],
  },
  4535: {
    sop: 'duplicate-charge',
    plan: ['zendesk.add_note', 'stripe.refund', 'zendesk.draft_reply', 'closed'],
  },
  4536: {
    sop: 'refund-status',
    plan: ['stripe.refund', 'zendesk.draft_reply', 'closed'],
    unknown: ['refund date'],
  },
  4537: {
    sop: 'dispute-received',
    plan: ['zendesk.add_tag', 'stripe.submit_evidence', 'zendesk.draft_reply', 'closed'],
  },
  4538: { sop: 'carrier-claim', plan: ['easypost.file_claim', 'read'] },
} as const satisfies Record<number, FirstSight>;

let clock: ManualClock;
let desk: NodeDesk;
let sidebar: DeskSidebar;

async function openSidebar(ticketId: number): Promise<void> {
  await openDesk();
  await openOn(ticketId);
}

async function openDesk(): Promise<void> {
  clock = createManualClock('2026-11-20T10:00:00.000Z');
  desk = await createDesk({ now: () => clock.now() });
}

async function openOn(ticketId: number, holds: () => boolean = isReady): Promise<void> {
  sidebar = await openDeskSidebar(desk, { ticketId, user: AGENTS.rep.id, clock });
  onTestFinished(() => sidebar.store.close());
  await sidebar.until(holds);
}

async function openRun(ticketId: number): Promise<RunView> {
  await openSidebar(ticketId);
  // What was learnt is saved a few seconds later.
  await clock.advance(5000);
  return runNow();
}

function runNow(): RunView {
  const run = runOf();
  if (!run) throw new Error(`There is no run, but ${JSON.stringify(sidebar.store.getState()).slice(0, 300)}`);
  return run;
}

function runOf(): RunView | undefined {
  const { phase } = sidebar.store.getState();
  return 'run' in phase ? phase.run : undefined;
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

withQuickTimers();

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

/** Works on a ticket to its end: the rep, and colleagues with the role where the SOP wants one. */
async function work(ticketId: number): Promise<Worked> {
  await openRun(ticketId);
  return workToTheEnd(sidebar, { desk, clock, ticketId });
}

const closedAs = (as: string): Worked => ({ is: 'ended', outcome: { is: 'closed', as } });

/** The refunds that Stripe has made, by payment. */
const refunds = () =>
  desk.state.systems.stripe.state.refunds.map(({ charge, amount }) => ({ charge, amount }));

describe('the whole way, with everything approved', () => {
  test('an order is cancelled in the shop by Logistics, which refunds nothing, and refunded once', async () => {
    expect(await work(4528)).toEqual(closedAs('cancelled'));
    const { orders } = desk.state.systems.shopify.state;
    const order = orders.find(({ name }) => name === '#1031');
    expect(order?.cancelledAt).toBeDefined();
    expect(order?.refunds ?? []).toEqual([]);
    expect(refunds()).toEqual([{ charge: 'ch_desk50041', amount: 8600 }]);
  });

  test('a subscription is set to end with its period, and its last payment goes back', async () => {
    expect(await work(4534)).toEqual(closedAs('cancelled and refunded'));
    const { subscriptions } = desk.state.systems.stripe.state;
    const subscription = subscriptions.find(({ customer }) => customer === 'cus_desk50047');
    expect(subscription).toMatchObject({ status: 'active', cancelAtPeriodEnd: true });
    expect(refunds()).toEqual([{ charge: 'ch_desk50047', amount: 2400 }]);
  });

  test('of two payments for one order the second one is refunded, which names no order', async () => {
    expect(await work(4535)).toEqual(closedAs('refunded'));
    expect(refunds()).toEqual([{ charge: 'ch_desk50048x9', amount: 7250 }]);
  });

  test('of two payments that both name the order the rep says which is the first; the other is refunded', async () => {
    await openDesk();
    const { charges } = desk.state.systems.stripe.state;
    const again = charges.findIndex(({ id }) => id === 'ch_desk50048x9');
    const doubled = charges[again];
    if (doubled === undefined) throw new Error('The ticket has no second payment.');
    charges[again] = { ...doubled, metadata: { order_number: '1038' } };
    const asksWhichRecord = () => runOf()?.waitingFor.some(({ kind }) => kind === 'record') === true;
    await openOn(4535, asksWhichRecord);
    const [waiting] = runNow().waitingFor;
    if (waiting?.kind !== 'record') throw new Error('Nobody is asked which payment is meant.');
    const { system, record, candidates } = waiting.choice;
    const first = candidates.find(({ id }) => id === 'ch_desk50048');
    if (first === undefined) throw new Error('The first payment is not among the candidates.');
    const { id, name } = first;
    sidebar.store.send({ type: 'choose-record', command: waiting.id, system, record, id, name });
    expect(await workToTheEnd(sidebar, { desk, clock, ticketId: 4535 })).toEqual(closedAs('refunded'));
    expect(refunds()).toEqual([{ charge: 'ch_desk50048x9', amount: 7250 }]);
  });

  test('the proof of delivery goes to the bank once, and nothing is refunded', async () => {
    expect(await work(4537)).toEqual(closedAs('contested'));
    const [dispute] = desk.state.systems.stripe.state.disputes.filter(({ id }) => id === 'dp_desk50050');
    expect(dispute).toMatchObject({
      submissions: 1,
      evidence: { shipping_carrier: 'UPS', shipping_tracking_number: 'EZ104000001040' },
    });
    expect(refunds()).toEqual([]);
  });

  test('a lost parcel is claimed once, and what the insurer pays is booked', async () => {
    await openRun(4538);
    const { claims } = desk.state.systems.easypost.state;
    clock.after(120_000, () => {
      for (const claim of claims) Object.assign(claim, { status: 'approved', approvedAmount: '96.00' });
    });
    expect(await workToTheEnd(sidebar, { desk, clock, ticketId: 4538 })).toEqual(closedAs('paid'));
    expect(claims).toMatchObject([{ type: 'loss', amount: '96.00', trackingCode: 'EZ104100001041' }]);
  });

  test('a claim is withdrawn when the parcel arrives after all', async () => {
    await openRun(4538);
    const { claims, trackers } = desk.state.systems.easypost.state;
    clock.after(120_000, () => {
      const tracker = trackers.get('EZ104100001041');
      if (tracker)
        trackers.set('EZ104100001041', {
          ...tracker,
          status: 'delivered',
          lastScanAt: '2026-11-20T10:01:00Z',
        });
    });
    expect(await workToTheEnd(sidebar, { desk, clock, ticketId: 4538 })).toMatchObject({
      is: 'ended',
      outcome: { is: 'escalated', to: 'Logistics' },
    });
    expect(claims).toMatchObject([{ status: 'cancelled' }]);
  });
});
