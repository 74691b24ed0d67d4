import { createHash } from 'node:crypto';
import type { AppPorts } from '../../src/app/app-ports.ts';
import type { Actions, Reconciliation } from '../../src/app/ports/actions.ts';
import type { Assistant } from '../../src/app/ports/assistant.ts';
import type { BrowserLock, Ledger } from '../../src/app/ports/ledger.ts';
import type { PublishedSop } from '../../src/app/ports/library.ts';
import type { ReadAnswer } from '../../src/app/ports/records.ts';
import type { CurrentUser, Ticket } from '../../src/app/ports/ticket-desk.ts';
import type { ActionKind, ParameterKind } from '../../src/domain/decisions/action-kind.ts';
import type { Preparation } from '../../src/domain/decisions/proposal.ts';
import type { FactJson } from '../../src/domain/facts/fact-json.ts';
import type { ExecutionResult, Failure } from '../../src/domain/run/events.ts';
import { isRunnable, parseSop } from '../../src/domain/sop/parse-sop.ts';
import { createBrowserLock } from '../../src/systems/memory/browser-lock.ts';
import { createMemoryLedger } from '../../src/systems/memory/memory-ledger.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

/** What was really done outside. There is no idempotency here: whatever is called twice happens twice, and shows. */
type Done = {
  readonly key: string;
  readonly operation: string;
  readonly command: string;
  readonly amount?: FactJson;
};

/** A small world behind the ports of the application: one ticket, scripted systems, a real ledger. State is plain and may be changed. */
export type AppWorld = {
  readonly clock: ManualClock;
  readonly ledger: Ledger;
  readonly done: Done[];
  /** Calls of ports that cost requests, in order. */
  readonly calls: string[];
  ticket: Ticket;
  user: CurrentUser;
  /** What the systems say, by fact. A failure is a system that does not answer; absent is a record that is not there. */
  readonly facts: Map<string, FactJson | Failure>;
  readonly settings: Map<string, string | boolean>;
  /** What is left to refund. */
  atMost: string;
  /** The payment that a refund would reach. */
  payment: string;
  /** Next executions: how each goes. Absent: it succeeds. */
  readonly fates: ('succeeds' | 'fails' | 'lost-after' | 'lost-before')[];
  /** What the system says when it is asked about a lost answer. */
  canTell: boolean;
  assistant: Assistant;
  readonly sops: PublishedSop[];
  ticketChanged(): void;
  /** A browser of its own: ports with a lock that no other browser shares. */
  browser(user?: CurrentUser): AppPorts;
};

const sampleTicket: Ticket = {
  id: '4512',
  updatedAt: '2026-11-20T08:55:00Z',
  status: 'open',
  url: 'https://support.example.com/agent/tickets/4512',
  facts: {
    'ticket form': 'Shipping',
    'ticket tags': ['late_parcel'],
    'ticket status': 'open',
    'ticket subject': 'Where is my parcel?',
    'ticket language': 'en-US',
    'requester name': 'Sample Customer',
    'requester email': 'customer@example.com',
  },
  messages: [
    {
      id: 'm1',
      from: 'customer',
      author: 'Sample Customer',
      text: 'Where is my parcel?',
      at: '2026-11-20T08:50:00Z',
      attachments: [],
    },
  ],
};

export const sampleRep: CurrentUser = {
  id: '7',
  name: 'Sample Rep',
  isAdmin: false,
  mayChangeTickets: true,
  memberOf: ['group 1'],
  locale: 'en-US',
  timeZone: 'Europe/Berlin',
};

const silentAssistant: Assistant = { isOn: false, extract: async () => ({ is: 'off' }) };

export const unavailable: Failure = { code: 'unavailable', reason: 'It does not answer.' };

function publish(text: string): PublishedSop {
  const parsed = parseSop(text);
  if (!isRunnable(parsed) || !parsed.sop) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return { sop: parsed.sop, hash: sha256(text) };
}

export function createAppWorld(...texts: readonly string[]): AppWorld {
  const clock = createManualClock();
  const listeners = new Set<() => void>();
  let nextId = 0;
  const world: AppWorld = {
    clock,
    ledger: createMemoryLedger(clock),
    done: [],
    calls: [],
    ticket: sampleTicket,
    user: sampleRep,
    facts: new Map(),
    settings: new Map(),
    atMost: 'USD 1000',
    payment: 'ch_1',
    fates: [],
    canTell: true,
    assistant: silentAssistant,
    sops: texts.map(publish),
    ticketChanged: () => {
      for (const listener of listeners) listener();
    },
    browser: (user) => ({
      desk: {
        ticket: async () => world.ticket,
        currentUser: async () => user ?? world.user,
        openTicket: async () => undefined,
        onTicketChanged: (callback) => {
          listeners.add(callback);
          return () => listeners.delete(callback);
        },
      },
      settings: { read: async () => Object.fromEntries(world.settings) },
      library: {
        published: async () => called('library.published', { sops: world.sops, unusable: [] }),
        version: async ({ hash }) =>
          called(
            'library.version',
            world.sops.find((sop) => sop.hash === hash),
          ),
      },
      records: {
        read: async ({ fact, source }) => called(`read ${fact}`, readAnswer(world, fact, source)),
        keyFacts: (source, _, declared) =>
          source.system === 'shopify' ? declared.filter((name) => name === 'order number') : [],
      },
      actions: createActions(world),
      assistant: {
        isOn: world.assistant.isOn,
        extract: async (request) => called('extract', await world.assistant.extract(request)),
      },
      ledger: countedLedger(world),
      lock: pageLock(),
      clock,
      ids: { next: () => `id-${(nextId += 1)}` },
      hasher: { sha256: async (text) => sha256(text) },
    }),
  };
  function called<T>(name: string, answer: T): T {
    world.calls.push(name);
    return answer;
  }
  return world;
}

function readAnswer(
  world: AppWorld,
  fact: string,
  source: { system: string; record: string; field: string },
): ReadAnswer {
  const said = world.facts.get(fact);
  const observedAt = world.clock.now();
  const from = { from: 'system', system: source.system, record: source.record, field: source.field } as const;
  if (said === undefined)
    return { is: 'read', reading: { is: 'none', because: 'not-found' }, source: from, observedAt };
  if (typeof said === 'object' && said !== null && 'code' in said)
    return { is: 'failed', system: source.system, failure: said };
  return { is: 'read', reading: { is: 'value', value: said }, source: from, observedAt };
}

const text = { kind: 'text' } as const;
const parameter = (name: string, of: Partial<ParameterKind> = {}): ParameterKind => ({
  name,
  type: text,
  required: false,
  editable: false,
  limits: [],
  ...of,
});
const zendesk = (operation: string, ...parameters: readonly ParameterKind[]): ActionKind => ({
  operation: `zendesk.${operation}`,
  system: 'zendesk',
  parameters,
  risk: 'low',
  movesMoney: false,
  onceBy: 'safe-update',
  undo: undefined,
  preview: [],
  confirmedBy: 'answer',
  reconciledBy: 'audit',
});

const amount = parameter('amount', {
  type: { kind: 'money', currency: undefined },
  required: true,
  editable: true,
  limits: ['positive', 'at-most-proposed'],
});

const sampleKinds: readonly ActionKind[] = [
  {
    operation: 'stripe.refund',
    system: 'stripe',
    parameters: [amount],
    risk: 'high',
    movesMoney: true,
    onceBy: 'provider-key',
    undo: undefined,
    preview: [],
    confirmedBy: 'answer',
    reconciledBy: 'key',
  },
  zendesk('draft_reply', parameter('text', { required: true, editable: true, long: true })),
  zendesk('ask_customer', parameter('text', { required: true, editable: true, long: true })),
  zendesk(
    'set_field',
    parameter('record'),
    parameter('field'),
    parameter('custom_field'),
    parameter('value', { editable: true }),
  ),
  zendesk('escalate', parameter('team'), parameter('because')),
  zendesk('notify', parameter('team'), parameter('message')),
  zendesk('add_tag', parameter('tag')),
];

function createActions(world: AppWorld): Actions {
  const kind = (operation: string) => sampleKinds.find((of) => of.operation === operation);
  return {
    kinds: sampleKinds,
    kind,
    prepare: async (proposal, context, freshness): Promise<Preparation> => {
      world.calls.push(`prepare ${proposal.operation} ${freshness}`);
      const isRefund = proposal.operation === 'stripe.refund';
      const target = isRefund
        ? { ids: { charge: world.payment }, name: `Card ${world.payment}` }
        : { ids: { ticket: context.ticket.id }, name: 'Ticket' };
      return { is: 'ready', target, preview: [], atMost: isRefund ? { amount: world.atMost } : {} };
    },
    execute: async ({ approval, key }): Promise<ExecutionResult> => {
      world.calls.push(`execute ${approval.operation}`);
      const fate = world.fates.shift() ?? 'succeeds';
      if (fate === 'fails') return { is: 'failed', failure: { code: 'refused', reason: 'Card is closed.' } };
      if (fate === 'lost-before')
        return { is: 'unknown', failure: { code: 'unknown-outcome', reason: 'No answer.' } };
      const { operation, command, parameters } = approval;
      const value = parameters['amount'];
      world.done.push({ key, operation, command, ...(value === undefined ? {} : { amount: value }) });
      if (fate === 'lost-after')
        return { is: 'unknown', failure: { code: 'unknown-outcome', reason: 'No answer.' } };
      return { is: 'succeeded', reference: `done-${world.done.length}` };
    },
    reconcile: async ({ key }): Promise<Reconciliation> => {
      world.calls.push('reconcile');
      if (!world.canTell) return { is: 'cannot-tell', how: 'The list does not answer.' };
      const found = world.done.some((action) => action.key === key);
      return found
        ? { is: 'happened', result: { is: 'succeeded', reference: 'found' }, how: 'found in the list' }
        : { is: 'did-not-happen', how: 'not in the list' };
    },
  };
}

function countedLedger({ ledger, calls }: AppWorld): Ledger {
  const counted =
    <T extends readonly unknown[], R>(name: string, method: (...parameters: T) => R) =>
    (...parameters: T): R => {
      calls.push(`ledger.${name}`);
      return method(...parameters);
    };
  return {
    keptIn: 'zendesk',
    latestRun: counted('latestRun', (ticketId) => ledger.latestRun(ticketId)),
    startRun: counted('startRun', (run) => ledger.startRun(run)),
    save: counted('save', (run) => ledger.save(run)),
    claim: counted('claim', (claim) => ledger.claim(claim)),
    recordResult: counted('recordResult', (claim, result) => ledger.recordResult(claim, result)),
    claims: counted('claims', (runId, commands) => ledger.claims(runId, commands)),
  };
}

function pageLock(): BrowserLock {
  return createBrowserLock(undefined);
}

function sha256(of: string): string {
  return createHash('sha256').update(of).digest('hex');
}
