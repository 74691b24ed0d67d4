import type { Clock } from '../../app/ports/clock.ts';
import type { Ledger } from '../../app/ports/ledger.ts';
import { createMemoryStore } from './key-value-store.ts';
import { createStoreLedger } from './store-ledger.ts';

/** A ledger that is gone with the page. */
export function createMemoryLedger(clock: Pick<Clock, 'now'>): Ledger {
  return createStoreLedger({ store: createMemoryStore(), keptIn: 'memory', clock });
}
