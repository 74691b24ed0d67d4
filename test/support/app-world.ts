import { createHash } from 'node:crypto';
import type { AppPorts } from '../../src/app/app-ports.ts';
import type { Actions, Reconciliation } from '../../src/app/ports/actions.ts';
import type { Assistant } from '../../src/app/ports/assistant.ts';
import type { BrowserLock, Ledger } from '../../src/app/ports/ledger.ts';
import type { PublishedSop } from '../../src/app/ports/library.ts';
import type { ChosenRecord, ReadAnswer, ReadRequest } from '../../src/app/ports/records.ts';
import type { SystemCheck, Systems } from '../../src/app/ports/systems.ts';
import type { CurrentUser, Ticket } from '../../src/app/ports/ticket-desk.ts';
import type { ActionKind, ParameterKind } from '../../src/domain/decisions/action-kind.ts';
import type { Preparation, RecordChoice } from '../../src/domain/decisions/proposal.ts';
import type { FactJson } from '../../src/domain/facts/fact-json.ts';
import type { AddedAction, ExecutionResult, Failure } from '../../src/domain/run/events.ts';
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
  /** What would take back what an operation does. */
  readonly undos: Map<string, AddedAction>;
  /** Operations to which this person has no right, by what the system says about it. */
  readonly forbidden: Map<string, string>;
  /** Facts of a record of which there are several: what each of them says, by id. */
  readonly several: Map<
    string,
    { readonly choice: RecordChoice; readonly values: ReadonlyMap<string, FactJson> }
  >;
  /** Payments between which a refund cannot decide by itself. */
  payments: RecordChoice | undefined;
  /** What is left to refund. */
  atMost: string;
  /** The payment that a refund would reach. */
  payment: string;
  /** Next executions: how each goes. Absent: it succeeds. */
  readonly fates: ('succeeds' | 'fails' | 'lost-after' | 'lost-before')[];
  /** What the system says when it is asked about a lost answer. */
  canTell: boolean;
  assistant: Assistant;
  /** Whether each system is connected, and when it says so. */
  readonly connections: Map<string, Promise<SystemCheck>>;
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
    undos: new Map(),
    forbidden: new Map(),
    several: new Map(),
    payments: undefined,
    atMost: 'USD 1000',
    payment: 'ch_1',
    fates: [],
    canTell: true,
    assistant: silentAssistant,
    connections: new Map(),
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
        read: async (request) => called(`read ${request.fact}`, readAnswer(world, request)),
        keyFacts: (source, _, declared) =>
          source.system === 'shopify' ? declared.filter((name) => name === 'order number') : [],
      },
      actions: createActions(world),
      systems: createSystems(world),
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

function readAnswer(world: AppWorld, { fact, source, chosen }: ReadRequest): ReadAnswer {
  const said = saidOf(world, fact, chosen);
  const observedAt = world.clock.now();
  const from = { from: 'system', system: source.system, record: source.record, field: source.field } as const;
  if (said === undefined)
    return { is: 'read', reading: { is: 'none', because: 'not-found' }, source: from, observedAt };
  if (typeof said === 'object' && said !== null && 'candidates' in said)
    return {
      is: 'read',
      reading: { is: 'none', because: 'several' },
      source: from,
      observedAt,
      choice: said,
    };
  if (typeof said === 'object' && said !== null && 'code' in said)
    return { is: 'failed', system: source.system, failure: said };
  return { is: 'read', reading: { is: 'value', value: said }, source: from, observedAt };
}

function saidOf(
  world: AppWorld,
  fact: string,
  chosen: ChosenRecord,
): FactJson | Failure | RecordChoice | undefined {
  const several = world.several.get(fact);
  if (!several) return world.facts.get(fact);
  const id = chosen(several.choice.system, several.choice.record);
  const isOffered = several.choice.candidates.some((candidate) => candidate.id === id);
  return id === undefined || !isOffered ? several.choice : several.values.get(id);
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
  zendesk('notify', parameter('team'), parameter('message', { editable: true, long: true })),
  zendesk('add_tag', parameter('tag')),
  zendesk('remove_tag', parameter('tag', { required: true, editable: true })),
];

function createActions(world: AppWorld): Actions {
  const kind = (operation: string) => sampleKinds.find((of) => of.operation === operation);
  return {
    kinds: sampleKinds,
    kind,
    prepare: async (proposal, context, freshness): Promise<Preparation> => {
      world.calls.push(`prepare ${proposal.operation} ${freshness}`);
      const reason = world.forbidden.get(proposal.operation);
      if (reason !== undefined) return { is: 'impossible', failure: { code: 'not-allowed', reason } };
      const isRefund = proposal.operation === 'stripe.refund';
      const choice = isRefund ? world.payments : undefined;
      const chosen = choice && context.chosen(choice.system, choice.record);
      const payment = choice ? choice.candidates.find(({ id }) => id === chosen)?.id : world.payment;
      if (choice && payment === undefined)
        return { is: 'impossible', failure: { code: 'unclear-target', reason: 'Two payments fit.' }, choice };
      const target = isRefund
        ? { ids: { charge: payment ?? '' }, name: `Card ${payment}` }
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
      const undo = world.undos.get(operation);
      return { is: 'succeeded', reference: `done-${world.done.length}`, ...(undo && { undo }) };
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

function createSystems({ connections, calls }: AppWorld): Systems {
  return {
    get names() {
      return [...connections.keys()];
    },
    check: (onAnswer) => {
      calls.push('check systems');
      const hear = (answer: SystemCheck) => {
        onAnswer?.(answer);
        return answer;
      };
      return Promise.all([...connections.values()].map(async (answer) => hear(await answer)));
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
