import { createZendeskFake } from '../../desk/fakes/zendesk/zendesk-fake.ts';
import { createWebHasher } from '../../src/systems/browser/web-hasher.ts';
import { createBrowserLedger } from '../../src/systems/memory/browser-ledger.ts';
import { createMemoryStore } from '../../src/systems/memory/key-value-store.ts';
import { createMemoryLedger } from '../../src/systems/memory/memory-ledger.ts';
import { createZendeskLedger } from '../../src/systems/zendesk/zendesk-ledger.ts';
import { checkedClient } from '../support/checked-client.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { sampleZendesk } from '../support/sample-zendesk.ts';
import { transportOver } from '../support/transport-over.ts';
import { ledgerContract } from './ledger-contract.ts';

const clock = createManualClock();

ledgerContract('the ledger in memory', () => {
  const ledger = createMemoryLedger(clock);
  return Promise.resolve({ one: ledger, other: ledger });
});

ledgerContract('the ledger in the browser', async () => {
  const store = createMemoryStore();
  return {
    one: await createBrowserLedger({ store, clock }),
    other: await createBrowserLedger({ store, clock }),
  };
});

ledgerContract('the ledger in Zendesk', () => {
  const zendesk = createZendeskFake(sampleZendesk, () => clock.now());
  const ledgerOf = (userId: number) => {
    const { client } = checkedClient({ zendesk, clock, userId, ticketId: 12 });
    return createZendeskLedger({ transport: transportOver(client, clock), hasher: createWebHasher(), clock });
  };
  return Promise.resolve({ one: ledgerOf(2), other: ledgerOf(3) });
});
