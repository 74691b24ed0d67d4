import type { Clock } from '../../src/app/ports/clock.ts';
import { createMemoryStore } from '../../src/systems/memory/key-value-store.ts';
import { createRequestBudget } from '../../src/systems/transport/request-budget.ts';
import type { SystemName, Transport } from '../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../src/systems/transport/zaf-transport.ts';
import type { ZafClient } from '../../src/systems/zendesk/zaf-client.ts';

/** The real transport over a test's client, with a budget that no test runs into. */
export function transportOver(
  client: Pick<ZafClient, 'request'>,
  clock: Clock,
  origins: Partial<Record<SystemName, string>> = {},
): Transport {
  const limits = { perMinute: 10_000, reservedForPerson: 1, atOnce: 4 };
  const budget = createRequestBudget({ clock, store: createMemoryStore(), limits });
  return createZafTransport({ client, origins, clock, random: () => 0.5, budget });
}
