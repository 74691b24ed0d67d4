import type { BrowserLock } from '../../app/ports/ledger.ts';

/** The part of the browser's lock manager that is used. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * One lock per name across the tabs of a browser. Where the browser has no lock manager (outside secure contexts) the lock binds
 * this page only; the claim in the ledger still stands behind it.
 */
export function createBrowserLock(locks: Locks | undefined): BrowserLock {
  return locks ? { hold: (name, work) => holdAcrossTabs(locks, name, work) } : createPageLock();
}

async function holdAcrossTabs<T>(locks: Locks, name: string, work: () => Promise<T>): Promise<T | undefined> {
  let result: T | undefined;
  await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) result = await work();
  });
  return result;
}

function createPageLock(): BrowserLock {
  const held = new Set<string>();
  return {
    hold: async (name, work) => {
      if (held.has(name)) return undefined;
      held.add(name);
      try {
        return await work();
      } finally {
        held.delete(name);
      }
    },
  };
}
