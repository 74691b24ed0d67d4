import type { ZafBulk, ZafClient } from '../src/systems/zendesk/zaf-client.ts';
import { createDesk as createWholeDesk, type Desk, type DeskOptions } from './desk.ts';
import { createAgentWorkspace, type AgentWorkspace } from './fakes/zendesk/agent-workspace.ts';
import { parseProxyOptions } from './proxy/proxy-options.ts';
import { INSTALLATION, SUBDOMAIN } from './world/zendesk-seed.ts';
import { settleRequest } from './zaf/settle-request.ts';

/** The desk for tests in Node: the same world, fakes, faults and proxy, and a client in the place of the iframe's. */
export type NodeDesk = Desk & {
  /** One ticket opened by one agent. Every call is a sidebar of its own. */
  zafClientFor(sidebar: { readonly ticketId: number; readonly user: number }): DeskClient;
};

/** A client with the open ticket behind it, so that a test can see the composer and press Submit. */
type DeskClient = ZafClient & { readonly workspace: AgentWorkspace };

/** Makes a desk without a browser. The contract checks count here too, where the specifications are at hand. */
export async function createDesk(options: DeskOptions): Promise<NodeDesk> {
  const desk = await createWholeDesk(options);
  return {
    ...desk,
    zafClientFor: ({ ticketId, user }) => clientFor({ desk, now: options.now, ticketId, user }),
  };
}

type Sidebar = {
  readonly desk: Desk;
  readonly now: () => string;
  readonly ticketId: number;
  readonly user: number;
};

function clientFor({ desk, now, ticketId, user }: Sidebar): DeskClient {
  const { zendesk } = desk.state.systems;
  const workspace = createAgentWorkspace({ zendesk, ticketId, userId: user, now: now });
  return {
    workspace,
    get: (paths) => Promise.resolve(bulk(paths.map((path) => [path, () => workspace.get(path)]))),
    set: (values) =>
      Promise.resolve(
        bulk(Object.entries(values).map(([path, value]) => [path, () => setPath(workspace, path, value)])),
      ),
    invoke: (method, ...given) => Promise.resolve(bulk([[method, () => workspace.invoke(method, given)]])),
    async request(options) {
      const answer = await desk.proxy(options, { userId: user });
      const settled = settleRequest(parseProxyOptions(options) ?? { url: '' }, answer);
      if (settled.is === 'done') return settled.value;
      // Zendesk's host rejects with jQuery's plain object, which is no Error.
      const plain: unknown = settled.error;
      throw plain;
    },
    on: (event, handler) => workspace.on(event, handler),
    off: (event, handler) => workspace.off(event, handler),
    context: () =>
      Promise.resolve({
        product: 'support',
        account: { subdomain: SUBDOMAIN },
        location: 'ticket_sidebar',
        ticketId,
      }),
    metadata: () =>
      Promise.resolve({
        appId: INSTALLATION.appId,
        installationId: INSTALLATION.id,
        version: desk.manifest.version,
        settings: { ...desk.state.systems.zendesk.state.settings },
      }),
  };
}

function setPath(workspace: AgentWorkspace, path: string, value: unknown): unknown {
  workspace.set(path, value);
  return value;
}

/** Values cross a message channel in a browser: nobody shares an object with the page. */
function bulk(calls: readonly (readonly [string, () => unknown])[]): ZafBulk {
  const results: Record<string, unknown> = {};
  const errors: Record<string, { message: string }> = {};
  for (const [path, run] of calls) {
    try {
      results[path] = structuredClone(run());
    } catch (error) {
      errors[path] = { message: error instanceof Error ? error.message : String(error) };
    }
  }
  return { ...results, errors };
}
