import { createZendeskFake } from '../../desk/fakes/zendesk/zendesk-fake.ts';
import type { Fake } from '../../desk/fakes/fake.ts';
import type { ActionContext } from '../../src/app/ports/actions.ts';
import type { ReadRequest } from '../../src/app/ports/records.ts';
import type { Ticket } from '../../src/app/ports/ticket-desk.ts';
import type { Approval, VerifiedApproval } from '../../src/domain/decisions/approval.ts';
import type { Preparation, Target } from '../../src/domain/decisions/proposal.ts';
import type { FactJson } from '../../src/domain/facts/fact-json.ts';
import type { Parameters, ProposalCommand } from '../../src/domain/run/commands.ts';
import { createMemoryStore } from '../../src/systems/memory/key-value-store.ts';
import { createRequestBudget } from '../../src/systems/transport/request-budget.ts';
import type { Transport } from '../../src/systems/transport/transport.ts';
import { createZafTransport } from '../../src/systems/transport/zaf-transport.ts';
import { checkedClient } from '../support/checked-client.ts';
import type { FakeZaf } from '../support/fake-zaf-client.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';
import { sampleZendesk } from '../support/sample-zendesk.ts';

export const shopHost = 'sample-shop.myshopify.com';
export const salesforceHost = 'sample.my.salesforce.com';

/** Systems that no code knows, described by documents. */
const customApis = { depot: 'api.depot.example', vault: 'api.vault.example' };

/** The keys that the proxy fills in and the fakes expect. */
export const secure = {
  stripe_key: 'rk_test_sample',
  shopify_token: 'shpat_sample',
  easypost_key: 'EZTK_sample',
  anthropic_key: 'sk-ant-sample',
  custom_api_secret_1: 'depot-sample',
  custom_api_secret_2: 'vault-sample',
  hubspot_token: 'pat-sample',
  salesforce: 'sample-access-token',
};

export type AdapterWorld = {
  readonly transport: Transport;
  readonly clock: ManualClock;
  readonly zaf: FakeZaf;
  /** The day in the zone of the account, Berlin. */
  readonly dateOf: (instant: string) => string;
  /** `GET /v1/customers`, in order, without what stands behind the path. */
  readonly sent: () => readonly string[];
  /** Waits for an answer while time passes, so that repetitions get their turn. */
  readonly settled: <T>(work: Promise<T>) => Promise<T>;
};

export type AdapterWorldOptions = {
  readonly fakes: readonly Fake[];
  readonly clock?: ManualClock;
  /** Specifications of hosts that the contract checker has none of. */
  readonly documents?: Readonly<Record<string, object>>;
  /** Other keys than the systems expect. */
  readonly keys?: Readonly<Record<string, string>>;
};

/** An adapter's surroundings: the real transport over the fake client, which checks every request against the contracts. */
export function createAdapterWorld({
  fakes,
  documents = {},
  keys = secure,
  ...options
}: AdapterWorldOptions): AdapterWorld {
  const clock = options.clock ?? createManualClock();
  const seed = { ...sampleZendesk, installation: { id: 77, appId: 7, settings: {}, secure: keys } };
  const zendesk = createZendeskFake(seed, () => clock.now());
  const zaf = checkedClient({
    zendesk,
    systems: fakes,
    clock,
    userId: 2,
    ticketId: 12,
    customerHosts: [shopHost, salesforceHost, ...Object.values(customApis)],
    documents,
  });
  const transport = createZafTransport({
    client: zaf.client,
    origins: {
      stripe: 'https://api.stripe.com',
      shopify: `https://${shopHost}`,
      easypost: 'https://api.easypost.com',
      assistant: 'https://api.anthropic.com',
      ...Object.fromEntries(Object.entries(customApis).map(([system, host]) => [system, `https://${host}`])),
      hubspot: 'https://api.hubapi.com',
      salesforce: `https://${salesforceHost}`,
    },
    clock,
    random: () => 0.5,
    budget: createRequestBudget({
      clock,
      store: createMemoryStore(),
      limits: { perMinute: 1000, reservedForPerson: 20, atOnce: 4 },
    }),
  });
  return {
    transport,
    clock,
    zaf,
    dateOf: (instant) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date(instant)),
    sent: () => zaf.requests.map(({ type, url }) => `${type} ${new URL(url).pathname}`),
    settled: (work) => settled(work, clock),
  };
}

async function settled<T>(work: Promise<T>, clock: ManualClock): Promise<T> {
  const progress = { isDone: false };
  const done = work.finally(() => {
    progress.isDone = true;
  });
  for (let turn = 0; turn < 200 && !progress.isDone; turn += 1) await clock.advance(1_000);
  return done;
}

export const requesterAddress = 'sample.customer@example.com';

export function sampleTicket(email: string | null = requesterAddress, id = '4512'): Ticket {
  return {
    id,
    updatedAt: '2026-11-20T08:30:00Z',
    status: 'open',
    url: `https://sample.zendesk.com/agent/tickets/${id}`,
    facts: { 'requester email': email },
    messages: [],
  };
}

/** A request for one fact, such as `stripe.customer.dispute_count`. */
export function readRequest(
  source: string,
  given: Partial<Pick<ReadRequest, 'ticket' | 'records' | 'freshness'>> & {
    readonly facts?: Readonly<Record<string, FactJson>>;
    readonly declaredRecord?: string;
  } = {},
): ReadRequest {
  const [system = '', record = '', field = ''] = source.split('.');
  const { facts = {}, declaredRecord, ...rest } = given;
  return {
    fact: 'a fact',
    type: { kind: 'text' },
    source: { from: 'system', system, record, field, customField: undefined, declaredRecord },
    records: [],
    ticket: sampleTicket(),
    keyFact: (name) => facts[name],
    chosen: () => undefined,
    freshness: 'shared',
    ...rest,
  };
}

export function actionContext(
  facts: Readonly<Record<string, FactJson>> = {},
  ticket = sampleTicket(),
): ActionContext {
  return {
    ticket,
    runId: `${ticket.id}-1`,
    sop: { id: 'late-parcel', version: 5, title: 'Late parcel' },
    records: [],
    keyFact: (name) => facts[name],
    chosen: () => undefined,
    traceText: '',
  };
}

export function proposal(operation: string, parameters: Parameters): ProposalCommand {
  return { kind: 'propose', action: 'an action', operation, parameters, needs: undefined, attempt: 0 };
}

/** The target of a preparation that must be ready. */
export function targetOf(preparation: Preparation): Target {
  if (preparation.is !== 'ready') throw new Error(`not ready: ${preparation.failure.reason}`);
  return preparation.target;
}

/** What `verifyApproval` would make of an approval of exactly this. */
export function verified(
  operation: string,
  parameters: Parameters,
  target: Target,
  given: { readonly key?: string; readonly at?: string } = {},
): VerifiedApproval {
  const approval: Approval = {
    runId: '4512-1',
    command: '3.1>1.1',
    operation,
    parameters,
    target,
    sopHash: 'hash',
    ticketUpdatedAt: '2026-11-20T08:30:00Z',
    digest: 'digest',
    by: { id: '2', name: 'Sample Agent' },
    at: given.at ?? '2026-11-20T08:59:00.000Z',
  };
  return {
    approval,
    key: given.key ?? 'signoff-sample-4512-1-3.1>1.1-0a1b2c3d',
  } as unknown as VerifiedApproval;
}
