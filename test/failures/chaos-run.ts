import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { AGENTS } from '../../desk/world/people.ts';
import type { ProposalView } from '../../src/app/proposal-view.ts';
import type { RunView } from '../../src/app/run-view.ts';
import type { SidebarCommand } from '../../src/app/sidebar-command.ts';
import type { AskedFact, WaitingView } from '../../src/app/waiting-view.ts';
import type { FactJson } from '../../src/domain/facts/fact-json.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';
import { createFailingClient, type FailingClient } from './failing-client.ts';
import { failures } from './failure.ts';
import { seededRandom } from './seeded-random.ts';
import { pass } from './work-a-run.ts';

/** What came of a run in which everything happened by chance. */
export type ChaosRun = {
  readonly ticketId: number;
  /** `closed`, `escalated` …; or what the run waits for, by name. */
  readonly end: string;
  /** Whether the run is over or waits for something that a person can see. */
  readonly isNamed: boolean;
  /** In cents: what left the payment systems, and what was approved and is known to have succeeded. */
  readonly moneyOut: number;
  readonly moneyApproved: number;
  readonly faults: number;
  readonly reopened: number;
  readonly contract: readonly string[];
};

/** One request in twelve fails. */
const faultRate = 1 / 12;
const mostMoves = 25;

/** Works on a ticket with a random rep, random failures and tabs that close at random; then all is well, and what is unknown is cleared up. */
export async function runChaos(ticketId: number, seed: number): Promise<ChaosRun> {
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now() });
  holdAllRoles(desk);
  const chaos = new Chaos(desk, clock, ticketId, seededRandom(seed));
  return chaos.run();
}

/** The rep of this desk is in every team, so that every gate can be answered in one sidebar. */
function holdAllRoles({ state }: NodeDesk): void {
  const { settings } = state.systems.zendesk.state;
  const teams = String(settings['teams']);
  settings['teams'] = teams.replaceAll(/(group|role) \d+/g, `group ${AGENTS.rep.groupIds[0]}`);
}

class Chaos {
  readonly #desk: NodeDesk;
  readonly #clock: ManualClock;
  readonly #ticketId: number;
  readonly #random: () => number;
  #isWell = false;
  #faults = 0;
  #reopened = 0;
  #tab: FailingClient | undefined;
  #sidebar: DeskSidebar | undefined;

  constructor(desk: NodeDesk, clock: ManualClock, ticketId: number, random: () => number) {
    this.#desk = desk;
    this.#clock = clock;
    this.#ticketId = ticketId;
    this.#random = random;
  }

  async run(): Promise<ChaosRun> {
    await this.#open();
    for (let move = 0; move < mostMoves && !this.#isEnded(); move += 1) {
      if (this.#chance(0.04)) await this.#reopen();
      this.#move();
      await this.#rest();
    }
    this.#isWell = true;
    await this.#clearUp();
    return this.#result();
  }

  /** Everything answers again: nothing that was begun may stay unknown. */
  async #clearUp(): Promise<void> {
    await this.#reopen();
    for (let round = 0; round < 12; round += 1) {
      await this.#rest();
      await pass(this.#clock, 6 * 60_000);
      const unclear = this.#proposals().find(
        ({ state }) => state.is === 'unknown' && state.check.is === 'cannot-tell',
      );
      if (unclear) this.#send({ type: 'settle-unknown', command: unclear.id, settlement: 'ask-again' });
      else if (this.#phase()?.is === 'could-not-load') this.#send({ type: 'retry-load' });
      else if (this.#proposals().every(({ state }) => !isUnderWay(state.is))) break;
    }
    await this.#rest();
  }

  async #open(): Promise<void> {
    const place = { ticketId: this.#ticketId, user: AGENTS.rep.id };
    const client = this.#desk.zafClientFor(place);
    for (;;) {
      const tab = createFailingClient({ client, clock: this.#clock, failureOf: () => this.#failure() });
      this.#tab = tab;
      const opening = openDeskSidebar(this.#desk, { ...place, clock: this.#clock, client: tab.client });
      this.#sidebar = await this.#whileTimePasses(opening);
      if (this.#sidebar) break;
    }
    await this.#rest();
  }

  async #reopen(): Promise<void> {
    this.#tab?.close();
    this.#reopened += 1;
    await pass(this.#clock, 1000);
    await this.#open();
  }

  /** Undefined where the page could not be drawn at all: the rep reloads it. */
  async #whileTimePasses<T>(work: Promise<T>): Promise<T | undefined> {
    const state: { value?: T; isOver: boolean } = { isOver: false };
    const watch = async () => {
      const [answer] = await Promise.allSettled([work]);
      if (answer.status === 'fulfilled') state.value = answer.value;
      state.isOver = true;
    };
    void watch();
    for (let turn = 0; turn < 40 && !state.isOver; turn += 1) await pass(this.#clock, 2000);
    return state.value;
  }

  #failure() {
    if (this.#isWell || !this.#chance(faultRate)) return undefined;
    this.#faults += 1;
    return this.#oneOf(failures);
  }

  /** A while, until nothing is under way any more. */
  async #rest(): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) {
      await pass(this.#clock, turn < 8 ? 200 : 4000);
      const isBusy = this.#proposals().some(
        ({ state }) => state.is === 'approving' || state.is === 'running',
      );
      const phase = this.#phase()?.is;
      if (turn > 1 && !isBusy && phase !== 'connecting' && phase !== 'loading') return;
    }
  }

  #move(): void {
    const phase = this.#phase();
    if (phase?.is === 'could-not-load') return this.#send({ type: 'retry-load' });
    if (phase?.is === 'several-sops' || phase?.is === 'no-sop') {
      const sop = phase.match.candidates[0]?.sop.id;
      return sop === undefined ? undefined : this.#send({ type: 'choose-sop', sop });
    }
    if (phase?.is !== 'running') return;
    const command = this.#commandFor(phase.run);
    if (command) this.#send(command);
  }

  #commandFor(run: RunView): SidebarCommand | undefined {
    if (this.#chance(0.02)) return { type: 'take-over', reason: 'by hand' };
    const proposal = this.#proposals().find(({ state }) =>
      ['waiting', 'stale', 'expired', 'refused', 'unknown'].includes(state.is),
    );
    if (proposal) return this.#decide(proposal);
    const waiting = run.waitingFor.find(({ isSending }) => !isSending);
    return waiting && this.#answer(waiting);
  }

  #decide({ id, state, parameters, preparation }: ProposalView): SidebarCommand {
    if (state.is === 'unknown') return { type: 'settle-unknown', command: id, settlement: 'ask-again' };
    if (preparation.is === 'impossible' && preparation.choice) {
      const { system, record, candidates } = preparation.choice;
      const chosen = this.#oneOf([...candidates, undefined]);
      return {
        type: 'choose-record',
        command: id,
        system,
        record,
        id: chosen?.id ?? null,
        name: chosen?.name ?? '',
      };
    }
    if (state.is !== 'waiting') return { type: 'compute-again', command: id };
    if (preparation.is !== 'ready' || this.#chance(0.1))
      return { type: 'reject', command: id, reason: 'It does not fit.' };
    return { type: 'approve', command: id, parameters: this.#edited(parameters) };
  }

  /** Now and then the rep gives less back than was proposed. */
  #edited(parameters: ProposalView['parameters']): ProposalView['parameters'] {
    const amount = parameters['amount'];
    if (typeof amount !== 'string' || !this.#chance(0.3)) return parameters;
    const cents = centsOf(amount);
    const less = Math.max(1, Math.floor(cents * this.#random()));
    return { ...parameters, amount: `USD ${(less / 100).toFixed(2)}` };
  }

  #answer(waiting: WaitingView): SidebarCommand | undefined {
    const command = waiting.id;
    const answer = this.#chance(0.75) ? 'yes' : 'no';
    switch (waiting.kind) {
      case 'gate':
        return { type: 'answer-gate', command, answer, reason: 'I have looked.' };
      case 'judgement':
        return { type: 'answer-judgement', command, answer, reason: 'I have looked.' };
      case 'question':
        return { type: 'answer-question', command, answer: this.#chance(0.2) ? 'yes' : 'no' };
      case 'missing':
        if (this.#chance(0.5) || waiting.missing.length === 0) return { type: 'read-again', command };
        return { type: 'give-facts', command, facts: waiting.missing.map((fact) => this.#fact(fact)) };
      case 'extract':
        return {
          type: 'give-facts',
          command,
          facts: waiting.facts.map((fact) =>
            this.#chance(0.5) ? { fact: fact.name, value: null } : this.#fact(fact),
          ),
        };
      case 'deviation':
        return { type: 'choose-deviation', command, choice: this.#chance(0.6) ? 'go-on' : 'stop' };
      case 'hold':
        return this.#chance(0.5) ? { type: 'end-hold', command } : { type: 'read-again', command };
      case 'record': {
        const { system, record, candidates } = waiting.choice;
        const chosen = this.#oneOf([...candidates, undefined]);
        return {
          type: 'choose-record',
          command,
          system,
          record,
          id: chosen?.id ?? null,
          name: chosen?.name ?? '',
        };
      }
      case 'manual':
        return { type: 'tick-manual', command, note: undefined };
      case 'customer-answer':
        this.#desk.customerWrites({ ticketId: this.#ticketId, text: 'Here it is.', attachments: [] });
        return undefined;
    }
  }

  #fact({ name, type }: AskedFact): { fact: string; value: FactJson } {
    switch (type.kind) {
      case 'text':
        return { fact: name, value: 'as seen' };
      case 'number':
      case 'count':
        return { fact: name, value: Math.floor(this.#random() * 4) };
      case 'money':
        return { fact: name, value: `${type.currency ?? 'USD'} ${Math.floor(this.#random() * 400)}` };
      case 'yes-no':
        return { fact: name, value: this.#chance(0.5) };
      case 'date':
        return { fact: name, value: '2026-11-10' };
      case 'duration':
        return { fact: name, value: 'PT1H' };
      case 'list':
        return { fact: name, value: [] };
      case 'choice':
        return { fact: name, value: this.#oneOf(type.options) ?? '' };
    }
  }

  #result(): ChaosRun {
    const phase = this.#phase();
    const end = this.#endOf();
    const successes = this.#proposals().filter(
      ({ operation, state }) => movesMoney.has(operation) && state.is === 'succeeded',
    );
    this.#tab?.close();
    return {
      ticketId: this.#ticketId,
      end,
      isNamed: phase?.is === 'ended' || end !== 'nothing',
      moneyOut: moneyOut(this.#desk),
      moneyApproved: successes.reduce(
        (sum, { parameters }) => sum + centsOf(parameters['amount'] ?? null),
        0,
      ),
      faults: this.#faults,
      reopened: this.#reopened,
      contract: (this.#desk.contract?.read().requests ?? []).map(
        ({ url, problems }) => `${url}: ${problems.join('; ')}`,
      ),
    };
  }

  #endOf(): string {
    const phase = this.#phase();
    if (phase?.is === 'ended') return phase.outcome.is;
    if (phase?.is !== 'running') return phase?.is === 'could-not-load' ? 'nothing' : (phase?.is ?? 'nothing');
    const [waiting] = phase.run.waitingFor;
    if (waiting) return `waits: ${waiting.kind}`;
    const open = this.#proposals().find(
      ({ state }) => !['succeeded', 'failed', 'rejected', 'planned'].includes(state.is),
    );
    return open ? `waits: a proposal that is ${open.state.is}` : 'nothing';
  }

  #proposals(): readonly ProposalView[] {
    return this.#sidebar?.proposals() ?? [];
  }

  #phase() {
    return this.#sidebar?.store.getState().phase;
  }

  #isEnded(): boolean {
    return this.#phase()?.is === 'ended';
  }

  #send(command: SidebarCommand): void {
    this.#sidebar?.store.send(command);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #oneOf<T>(options: readonly [T, ...T[]]): T;
  #oneOf<T>(options: readonly T[]): T | undefined;
  #oneOf<T>(options: readonly T[]): T | undefined {
    return options[Math.floor(this.#random() * options.length)];
  }
}

const isUnderWay = (state: string) => state === 'approving' || state === 'running' || state === 'unknown';

const movesMoney = new Set([
  'stripe.refund',
  'shopify.refund',
  'shopify.store_credit',
  'stripe.credit_customer',
]);

/** What the payment system gave back, in cents. The starter SOPs move no money elsewhere. */
function moneyOut({ state }: NodeDesk): number {
  return state.systems.stripe.state.refunds
    .filter(({ status }) => status !== 'failed')
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** `USD 142.1` in cents. */
function centsOf(amount: FactJson): number {
  const [, units = '0', fraction = ''] =
    /(\d+)(?:\.(\d+))?$/.exec(typeof amount === 'string' ? amount : '') ?? [];
  return Number(units) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2));
}
