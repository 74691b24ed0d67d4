import { expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../desk/faults.ts';
import { createDesk } from '../../desk/node-desk.ts';
import { AGENTS } from '../../desk/world/people.ts';
import { openDeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock } from '../support/manual-clock.ts';

// The connections as an admin asks for them: every system, over the real transport and the desk's stand-ins.

async function checked(faults: readonly Fault[] = []) {
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now() });
  const sidebar = await openDeskSidebar(desk, { ticketId: 4512, user: AGENTS.admin.id, clock });
  const { store } = sidebar;
  onTestFinished(() => store.close());
  await sidebar.until(() => store.getState().systems !== undefined);
  desk.faults.set(faults);
  store.send({ type: 'check-systems' });
  await sidebar.until(() => store.getState().systems?.isChecking === false);
  return store.getState().systems?.systems ?? [];
}

test('every system of the desk is connected, and says with keys of which kind', async () => {
  const systems = await checked();
  expect(systems.map(({ system, is }) => `${system} ${is}`)).toEqual([
    'zendesk connected',
    'shopify connected',
    'stripe connected',
    'easypost connected',
    'hubspot connected',
    'salesforce connected',
    'depot connected',
  ]);
  expect(systems.find(({ system }) => system === 'stripe')).toMatchObject({ mode: 'test' });
});

test.each([
  ['hangs', { system: 'stripe', kind: 'timeout' }, 'Stripe did not answer within 30 s.'],
  ['is down', { system: 'stripe', kind: 'down' }, 'Stripe answered 503.'],
  ['does not know the key', { system: 'stripe', kind: 'status', status: 401 }, 'The setting stripe_key is'],
  [
    'is somebody else',
    { system: 'stripe', kind: 'garbage' },
    'Stripe answered with a web page instead of data.',
  ],
] as const)('one that %s takes no other with it, and its sentence says why', async (_what, fault, words) => {
  const systems = await checked([fault]);
  const failing = systems.filter(({ is }) => is !== 'connected');
  expect(failing).toEqual([
    {
      system: 'stripe',
      is: 'failing',
      failure: expect.objectContaining({ reason: expect.stringContaining(words) as string }) as object,
    },
  ]);
});
