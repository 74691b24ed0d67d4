import { describe, expect, test } from 'vitest';
import { createBrowserLedger } from '../../../src/systems/memory/browser-ledger.ts';
import { createMemoryStore, type KeyValueStore } from '../../../src/systems/memory/key-value-store.ts';
import { claimOf, storedRun } from '../../contract/ledger-contract.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const clock = createManualClock();

describe('the ledger of this device', () => {
  test('says that it is kept in the browser, and stays when the page is loaded again', async () => {
    const store = createMemoryStore();
    const before = await createBrowserLedger({ store, clock });
    await before.startRun(storedRun(1));
    await before.claim(claimOf('n1'));
    const after = await createBrowserLedger({ store, clock });
    expect(after.keptIn).toBe('browser');
    expect(await after.latestRun('12')).toEqual(storedRun(1));
    expect(await after.claim(claimOf('n2'))).toMatchObject({ is: 'taken' });
  });

  test('lasts as long as the page where the browser refuses its storage, and says so', async () => {
    const refusing: KeyValueStore = {
      get: () => Promise.reject(new Error('denied')),
      update: () => Promise.reject(new Error('denied')),
    };
    const ledger = await createBrowserLedger({ store: refusing, clock });
    expect(ledger.keptIn).toBe('memory');
    await ledger.startRun(storedRun(1));
    expect(await ledger.latestRun('12')).toEqual(storedRun(1));
  });

  test('does not take a claim for its own while the browser cannot keep it', async () => {
    const store = createMemoryStore();
    const ledger = await createBrowserLedger({ store, clock });
    store.update = () => Promise.reject(new Error('The quota is used up.'));
    expect(await ledger.claim(claimOf('n1'))).toEqual({ is: 'unavailable', reason: 'The quota is used up.' });
    expect(await ledger.recordResult(claimOf('n1'), { is: 'succeeded' })).toMatchObject({ is: 'failed' });
  });

  test.each([
    [
      'a newer schema',
      '{"schema":3,"events":[]}',
      'a newer version of the app wrote it (schema 3, this one knows 2). Reload, or update the app',
    ],
    ['no JSON', '{"schema":1', 'its content is not JSON, or breaks off'],
    ['no head', '{"schema":1,"events":[]}', 'its head has another form than expected'],
  ])('refuses a run with %s by name', async (_, text, reason) => {
    const store = createMemoryStore();
    await store.update('signoff:run:12-1', () => text);
    const ledger = await createBrowserLedger({ store, clock });
    await expect(ledger.latestRun('12')).rejects.toThrow(`Cannot read run 12-1: ${reason}`);
  });
});
