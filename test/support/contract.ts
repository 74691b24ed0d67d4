import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { ownStripeDocument } from './own-stripe-document.ts';
import { ownZendeskDocument } from './own-zendesk-document.ts';
import type { ZafRequest } from '../../src/systems/zendesk/zaf-client.ts';

type Verdict = {
  readonly ok: boolean;
  readonly covered: boolean;
  readonly operation?: string;
  readonly problems: readonly string[];
};

/** The part of the contract checker that tests use. */
export type Gate = {
  /** Compares one request with the vendors' specifications; throws `ContractError` where it breaks them. */
  assertZaf(request: ZafRequest): void;
  checkZaf(request: ZafRequest): Verdict;
  /** Whether a fake's answer has the documented shape. */
  checkResponse(answer: { method: string; url: string; status: number; body: unknown }): Verdict;
  report(): readonly {
    readonly host: string;
    readonly used: Readonly<Record<string, number>>;
    readonly unused: readonly string[];
  }[];
};

export type GateSettings = {
  readonly domainWhitelist?: readonly string[];
  /** Custom objects whose records are never changed. */
  readonly createOnlyObjects?: readonly string[];
  /** Own OpenAPI documents by host, for systems that the checker has none of. */
  readonly documents?: Readonly<Record<string, object>>;
};

type Contract = { check(request: object): Verdict; checkResponse(answer: object): Verdict };
type Rule = { readonly name: string; test(request: object, settings: object): string | undefined };
type ContractModule = {
  createGate(settings: object): Gate & { check(request: object): Verdict };
  createContract(document: object): Contract;
  fromZafRequest(options: object): {
    method: string;
    url: string;
    headers: Record<string, string>;
    body: unknown;
  };
  defaultRules: readonly Rule[];
  ContractError: new (result: object) => Error;
};

const file = resolve(process.cwd(), '../shared/contract/contract.mjs');

/** Whether the contract checker is at hand. Tests that need it are skipped by name where it is not. */
export const contractPresent = existsSync(file);
const whyAbsent = 'contract checks SKIPPED: folder ../shared/contract is not here';

/** The checker of requests against the vendors' specifications; undefined, with one warning, where it is not at hand. */
export function loadGate(settings: GateSettings): Gate | undefined {
  if (!contractPresent) {
    warnOnce();
    return undefined;
  }
  // Not import(): with jsdom Vitest refuses files outside the project.
  const contracts: ContractModule = createRequire(file)(file) as ContractModule;
  return withOwnDocument(contracts, settings);
}

/** Small documents of our own for operations that the checker's documents lack, by the host that they belong to. */
const ownDocuments = [
  { host: 'example.zendesk.com', document: ownZendeskDocument },
  { host: 'api.stripe.com', document: ownStripeDocument },
];

/** Operations of our own documents are compared with those, under the same rules; everything else with the checker's. */
function withOwnDocument(contracts: ContractModule, settings: GateSettings): Gate {
  const gate = contracts.createGate(settings);
  const own = ownDocuments.map(({ host, document }) => ({
    host,
    contract: contracts.createContract(document),
    paths: pathsOf(document),
  }));
  const placeOf = (url: string) => new URL(url, 'https://example.zendesk.com');
  const ownOf = (url: string) => {
    const { host, pathname } = placeOf(url);
    return own.find((one) => one.host === host && one.paths.some((path) => path.test(pathname)));
  };
  const checkZaf = (request: ZafRequest): Verdict => {
    const ours = ownOf(request.url);
    if (ours === undefined) return gate.checkZaf(request);
    const full = {
      ...contracts.fromZafRequest(request),
      host: ours.host,
      path: placeOf(request.url).pathname,
    };
    const broken = contracts.defaultRules.flatMap((rule) => rule.test(full, settings) ?? []);
    const result = ours.contract.check(full);
    const problems = [...result.problems, ...broken];
    return { ...result, covered: true, ok: problems.length === 0, problems };
  };
  return {
    checkZaf,
    assertZaf: (request) => {
      const result = checkZaf(request);
      if (!result.ok)
        throw new contracts.ContractError({ method: request.type, url: request.url, ...result });
    },
    checkResponse: (answer) => (ownOf(answer.url)?.contract ?? gate).checkResponse(answer),
    report: () => gate.report(),
  };
}

const pathsOf = ({ paths }: { readonly paths: object }): readonly RegExp[] =>
  Object.keys(paths).map((path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}(\\.json)?$`));

let hasWarned = false;
function warnOnce(): void {
  if (!hasWarned) process.stderr.write(`${whyAbsent}\n`);
  hasWarned = true;
}
