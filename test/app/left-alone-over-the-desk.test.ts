import { expect, onTestFinished, test } from 'vitest';
import { createDesk } from '../../desk/node-desk.ts';
import { AGENTS } from '../../desk/world/people.ts';
import { openDeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock } from '../support/manual-clock.ts';

test('a system that has stopped answering is told of once, with until when it is left alone', async () => {
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now() });
  desk.faults.set([{ system: 'stripe', kind: 'down' }]);
  const sidebar = await openDeskSidebar(desk, { ticketId: 4512, user: AGENTS.rep.id, clock });
  const { store } = sidebar;
  onTestFinished(() => store.close());
  const down = () =>
    store.getState().notices.flatMap((notice) => (notice.is === 'system-down' ? [notice] : []));
  const waiting = () => {
    const { phase } = store.getState();
    return phase.is === 'running' ? phase.run.waitingFor[0]?.id : undefined;
  };

  await sidebar.until(() => waiting() !== undefined);
  expect(down()).toMatchObject([{ system: 'stripe', reason: expect.stringContaining('503') as string }]);
  expect(down()[0]?.until).toBeUndefined();

  // The SOP holds where Stripe does not answer; after it, Stripe is asked again.
  store.send({ type: 'end-hold', command: waiting() ?? '' });
  await sidebar.until(() => down()[0]?.until !== undefined);
  expect(down()).toHaveLength(1);
  const left = Date.parse(down()[0]?.until ?? '') - Date.parse(clock.now());
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(30_000);
});
