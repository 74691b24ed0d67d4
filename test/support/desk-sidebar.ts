import type { NodeDesk } from '../../desk/node-desk.ts';
import type { Surroundings } from '../../src/app/ports/surroundings.ts';
import { readSettings } from '../../src/app/read-settings.ts';
import { createSidebarStore, type OpenSidebarStore } from '../../src/app/sidebar-store.ts';
import { teamKey } from '../../src/domain/decisions/roles.ts';
import { createRandomIds } from '../../src/systems/browser/random-ids.ts';
import { createWebHasher } from '../../src/systems/browser/web-hasher.ts';
import { connectSystems } from '../../src/systems/connect-systems.ts';
import { createBrowserLock } from '../../src/systems/memory/browser-lock.ts';
import { createMemoryStore } from '../../src/systems/memory/key-value-store.ts';
import { createZendeskSettings } from '../../src/systems/zendesk/zendesk-settings.ts';
import type { ManualClock } from './manual-clock.ts';

export type DeskSidebar = {
  readonly store: OpenSidebarStore;
  /** What was sent to outside systems so far: method and path. */
  readonly requests: string[];
};

const surroundings: Surroundings = { colorScheme: () => 'light', isOnline: () => true, onChanged: () => () => undefined };

/** The whole application over the desk, in Node: real systems, a world that keeps state, and a browser of its own. */
export async function openDeskSidebar(
  desk: NodeDesk,
  { ticketId, user, clock }: { readonly ticketId: number; readonly user: number; readonly clock: ManualClock },
): Promise<DeskSidebar> {
  const client = desk.zafClientFor({ ticketId, user });
  const source = createZendeskSettings(client);
  const settings = readSettings(await source.read());
  const requests: string[] = [];
  const systems = await connectSystems({
    client,
    ticketId: String(ticketId),
    origin: 'https://desk.zendesk.com',
    clock,
    ids: createRandomIds(),
    hasher: createWebHasher(),
    lock: createBrowserLock(undefined),
    store: createMemoryStore(),
    random: () => 0.5,
    settings: {
      shopifyShop: settings.shopifyShop,
      assistant: settings.assistant,
      teams: (name) => {
        const group = settings.teams.get(teamKey(name))?.members.find((member) => member.startsWith('group '));
        return group === undefined ? undefined : { groupId: group.slice('group '.length) };
      },
      published: async () => readSettings(await source.read()).published,
    },
    bundledSops: [],
    onRequest: (request) => requests.push(JSON.stringify(request).slice(0, 160)),
  });
  return { store: createSidebarStore({ ...systems, surroundings }), requests };
}
