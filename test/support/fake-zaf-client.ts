import { createAgentWorkspace, type AgentWorkspace } from '../../desk/fakes/zendesk/agent-workspace.ts';
import type { ZendeskFake } from '../../desk/fakes/zendesk/zendesk-fake.ts';
import type { Fake, FakeRequest, FakeResponse } from '../../desk/fakes/fake.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { ZafBulk, ZafClient, ZafRequest } from '../../src/systems/zendesk/zaf-client.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { fillInSecureSettings, type Manifest } from './secure-settings.ts';

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
 * A `ZafClient` for Node. Its `request` plays Zendesk's proxy: relative addresses go to the Zendesk fake as the current user, other
 * hosts to the fake that answers for them, if the manifest allows the host; secure settings are filled in on the way. `get`, `set`
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
    const route = routeOf(asked, options);
    if (!route) return reject({ status: 403, body: '{"error":"is not a proxyable URI"}' });
    const fault = faults.next(route.system.system, route.request);
    const answer = await meet(fault, () => answerOf(asked, route, options), clock);
    if (answer.status >= 400) return reject(answer);
    return completed(answer);
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

type Routed = { readonly system: Fake; readonly request: FakeRequest };

function routeOf(asked: ZafRequest, options: FakeZafOptions): Routed | undefined {
  const { zendesk, systems = [], manifest, userId } = options;
  const isRelative = asked.url.startsWith('/');
  const filled = isRelative ? asked : fillInSecureSettings(asked, manifest, zendesk.state.secureSettings);
  const url = new URL(filled.url, `https://${zendesk.state.seed.subdomain}.zendesk.com`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(filled.headers ?? {})) headers[name.toLowerCase()] = value;
  if (filled.contentType !== undefined) headers['content-type'] = filled.contentType;
  if (isRelative) headers['x-desk-user'] = String(userId);
  const system = isRelative ? zendesk : systems.find((candidate) => candidate.answersFor(url.host));
  if (!system || (!isRelative && !manifest.domainWhitelist.includes(url.host))) return undefined;
  return { system, request: { method: filled.type, url, headers, body: filled.data } };
}

function answerOf(asked: ZafRequest, { system, request }: Routed, options: FakeZafOptions): FakeResponse {
  const answer = system.handle(request);
  options.onAnswer?.(asked, answer);
  return answer;
}

/** The answer as it arrives, with the fault on its way. */
async function meet(
  fault: Fault | undefined,
  answer: () => FakeResponse,
  clock: Clock,
): Promise<FakeResponse> {
  await Promise.resolve();
  switch (fault?.is) {
    case undefined:
      return answer();
    case 'down':
      return { status: 599, body: '' };
    case 'slow':
      await new Promise<void>((resolve) => clock.after(fault.milliseconds, resolve));
      return answer();
    case 'status':
      return { status: fault.status, body: fault.body ?? '', headers: fault.headers ?? {} };
    case 'lost-answer':
      answer();
      return { status: 599, body: '' };
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

/** The form of an answer with `httpCompleteResponse`. */
function completed(answer: FakeResponse) {
  return {
    status: answer.status,
    statusText: 'OK',
    responseText: answer.body,
    responseJSON: parsed(answer.body),
    headers: answer.headers ?? {},
  };
}

/** The framework rejects with a plain object, not with an error. 599 stands for an answer that never came. */
function reject(answer: FakeResponse): never {
  const isLost = answer.status === 599;
  const plain: unknown = isLost
    ? { status: 0, statusText: 'error', responseText: '', readyState: 0 }
    : {
        ...completed(answer),
        statusText: 'error',
        readyState: 4,
      };
  throw plain;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
