import type { Clock } from './app/ports/clock.ts';
import { readSettings, type Settings } from './app/read-settings.ts';
import { createSidebarStore } from './app/sidebar-store.ts';
import type { Phase, SidebarStore } from './app/sidebar-view.ts';
import { teamKey } from './domain/decisions/roles.ts';
import { createRandomIds } from './systems/browser/random-ids.ts';
import { createSystemClock } from './systems/browser/system-clock.ts';
import { createWebHasher } from './systems/browser/web-hasher.ts';
import { connectSystems } from './systems/connect-systems.ts';
import { createBrowserLock } from './systems/memory/browser-lock.ts';
import { createIndexedDbStore } from './systems/memory/indexed-db-store.ts';
import type { TeamLookup } from './systems/zendesk/action-tools.ts';
import { connect, type Connection } from './systems/zendesk/connect.ts';
import { createZendeskSettings } from './systems/zendesk/zendesk-settings.ts';
import { createZendeskSurroundings } from './systems/zendesk/zendesk-surroundings.ts';

/** The starter library comes with the app. Which of it may run, the settings say. */
const bundledSops = Object.values(
  import.meta.glob<string>('../sops/*.sop.md', { query: '?raw', import: 'default', eager: true }),
);

/** What this package lets requests go to: written into it when it is built. */
const allowedHosts = __SIGNOFF_HOSTS__;

/**
 * Puts the app together: the one place besides `main.tsx` that sees every layer. `without` makes the store of a sidebar that has no
 * ticket. Connects once: a second connection would send every message twice.
 */
export async function openSidebar(without: (phase: Phase) => SidebarStore): Promise<SidebarStore> {
  const clock = createSystemClock();
  const connection = await connect({ page: window, clock, allowLocal: __SIGNOFF_DESK__ });
  if (connection.is === 'outside-zendesk') return without({ is: 'outside-zendesk' });
  try {
    return await openTicketStore(connection, clock);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return without({ is: 'could-not-load', what: 'user', failure: { code: 'unavailable', reason } });
  }
}

async function openTicketStore(
  { client, context, origin }: Extract<Connection, { is: 'connected' }>,
  clock: Clock,
): Promise<SidebarStore> {
  const source = createZendeskSettings(client);
  const settings = readSettings(await source.read(), allowedHosts);
  const systems = await connectSystems({
    client,
    origin,
    ticketId: context.ticketId === undefined ? undefined : String(context.ticketId),
    clock,
    ids: createRandomIds(),
    hasher: createWebHasher(),
    lock: createBrowserLock(navigator.locks),
    store: createIndexedDbStore(context.account.subdomain),
    random: Math.random,
    isPersonHere: () => document.hasFocus(),
    settings: {
      shopifyShop: settings.shopifyShop,
      salesforceDomain: settings.salesforceDomain,
      requestSeconds: settings.requestSeconds,
      assistant: settings.assistant,
      teams: teamLookup(settings),
      published: async () => readSettings(await source.read()).published,
      customApis: settings.customApis,
    },
    allowedHosts,
    bundledSops,
  });
  return createSidebarStore({ ...systems, surroundings: createZendeskSurroundings(client, window) });
}

/** The group of a team is where its tickets go. */
function teamLookup({ teams }: Settings): TeamLookup {
  return (name) => {
    const team = teams.get(teamKey(name));
    const idOf = (kind: string) =>
      team?.members.find((member) => member.startsWith(`${kind} `))?.slice(kind.length + 1);
    const groupId = idOf('group');
    const roleId = idOf('role');
    return (
      team && { ...(groupId === undefined ? {} : { groupId }), ...(roleId === undefined ? {} : { roleId }) }
    );
  };
}
