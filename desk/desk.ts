import { loadContractGate, type ContractGate } from './contract-gate.ts';
import { createContractReport, type ContractReport } from './contract-report.ts';
import { customerWrites, type CustomerMessage } from './customer-writes.ts';
import { DEPOT_HOST } from './fakes/custom-api/depot-fake.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import type { Latency } from './latency.ts';
import { readManifest, secureParameters, type Manifest } from './manifest.ts';
import { createOutsideSystems, type OutsideSystems } from './outside-systems.ts';
import { createProxy, type Exchange, type Proxy } from './proxy.ts';
import type { RealService } from './real-services.ts';
import { createRequestLog, type LoggedRequest, type RequestLog } from './request-log.ts';
import { restOf } from './rest-of.ts';
import { createSender, systemOfHost } from './send.ts';
import { AGENTS } from './world/people.ts';
import { publishSops } from './world/publish-sops.ts';
import { SALESFORCE_HOST } from './world/crm.ts';
import { SHOP } from './world/seeds.ts';
import { deskSops, type DeskSop } from './world/sops.ts';
import { createWorld, type World } from './world/world.ts';
import { SUBDOMAIN } from './world/zendesk-seed.ts';
import { createEmitter, type Emitter } from './zaf/emitter.ts';
import type { Rest } from './zaf/rest.ts';

/** A local Zendesk with its outside systems: a world, the proxy, the faults. The page and the tests use the same. */
export type Desk = {
  readonly manifest: Manifest;
  readonly proxy: Proxy;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Undefined where the vendors' specifications are not at hand. */
  readonly contract: ContractReport | undefined;
  readonly realServices: readonly RealService[];
  readonly events: Emitter<DeskEvent>;
  /** What is replaced by `reset`. */
  readonly state: DeskState;
  /** Zendesk's REST API for the workspace itself. */
  rest(userId: number): Rest;
  publish(sops: readonly DeskSop[]): Promise<void>;
  /** The customer of a ticket writes again; false where the ticket is closed. */
  customerWrites(message: CustomerMessage): boolean;
  /** Everything as it was when the day began. */
  reset(): Promise<void>;
};

/** What there is at the moment. */
export type DeskState = {
  world: World;
  systems: OutsideSystems;
  latency: Latency;
  sops: readonly DeskSop[];
};

type DeskEvent =
  | { readonly is: 'ticket-changed'; readonly ticketId: number }
  | { readonly is: 'request'; readonly entry: LoggedRequest }
  | { readonly is: 'faults-changed' }
  | { readonly is: 'settings-changed' }
  | { readonly is: 'reset' };

export type DeskOptions = {
  /** The clock of the fakes, as an ISO instant. */
  readonly now: () => string;
  /** On top of those that belong to a story; they come back at every reset. */
  readonly faults?: readonly Fault[];
  readonly latency?: Latency;
  readonly realServices?: readonly RealService[];
  readonly sops?: readonly DeskSop[];
  /** How time goes by for a system that is slow; a test with a clock of its own moves that. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** False leaves the contract checker out. */
  readonly isChecked?: boolean;
};

/** Makes a desk. Its world is that of the day on which it is made or reset. */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const desk = assemble(options);
  await desk.reset();
  return desk;
}

function assemble(options: DeskOptions): Desk {
  const { now, wait, realServices = [], isChecked = true } = options;
  const manifest = readManifest();
  const hosts = [
    ...manifest.domainWhitelist,
    `${SHOP}.myshopify.com`,
    SALESFORCE_HOST,
    DEPOT_HOST,
    ...realServices.map(({ host }) => host),
  ];
  const gate = isChecked ? loadContractGate(hosts) : undefined;
  const contract = gate === undefined ? undefined : createContractReport(gate);
  const events = createEmitter<DeskEvent>();
  const state = beginning(options);
  const faults = createFaults([], wait);
  const log = createRequestLog();
  const noticed = (exchange: Exchange): void => {
    const system = systemOfHost({ host: hostOf(exchange), systems: state.systems, realServices });
    contract?.note(exchange);
    events.emit({ is: 'request', entry: log.add(exchange, system, now()) });
  };
  const proxy = proxyOf({ manifest, hosts, gate, realServices, state, faults, noticed });
  const rest = (userId: number): Rest => restOf(() => state.systems.zendesk, userId);
  const publish = async (sops: readonly DeskSop[]): Promise<void> => {
    await publishSops(rest(AGENTS.admin.id), sops);
    state.sops = sops;
    events.emit({ is: 'settings-changed' });
  };
  const reset = async (): Promise<void> => {
    Object.assign(state, beginning(options));
    state.systems.zendesk.onTicketChanged((ticketId) => events.emit({ is: 'ticket-changed', ticketId }));
    faults.set([...state.world.faults, ...(options.faults ?? [])]);
    log.clear();
    contract?.clear();
    await publish(state.sops);
    events.emit({ is: 'reset' });
  };
  return {
    manifest,
    proxy,
    faults,
    log,
    contract,
    realServices,
    events,
    state,
    rest,
    publish,
    reset,
    customerWrites: (message) => customerWrites(state.systems.zendesk, now(), message),
  };
}

function beginning({ now, latency = {}, realServices = [], sops = deskSops() }: DeskOptions): DeskState {
  const world = createWorld(new Date(now()), sops);
  const systems = createOutsideSystems(world, now);
  for (const { settings } of realServices) Object.assign(systems.zendesk.state.settings, settings);
  return { world, systems, latency, sops };
}

type ProxyNeeds = {
  readonly manifest: Manifest;
  readonly hosts: readonly string[];
  readonly gate: ContractGate | undefined;
  readonly realServices: readonly RealService[];
  readonly state: DeskState;
  readonly faults: Faults;
  readonly noticed: (exchange: Exchange) => void;
};

function proxyOf({ manifest, hosts, gate, realServices, state, faults, noticed }: ProxyNeeds): Proxy {
  const realSecrets = Object.fromEntries(realServices.flatMap(({ secrets }) => Object.entries(secrets)));
  return createProxy({
    zendeskHost: zendeskHost(),
    allowedHosts: () => hosts,
    vault: () => ({
      parameters: secureParameters(manifest),
      values: { ...state.systems.zendesk.state.secureSettings, ...realSecrets },
    }),
    send: createSender({ state, faults, realServices }),
    check: (asked) => gate?.check(asked) ?? [],
    noticed,
  });
}

const zendeskHost = (): string => `${SUBDOMAIN}.zendesk.com`;

const hostOf = ({ options }: Exchange): string =>
  URL.parse(options?.url ?? '', `https://${zendeskHost()}`)?.host ?? '';
