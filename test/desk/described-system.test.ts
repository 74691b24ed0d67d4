import { expect, onTestFinished, test } from 'vitest';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { AGENTS } from '../../desk/world/people.ts';
import { deskSop } from '../../desk/world/sops.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { containing } from '../support/containing.ts';

// An SOP that uses a system of which no code knows: an admin has described it in the settings.

const sop = `---
sop: hold-parcel
title: Hold a parcel
version: 1
status: live
owner: Support operations
reviewed: 2026-11-02
review_every: 6 months
matches: ticket status != ""
inputs:
  order number: text from zendesk.ticket.field "Order number"
  parcel number: text from depot.delivery.number
  parcel status: one of (waiting, held, sent) from depot.delivery.status
actions:
  hold parcel: depot.hold (number = parcel number, reason = "address")
---

# Hold a parcel

## Steps

1. **Hold it.**
   - If parcel status = "waiting": propose hold parcel.
   - Otherwise: close as "too late".
   - Close as "held".
`;

async function open(ticketId: number, user: number = AGENTS.rep.id) {
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now(), sops: [deskSop(sop)] });
  const sidebar = await openDeskSidebar(desk, { ticketId, user, clock });
  onTestFinished(() => sidebar.store.close());
  return { desk, sidebar };
}

const isReady = ({ proposals }: DeskSidebar) =>
  proposals().some(({ preparation }) => preparation.is === 'ready');

function settled({ proposals }: DeskSidebar): string | undefined {
  const state = proposals()[0]?.state.is;
  return state === 'succeeded' || state === 'failed' || state === 'unknown' ? state : undefined;
}

function approve({ store, proposals }: DeskSidebar): void {
  const [first] = proposals();
  if (first === undefined) throw new Error('Nothing is proposed.');
  store.send({ type: 'approve', command: first.id, parameters: first.parameters });
}

const refusedRequests = (desk: NodeDesk) => desk.contract?.read().requests ?? [];

test('its facts are read, its action is proposed in its own words, approved and carried out once', async () => {
  const { desk, sidebar } = await open(4512);
  await sidebar.until(() => isReady(sidebar));
  const [proposal] = sidebar.proposals();
  expect(proposal).toMatchObject({
    operation: 'depot.hold',
    title: 'Hold the parcel',
    risk: 'medium',
    parameters: { number: 'DP-1001', reason: 'address' },
    preparation: { target: { name: 'DP-1001', ids: { 'parcel.status': 'waiting' } } },
  });
  approve(sidebar);
  await sidebar.until(() => settled(sidebar) !== undefined);
  expect(sidebar.proposals()[0]?.state).toMatchObject({ is: 'succeeded', reference: 'hold_1' });
  expect(desk.state.systems.depot.state.holds).toHaveLength(1);
  expect(refusedRequests(desk)).toEqual([]);
});

test('the proxy fills its secret in, so a wrong one is refused, with the setting', async () => {
  const { desk, sidebar } = await open(4512);
  desk.state.systems.zendesk.state.secureSettings['custom_api_secret_1'] = 'wrong';
  await sidebar.until(() =>
    sidebar.store
      .getState()
      .notices.some((notice) => notice.is === 'system-down' && notice.system === 'depot'),
  );
  const notice = sidebar.store.getState().notices.find(({ is }) => is === 'system-down');
  expect(notice).toMatchObject({ reason: containing('custom_apis') });
});

test('of two parcels of an order the rep says which one is meant', async () => {
  const { sidebar } = await open(4513);
  const isAsked = () => {
    const { phase } = sidebar.store.getState();
    return 'run' in phase && JSON.stringify(phase.run.waitingFor).includes('DP-1002B');
  };
  await sidebar.until(isAsked);
  expect(sidebar.proposals().filter(({ preparation }) => preparation.is === 'ready')).toEqual([]);
});

test('a description with a mistake is named to admins by line, and everything else works', async () => {
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now() });
  const { settings } = desk.state.systems.zendesk.state;
  settings['custom_apis'] = String(settings['custom_apis']).replace('risk: medium', 'risk: none');
  const sidebar = await openDeskSidebar(desk, { ticketId: 4512, user: AGENTS.admin.id, clock });
  onTestFinished(() => sidebar.store.close());
  await sidebar.until(() => isReady(sidebar));
  expect(sidebar.store.getState().notices).toContainEqual({
    is: 'settings-broken',
    problems: [
      expect.objectContaining({ setting: 'custom_apis', text: 'risk: none', because: 'description' }),
    ],
  });
});
