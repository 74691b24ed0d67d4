import type { AppPorts } from '../../src/app/app-ports.ts';
import { approve } from '../../src/app/approve.ts';
import { beginRun, resumeRun } from '../../src/app/begin-run.ts';
import { readAgain } from '../../src/app/read-again.ts';
import { readSettings } from '../../src/app/read-settings.ts';
import type { RunSession } from '../../src/app/run-session.ts';
import { settleUnknown } from '../../src/app/settle-unknown.ts';
import type { PlanItem } from '../../src/domain/run/plan.ts';
import type { AppWorld } from './app-world.ts';

/** Opens the ticket's run in a browser: the one that is there, or the first one. */
export async function openRun(world: AppWorld, ports: AppPorts = world.browser()): Promise<RunSession> {
  const [sop] = world.sops;
  if (!sop) throw new Error('The world has no SOP.');
  const user = await ports.desk.currentUser();
  const settings = readSettings(Object.fromEntries(world.settings));
  const base = { ports, ticket: await ports.desk.ticket(), user, settings, onChange: () => undefined };
  const stored = await ports.ledger.latestRun(world.ticket.id);
  return stored ? resumeRun(base, sop, stored) : beginRun(base, sop, 1);
}

export function waitingProposal(session: RunSession): PlanItem | undefined {
  return session.context.advanced.plan.find(({ state }) => state.is === 'waiting' || state.is === 'approved');
}

/** Approves what waits, with the values that are shown. */
export async function approveWaiting(session: RunSession) {
  const item = waitingProposal(session);
  return item && approve(session, { command: item.id, parameters: item.parameters });
}

/**
 * Works on a run until it is over, as a rep would: approves, has missing things read again, looks where no system can tell, and
 * has patience. Gives up after some rounds.
 */
export async function workToTheEnd(session: RunSession, world: AppWorld): Promise<void> {
  for (let round = 0; round < 30 && !session.context.advanced.outcome; round += 1) {
    await session.settled();
    await doNext(session, world);
    await session.settled();
  }
  await session.journal.log.allSaved();
}

async function doNext(session: RunSession, world: AppWorld): Promise<void> {
  const { waitingFor } = session.context.advanced;
  const unclear = [...session.notes].find(([, note]) => note.is === 'cannot-tell')?.[0];
  const missing = waitingFor.find(({ kind }) => kind === 'missing');
  const item = waitingProposal(session);
  if (unclear !== undefined) {
    const happened = world.done.some(({ command }) => command === unclear);
    await settleUnknown(session, unclear, happened ? 'happened' : 'did-not-happen');
  } else if (missing) await readAgain(session, missing.id);
  else if (item && session.notes.get(item.id)?.is !== 'elsewhere')
    await approve(session, { command: item.id, parameters: item.parameters });
  else await world.clock.advance(60_000);
}
