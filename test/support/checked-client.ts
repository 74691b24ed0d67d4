import { afterEach } from 'vitest';
import { loadGate, type Gate } from './contract.ts';
import { createFakeZafClient, type FakeZaf, type FakeZafOptions } from './fake-zaf-client.ts';
import { readManifest } from './secure-settings.ts';

export type CheckedOptions = Omit<FakeZafOptions, 'manifest'> & {
  /** Hosts that the manifest of a customer's package adds, such as `example.myshopify.com`. */
  readonly customerHosts?: readonly string[];
  /** Own OpenAPI documents by host, for systems that the contract checker has none of. */
  readonly documents?: Readonly<Record<string, object>>;
};

/** Violations of the running test; they fail it, even where the code under test takes a rejection for an outage. */
const violations: string[] = [];

afterEach(() => {
  const found = violations.splice(0);
  if (found.length > 0) throw new Error(`Contracts were broken:\n- ${found.join('\n- ')}`);
});

const gates = new Map<string, Gate | undefined>();

/** A fake client whose every request is compared with the vendors' specifications, and every answer of a fake with its shape. */
export function checkedClient({ customerHosts = [], documents = {}, ...options }: CheckedOptions): FakeZaf {
  const manifest = readManifest(customerHosts);
  const gate = gateFor(manifest.domainWhitelist, documents);
  return createFakeZafClient({
    ...options,
    manifest,
    onRequest: (request) => {
      options.onRequest?.(request);
      const verdict = gate?.checkZaf(request);
      if (verdict && !verdict.ok)
        violations.push(`${request.type} ${request.url}: ${verdict.problems.join('; ')}`);
    },
    onAnswer: (request, answer) => {
      options.onAnswer?.(request, answer);
      if (!gate || answer.status >= 300 || answer.body === '') return;
      const shape = gate.checkResponse({
        method: request.type,
        url: request.url,
        status: answer.status,
        body: withoutEmptyFields(parsed(answer.body)),
      });
      if (!shape.ok)
        violations.push(`answer to ${request.type} ${request.url}: ${shape.problems.join('; ')}`);
    },
  });
}

/** The operations of the specifications that this test file has used so far, such as `GET /api/v2/tickets/{ticket_id}`. */
export function usedOperations(host: string): readonly string[] {
  const reports = [...gates.values()].flatMap((gate) => gate?.report() ?? []);
  return [...new Set(reports.filter((one) => one.host === host).flatMap(({ used }) => Object.keys(used)))];
}

/** Reading the specifications takes a while: one checker per list of hosts. */
function gateFor(domainWhitelist: readonly string[], documents: Readonly<Record<string, object>>) {
  const key = [...domainWhitelist, ...Object.keys(documents)].join(' ');
  if (!gates.has(key))
    gates.set(
      key,
      loadGate({ domainWhitelist, createOnlyObjects: ['signoff_sop', 'signoff_event'], documents }),
    );
  return gates.get(key);
}

/** Zendesk gives null for an empty custom field; its document forgets that. */
function withoutEmptyFields(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === 'custom_fields' && Array.isArray(value)
      ? value.map((field: Record<string, unknown>) => (field['value'] === null ? { id: field['id'] } : field))
      : value,
  ) as unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
