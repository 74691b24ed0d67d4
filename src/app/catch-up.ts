import { millisecondsBetween } from '../domain/decisions/instant.ts';
import type { RunSession } from './run-session.ts';

/** How long nobody else is expected to have added to a log that this session has just read or written. Milliseconds. */
const stillFresh = 20_000;

/** Whether the session still has the newest run of its ticket. */
export type CaughtUp = 'same-run' | 'other-run' | 'ledger-unavailable';

/** Takes over what others have added to the run since it was last read or written. */
export async function catchUp(session: RunSession): Promise<CaughtUp> {
  const { ports, runId, ticket } = session.context;
  try {
    const stored = await ports.ledger.latestRun(ticket.id);
    if (stored && stored.id !== runId) return 'other-run';
    if (stored) session.journal.merge(stored.events);
    return 'same-run';
  } catch {
    return 'ledger-unavailable';
  }
}

/** The same before a decision, if the log was not looked at for a while: a colleague may have answered meanwhile. */
export async function catchUpAfterIdling(session: RunSession, fresh = stillFresh): Promise<void> {
  const idle = millisecondsBetween(session.journal.log.touchedAt, session.context.ports.clock.now());
  if (idle !== undefined && idle <= fresh) return;
  const caughtUp = await catchUp(session);
  if (caughtUp !== 'same-run') throw new LedgerOutOfReach(caughtUp);
}

/** A decision must not be taken on a log that may be out of date. */
class LedgerOutOfReach extends Error {
  constructor(because: Exclude<CaughtUp, 'same-run'>) {
    super(
      because === 'other-run'
        ? 'The run was begun again elsewhere.'
        : 'The record of the run cannot be read.',
    );
    this.name = 'LedgerOutOfReach';
  }
}
