import type { DeskState } from './desk.ts';
import type { FakeRequest } from './fakes/fake.ts';
import type { Faults } from './faults.ts';
import { takeTime } from './latency.ts';
import type { OutsideSystems } from './outside-systems.ts';
import type { Caller, ProxyParts } from './proxy.ts';
import type { Outcome } from './proxy/proxy-answer.ts';
import { reachRealService, type RealService } from './real-services.ts';

type SenderNeeds = {
  readonly state: DeskState;
  readonly faults: Faults;
  readonly realServices: readonly RealService[];
};

/** Sends a request on to its system, the real one where the desk has its key, through whatever fault is switched on. */
export function createSender({ state, faults, realServices }: SenderNeeds): ProxyParts['send'] {
  return (request, caller) => {
    const { host } = request.url;
    const system = systemOfHost({ host, systems: state.systems, realServices });
    return faults.meet(system, request, async () => {
      await takeTime(state.latency, system);
      const isReal = realServices.some((service) => service.host === host);
      return isReal ? reachRealService(request) : reachFake(state.systems, request, caller);
    });
  };
}

type Whose = {
  readonly host: string;
  readonly systems: OutsideSystems;
  readonly realServices: readonly RealService[];
};

/** The name of the system behind a host; the host itself where the desk has none. */
export function systemOfHost({ host, systems, realServices }: Whose): string {
  const real = realServices.find((service) => service.host === host);
  return real?.system ?? systems.all.find((fake) => fake.answersFor(host))?.system ?? host;
}

function reachFake(systems: OutsideSystems, request: FakeRequest, caller: Caller | undefined): Outcome {
  const fake = systems.all.find((candidate) => candidate.answersFor(request.url.host));
  if (fake === undefined) return 'no-answer';
  // The header tells the Zendesk fake who is logged in. An app cannot set it: only this line writes it.
  const { 'x-desk-user': _, ...headers } = request.headers;
  const identity = caller === undefined ? {} : { 'x-desk-user': String(caller.userId) };
  return fake.handle({ ...request, headers: { ...headers, ...identity } });
}
