import * as z from 'zod/mini';
import type { ZafRequest } from '../src/systems/zendesk/zaf-client.ts';
import { loadGate } from '../test/support/contract.ts';
import { easyPostDocument } from '../test/systems/easypost/easypost-document.ts';
import type { ProxyOptions } from './proxy/proxy-options.ts';

/** Compares requests with the vendors' published specifications. */
export type ContractGate = {
  /** What is wrong with a request; for a host without a specification only the written rules count. */
  check(options: ProxyOptions): readonly string[];
  /** What is wrong with the shape of an answer of a fake. */
  checkAnswer(answer: { method: string; url: string; status: number; body: unknown }): readonly string[];
  /** How often which operation of which host was called. */
  used(): readonly { readonly host: string; readonly used: Readonly<Record<string, number>> }[];
};

/** Records of these objects are written once and never changed. */
const CREATE_ONLY = ['signoff_sop', 'signoff_event'];

/** Hosts that the checker has no specification of. */
const OWN_DOCUMENTS = { 'api.easypost.com': easyPostDocument };

/** Reading the specifications takes longer than making a desk: one checker for each list of hosts. */
const gates = new Map<string, ContractGate | undefined>();

/** The checker; undefined, with one printed line, where it is not beside the repository. */
export function loadContractGate(domainWhitelist: readonly string[]): ContractGate | undefined {
  const hosts = domainWhitelist.join(' ');
  if (!gates.has(hosts)) gates.set(hosts, createContractGate(domainWhitelist));
  return gates.get(hosts);
}

function createContractGate(domainWhitelist: readonly string[]): ContractGate | undefined {
  const gate = loadGate({ domainWhitelist, createOnlyObjects: CREATE_ONLY, documents: OWN_DOCUMENTS });
  if (gate === undefined) return undefined;
  return {
    check: (options) => gate.checkZaf(AsGiven.parse(options)).problems,
    checkAnswer: (answer) => gate.checkResponse(answer).problems,
    used: () => gate.report().map(({ host, used }) => ({ host, used })),
  };
}

/** The checker reads what it knows and accepts anything; the app's own type is stricter than what may arrive. */
const AsGiven = z.custom<ZafRequest>();
