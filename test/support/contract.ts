import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
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

/**
 * The checker's Zendesk document lacks organizations and the fields of users and organizations; these paths are compared
 * with our own small document, under the same rules.
 */
function withOwnDocument(contracts: ContractModule, settings: GateSettings): Gate {
  const gate = contracts.createGate(settings);
  const own = contracts.createContract(ownZendeskDocument);
  const isOwn = (url: string) =>
    url.startsWith('/') && ownPaths.some((path) => path.test(url.split('?')[0] ?? ''));
  const checkZaf = (request: ZafRequest): Verdict => {
    if (!isOwn(request.url)) return gate.checkZaf(request);
    const { method, url, headers, body } = contracts.fromZafRequest(request);
    const full = {
      ...contracts.fromZafRequest(request),
      method,
      headers,
      body,
      host: 'example.zendesk.com',
      path: url.split('?')[0] ?? '',
    };
    const broken = contracts.defaultRules.flatMap((rule) => rule.test(full, settings) ?? []);
    const result = own.check(full);
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
    checkResponse: (answer) => (isOwn(answer.url) ? own.checkResponse(answer) : gate.checkResponse(answer)),
    report: () => gate.report(),
  };
}

const ownPaths = Object.keys(ownZendeskDocument.paths).map(
  (path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}(\\.json)?$`),
);

let hasWarned = false;
function warnOnce(): void {
  if (!hasWarned) process.stderr.write(`${whyAbsent}\n`);
  hasWarned = true;
}
