import type { Clock } from '../../app/ports/clock.ts';
import type { Ledger } from '../../app/ports/ledger.ts';
import type { KeyValueStore } from './key-value-store.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createStoreLedger } from './store-ledger.ts';

export type BrowserLedgerOptions = {
  readonly store: KeyValueStore;
  readonly clock: Pick<Clock, 'now'>;
};

/**
 * A ledger of this device. A browser may refuse storage in a third-party iframe: then the runs last as long as the page, and
 * `keptIn` says `memory`.
 */
export async function createBrowserLedger({ store, clock }: BrowserLedgerOptions): Promise<Ledger> {
  try {
    await store.update('signoff:probe', () => clock.now());
    await store.get('signoff:probe');
    return createStoreLedger({ store, keptIn: 'browser', clock });
  } catch {
    return createMemoryLedger(clock);
  }
}
