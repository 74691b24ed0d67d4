import { createAgentWorkspace, type AgentWorkspace } from '../../desk/fakes/zendesk/agent-workspace.ts';
import type { ZendeskFake } from '../../desk/fakes/zendesk/zendesk-fake.ts';
import type { Fake, FakeResponse } from '../../desk/fakes/fake.ts';
import { createProxy, type Proxy } from '../../desk/proxy.ts';
import type { Outcome } from '../../desk/proxy/proxy-answer.ts';
import { parseProxyOptions } from '../../desk/proxy/proxy-options.ts';
import { settleRequest } from '../../desk/zaf/settle-request.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { ZafBulk, ZafClient, ZafRequest } from '../../src/systems/zendesk/zaf-client.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { secureParameters, type Manifest } from './secure-settings.ts';

export type FakeZafOptions = {
  readonly zendesk: ZendeskFake;
  /** The other outside systems; the first that answers for a host gets its requests. */
  readonly systems?: readonly Fake[];
  readonly manifest: Manifest;
  readonly clock: Clock;
  readonly userId: number;
  readonly ticketId: number;
  /** Sees every request before it is answered, and what the system said. */
  readonly onRequest?: (request: ZafRequest) => void;
  readonly onAnswer?: (request: ZafRequest, answer: FakeResponse) => void;
};

export type FakeZaf = {
  readonly client: ZafClient;
  readonly workspace: AgentWorkspace;
  readonly faults: Faults;
  /** Every request so far, in order. */
  readonly requests: ZafRequest[];
};

/**
 * A `ZafClient` for Node. Its `request` goes through the desk's proxy: relative addresses go to the Zendesk fake as the current user,
 * other hosts to the fake that answers for them, if the manifest allows the host; secure settings are filled in on the way. `get`, `set`
 * and `invoke` see one open ticket tab.
 */
export function createFakeZafClient(options: FakeZafOptions): FakeZaf {
  const { zendesk, clock, userId, ticketId } = options;
  const workspace = createAgentWorkspace({ zendesk, ticketId, userId, now: () => clock.now() });
  const faults = createFaults();
  const requests: ZafRequest[] = [];
  const { installation, subdomain } = zendesk.state.seed;

  const request = async (asked: ZafRequest): Promise<unknown> => {
    requests.push(asked);
    options.onRequest?.(asked);
    const answer = await proxyFor(asked, faults, options)(asked, { userId });
    const settled = settleRequest(parseProxyOptions(asked) ?? asked, answer);
    if (settled.is === 'done') return settled.value;
    // The framework rejects with a plain object, not with an error.
    const plain: unknown = settled.error;
    throw plain;
  };

  const client: ZafClient = {
    get: (paths) => Promise.resolve(readAll(workspace, paths)),
    set: (values) => {
      for (const [path, value] of Object.entries(values)) workspace.set(path, value);
      return Promise.resolve({ ...values, errors: {} });
    },
    invoke: async (method, ...parameters) => {
      await Promise.resolve();
      return { [method]: workspace.invoke(method, parameters), errors: {} };
    },
    request,
    on: (event, handler) => workspace.on(event, handler),
    off: (event, handler) => workspace.off(event, handler),
    context: () =>
      Promise.resolve({
        product: 'support',
        account: { subdomain },
        location: 'ticket_sidebar',
        ticketId,
      }),
    metadata: () =>
      Promise.resolve({
        appId: installation?.appId ?? 1,
        installationId: installation?.id ?? 1,
        settings: { ...zendesk.state.settings },
      }),
  };
  return { client, workspace, faults, requests };
}

/** The desk's proxy, with the faults of a test behind it. */
function proxyFor(asked: ZafRequest, faults: Faults, options: FakeZafOptions): Proxy {
  const { zendesk, systems = [], manifest, clock } = options;
  return createProxy({
    zendeskHost: `${zendesk.state.seed.subdomain}.zendesk.com`,
    allowedHosts: () => manifest.domainWhitelist,
    vault: () => ({ parameters: secureParameters(manifest), values: zendesk.state.secureSettings }),
    check: () => [],
    noticed: () => undefined,
    send: async (request, caller) => {
      const system = caller ? zendesk : systems.find((one) => one.answersFor(request.url.host));
      if (!system) return { status: 404, body: `There is no ${request.url.host} here.` };
      const identity = caller ? { 'x-desk-user': String(caller.userId) } : {};
      const answer = () => {
        const given = system.handle({ ...request, headers: { ...request.headers, ...identity } });
        options.onAnswer?.(asked, given);
        return given;
      };
      return meet(faults.next(system.system, request), answer, clock);
    },
  });
}

/** The answer as it arrives, with the fault on its way. */
async function meet(fault: Fault | undefined, answer: () => FakeResponse, clock: Clock): Promise<Outcome> {
  await Promise.resolve();
  switch (fault?.is) {
    case undefined:
      return answer();
    case 'down':
      return 'no-answer';
    case 'slow':
      await new Promise<void>((resolve) => clock.after(fault.milliseconds, resolve));
      return answer();
    case 'status':
      return { status: fault.status, body: fault.body ?? '', headers: fault.headers ?? {} };
    case 'lost-answer':
      answer();
      return 'no-answer';
    case 'silent':
      answer();
      return new Promise(() => undefined);
    case 'garbage':
      answer();
      return { status: 200, body: '<!doctype html><title>Sign in</title>' };
    case 'truncated': {
      const { body, ...rest } = answer();
      return { ...rest, body: body.slice(0, Math.floor(body.length / 2)) };
    }
  }
}

function readAll(workspace: AgentWorkspace, paths: readonly string[]): ZafBulk {
  const values: Record<string, unknown> = {};
  const errors: Record<string, { message: string }> = {};
  for (const path of paths)
    try {
      // Values cross a message channel: nobody shares an object with the page.
      values[path] = structuredClone(workspace.get(path));
    } catch (error) {
      errors[path] = { message: error instanceof Error ? error.message : String(error) };
    }
  return { ...values, errors };
}
