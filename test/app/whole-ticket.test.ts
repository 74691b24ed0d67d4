import { it } from 'vitest';
import { createDesk } from '../../desk/node-desk.ts';
import { createManualClock, settle } from '../support/manual-clock.ts';
import { openDeskSidebar } from '../support/desk-sidebar.ts';

it('x', async () => {
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now() });
  const { store, requests } = await openDeskSidebar(desk, { ticketId: 4512, user: 9001, clock });
  const quiet = async () => { for (let i = 0; i < 40; i++) { await settle(); await clock.advance(100); } };
  const take = () => { const r = requests.splice(0).map((t) => (/"operation":"([^"]*)"/.exec(t)?.[1] ?? '') + ' ' + (/"method":"(\w+)"/.exec(t)?.[1]) + ' ' + (/"path":"([^"]*)"/.exec(t)?.[1])); console.log(r.length, r.join('\n')); };
  await quiet();
  take();
  const cards = () => { const { phase } = store.getState(); return 'run' in phase ? phase.run.steps.flatMap((s) => s.proposals) : []; };
  console.log(cards().map((c) => [c.id, c.operation, JSON.stringify(c.parameters), c.state.is, c.preparation.is, JSON.stringify(c.approver)].join(' ')));
  for (const c of cards()) {
    await clock.advance(20_000);
    take();
    store.send({ type: 'approve', command: c.id, parameters: c.parameters });
    await quiet();
    console.log('APPROVED', c.operation); take();
    console.log(cards().map((c) => [c.id, c.operation, JSON.stringify(c.state)].join(' ')));
  }
  console.log(JSON.stringify(store.getState().phase).slice(0, 50), JSON.stringify(store.getState().notices), desk.state.systems.zendesk.state.tickets.get(4512)?.fields);
  await store.close();
});
