import { setTimeout as delay } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import type { NodeDesk } from '../../desk/node-desk.ts';
import type { Surroundings } from '../../src/app/ports/surroundings.ts';
import type { Hasher, Ids } from '../../src/app/ports/clock.ts';
import type { BrowserLock } from '../../src/app/ports/ledger.ts';
import type { ProposalView } from '../../src/app/proposal-view.ts';
import { readSettings } from '../../src/app/read-settings.ts';
import { createSidebarStore, type OpenSidebarStore } from '../../src/app/sidebar-store.ts';
import { teamKey } from '../../src/domain/decisions/roles.ts';
import { connectSystems } from '../../src/systems/connect-systems.ts';
import { createBrowserLock } from '../../src/systems/memory/browser-lock.ts';
import { createMemoryStore, type KeyValueStore } from '../../src/systems/memory/key-value-store.ts';
import { createZendeskSettings } from '../../src/systems/zendesk/zendesk-settings.ts';
import type { ZafClient } from '../../src/systems/zendesk/zaf-client.ts';
import type { ManualClock } from './manual-clock.ts';

export type DeskSidebar = {
  readonly store: OpenSidebarStore;
  /** What was sent to outside systems so far, by what it was for. */
  readonly requests: string[];
  readonly proposals: () => readonly ProposalView[];
  /** Waits, while time goes on, until something holds; rejects when it never does. */
  until(holds: () => boolean): Promise<void>;
};

const surroundings: Surroundings = {
  colorScheme: () => 'light',
  isOnline: () => true,
  onChanged: () => () => undefined,
};

let nextId = 0;
/** Different for every tab, and the same in every run of a test. */
const countedIds: Ids = { next: () => `id-${(nextId += 1)}` };
/** In the turn in which it is asked: the browser's own hashes in a thread, whose time no clock of a test moves. */
const nodeHasher: Hasher = {
  sha256: (text) => Promise.resolve(createHash('sha256').update(text).digest('hex')),
};

type Sidebar = {
  readonly ticketId: number;
  readonly user: number;
  readonly clock: ManualClock;
  /** In the place of the desk's own, such as one whose tab can be closed. */
  readonly client?: ZafClient;
  /** What the tabs of one browser share, the budget of requests among it; a browser of its own when absent. */
  readonly browser?: KeyValueStore;
  /** The lock that the tabs of one browser share; one of its own when absent. */
  readonly lock?: BrowserLock;
};

/** The whole application over the desk, in Node: real systems, a world that keeps state, and a browser of its own. */
export async function openDeskSidebar(
  desk: NodeDesk,
  {
    ticketId,
    user,
    clock,
    client = desk.zafClientFor({ ticketId, user }),
    browser = createMemoryStore(),
    lock = createBrowserLock(undefined),
  }: Sidebar,
): Promise<DeskSidebar> {
  const source = createZendeskSettings(client);
  const settings = readSettings(await source.read());
  const requests: string[] = [];
  const systems = await connectSystems({
    client,
    ticketId: String(ticketId),
    origin: 'https://desk.zendesk.com',
    clock,
    ids: countedIds,
    hasher: nodeHasher,
    lock,
    store: browser,
    random: () => 0.5,
    settings: {
      shopifyShop: settings.shopifyShop,
      salesforceDomain: settings.salesforceDomain,
      requestSeconds: settings.requestSeconds,
      assistant: settings.assistant,
      teams: (name) => {
        const members = settings.teams.get(teamKey(name))?.members ?? [];
        const group = members.find((member) => member.startsWith('group '));
        return group === undefined ? undefined : { groupId: group.slice('group '.length) };
      },
      published: async () => readSettings(await source.read()).published,
      customApis: settings.customApis,
    },
    bundledSops: [],
    onRequest: ({ operation }) => requests.push(operation),
  });
  const store = createSidebarStore({ ...systems, surroundings });
  const until = async (holds: () => boolean) => {
    for (let turn = 0; turn < 400; turn += 1) {
      if (holds()) return;
      await clock.advance(250);
      // Hashing is done by threads that no clock of a test moves.
      await delay(1);
    }
    throw new Error(`It never came to that: ${JSON.stringify(store.getState().phase).slice(0, 500)}`);
  };
  const proposals = () => {
    const { phase } = store.getState();
    return 'run' in phase ? phase.run.steps.flatMap((step) => step.proposals) : [];
  };
  return { store, requests, proposals, until };
}
