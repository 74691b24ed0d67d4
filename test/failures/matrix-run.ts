import type { FakeRequest } from '../../desk/fakes/fake.ts';
import { createDesk, type NodeDesk } from '../../desk/node-desk.ts';
import { deskSop } from '../../desk/world/sops.ts';
import type { ProposalView } from '../../src/app/proposal-view.ts';
import { openDeskSidebar, type DeskSidebar } from '../support/desk-sidebar.ts';
import { letTimersRun } from './quick-timers.ts';
import { createManualClock, type ManualClock } from '../support/manual-clock.ts';
import { createFailingClient, type FailingClient } from './failing-client.ts';
import type { Failure } from './failure.ts';
import type { ActionScenario } from './scenario.ts';

/** What became of one approval in one failure. */
export type MatrixRun = {
  /** How the first execution stood when nothing happened any more by itself. */
  readonly first: 'succeeded' | 'failed' | 'unknown' | 'not begun';
  /** How often the effect stood in the outside world by then. */
  readonly effectsThen: number;
  /** How often when the rep had brought the run to its end, and whether it came to one. */
  readonly effects: number;
  readonly ended: boolean;
  /** Executions of it that the run knows as succeeded. */
  readonly successes: number;
  /** What the rep had to do after the approval, in order. */
  readonly steps: readonly string[];
  /** Requests that broke a vendor's specification. */
  readonly contract: readonly string[];
};

export type Tab = 'lives' | 'is closed';

const rep = 9001;

/** Approves the action of a scenario, lets its request fail, and works on as a rep would until the run is over. */
export async function runThrough(scenario: ActionScenario, failure: Failure, tab: Tab): Promise<MatrixRun> {
  const clock = createManualClock('2026-11-20T10:00:00.000Z');
  const desk = await createDesk({ now: () => clock.now(), sops: [deskSop(scenario.sop)] });
  desk.state.systems.zendesk.state.settings['sop_mappings'] = 'ticket status != "" -> scenario';
  scenario.arrange?.(desk);
  const matrixCase = new Case(scenario, desk, clock);
  try {
    return await matrixCase.run(failure, tab);
  } finally {
    await matrixCase.close();
  }
}

class Case {
  readonly #scenario: ActionScenario;
  readonly #desk: NodeDesk;
  readonly #clock: ManualClock;
  readonly #steps: string[] = [];
  /** How requests that change something fail now. */
  #failure: Failure | undefined;
  #failing: FailingClient | undefined;
  #sidebar: DeskSidebar | undefined;

  constructor(scenario: ActionScenario, desk: NodeDesk, clock: ManualClock) {
    this.#scenario = scenario;
    this.#desk = desk;
    this.#clock = clock;
  }

  async run(failure: Failure, tab: Tab): Promise<MatrixRun> {
    const before = this.#effects();
    if (before !== 0)
      throw new Error(`The effect of ${this.#scenario.operation} stands there before the approval.`);
    const failing = await this.#open();
    await this.#until('the proposal can be approved', () => this.#latest()?.preparation.is === 'ready');
    this.#failure = failure;
    this.#approve();
    await this.#pass(10);
    if (tab === 'is closed') await this.#closeWhenMet(failing);
    await this.#until('nothing happens by itself any more', () => this.#isAtRest());
    const first = resultOf(this.#tries()[0]);
    const effectsThen = this.#effects();
    this.#failure = undefined;
    await this.#workToTheEnd();
    return {
      first,
      effectsThen,
      effects: this.#effects(),
      ended: this.#isEnded(),
      successes: this.#tries().filter(({ state }) => state.is === 'succeeded').length,
      steps: this.#steps,
      contract: this.#contract(),
    };
  }

  async close(): Promise<void> {
    await this.#sidebar?.store.close();
    this.#failing?.close();
  }

  async #open(): Promise<FailingClient> {
    const { ticketId, user = rep, system, isWrite } = this.#scenario;
    const client = this.#desk.zafClientFor({ ticketId, user });
    const failureOf = (request: FakeRequest) =>
      isOf(system, request) && isWrite(request) ? this.#failure : undefined;
    const failing = createFailingClient({ client, clock: this.#clock, failureOf });
    this.#sidebar = await openDeskSidebar(this.#desk, {
      ticketId,
      user,
      clock: this.#clock,
      client: failing.client,
    });
    this.#failing = failing;
    return failing;
  }

  /** The tab is gone in the moment of the failure, and the rep opens the ticket again. */
  async #closeWhenMet(failing: FailingClient): Promise<void> {
    const state = { isMet: false };
    const closeTab = async () => {
      await failing.met;
      state.isMet = true;
      failing.close();
    };
    void closeTab();
    await this.#until('the request was sent', () => state.isMet);
    await this.#clock.advance(1000);
    await this.#open();
    await this.#until(
      'the run is taken up',
      () => this.#phase() !== 'connecting' && this.#phase() !== 'loading',
    );
    await this.#clock.advance(1000);
  }

  async #workToTheEnd(): Promise<void> {
    for (let round = 0; round < 12 && !this.#isEnded(); round += 1) {
      const step = this.#nextStep();
      if (step === undefined) {
        await this.#pass(60_000);
        continue;
      }
      this.#steps.push(step.name);
      step.take();
      await this.#pass(1000);
      await this.#until(`rest after “${step.name}”`, () => this.#isAtRest());
    }
  }

  /** What a rep would do next; undefined where there is nothing to do but to wait. */
  #nextStep(): { readonly name: string; readonly take: () => void } | undefined {
    const proposal = this.#latest();
    const run = this.#run();
    const waiting = run?.waitingFor[0];
    if (proposal?.state.is === 'unknown') {
      const settlement = this.#effects() > 0 ? 'happened' : 'did-not-happen';
      return {
        name: `looks, and says that it ${settlement === 'happened' ? 'happened' : 'did not happen'}`,
        take: () => this.#send({ type: 'settle-unknown', command: proposal.id, settlement }),
      };
    }
    if (
      proposal?.state.is === 'stale' ||
      proposal?.state.is === 'expired' ||
      (proposal?.state.is === 'refused' && proposal.preparation.is !== 'ready')
    )
      return {
        name: 'has it computed again',
        take: () => this.#send({ type: 'compute-again', command: proposal.id }),
      };
    if (proposal?.state.is === 'waiting' || proposal?.state.is === 'refused') {
      if (proposal.preparation.is === 'ready') return { name: 'approves', take: () => this.#approve() };
      if (proposal.preparation.is === 'impossible')
        return {
          name: `rejects, because it cannot be done: ${proposal.preparation.failure.reason}`,
          take: () => this.#send({ type: 'reject', command: proposal.id, reason: 'It cannot be done.' }),
        };
    }
    if (waiting?.kind === 'missing')
      return { name: 'tries again', take: () => this.#send({ type: 'read-again', command: waiting.id }) };
    if (waiting?.kind === 'deviation')
      return {
        name: 'goes on without it',
        take: () => this.#send({ type: 'choose-deviation', command: waiting.id, choice: 'go-on' }),
      };
    return undefined;
  }

  /** Only people are needed, or time that nobody names; something that is still being asked is no rest. */
  #isAtRest(): boolean {
    if (this.#isEnded()) return true;
    const proposal = this.#latest();
    if (!proposal) return (this.#run()?.waitingFor.length ?? 0) > 0;
    switch (proposal.state.is) {
      case 'approving':
      case 'running':
        return false;
      case 'unknown':
        return proposal.state.check.is === 'cannot-tell';
      case 'waiting':
        return proposal.preparation.is !== 'preparing';
      case 'planned':
      case 'failed':
      case 'succeeded':
        return (this.#run()?.waitingFor.length ?? 0) > 0;
      case 'rejected':
      case 'stale':
      case 'expired':
      case 'refused':
        return true;
    }
  }

  #approve(): void {
    const proposal = this.#latest();
    if (!proposal) return;
    const parameters = { ...proposal.parameters, ...this.#scenario.approve };
    this.#send({ type: 'approve', command: proposal.id, parameters });
  }

  /** The tries of the action, the first one first: a failed one is followed by a new proposal. */
  #tries(): readonly ProposalView[] {
    const { operation } = this.#scenario;
    return this.#sidebar?.proposals().filter((proposal) => proposal.operation === operation) ?? [];
  }

  #latest(): ProposalView | undefined {
    return this.#tries().at(-1);
  }

  #send(command: Parameters<DeskSidebar['store']['send']>[0]): void {
    this.#sidebar?.store.send(command);
  }

  #phase() {
    return this.#sidebar?.store.getState().phase.is;
  }

  #run() {
    const phase = this.#sidebar?.store.getState().phase;
    return phase && 'run' in phase ? phase.run : undefined;
  }

  #isEnded(): boolean {
    return this.#phase() === 'ended';
  }

  #effects(): number {
    return this.#scenario.effects(this.#desk);
  }

  #contract(): readonly string[] {
    const found = this.#desk.contract?.read();
    return (found?.requests ?? []).map(
      ({ method, url, problems }) => `${method} ${url}: ${problems.join('; ')}`,
    );
  }

  async #pass(milliseconds: number): Promise<void> {
    await this.#clock.advance(milliseconds);
    await letTimersRun();
  }

  /** Waits, while time goes on in growing steps, until something holds; rejects when it never does. */
  async #until(what: string, holds: () => boolean): Promise<void> {
    for (let turn = 0; turn < 300; turn += 1) {
      if (holds()) return;
      await this.#pass(turn < 20 ? 50 : turn < 60 ? 500 : 5000);
    }
    const phase = JSON.stringify(this.#sidebar?.store.getState().phase).slice(0, 600);
    throw new Error(`It never came to this: ${what}. ${phase}`);
  }
}

function resultOf(proposal: ProposalView | undefined): MatrixRun['first'] {
  switch (proposal?.state.is) {
    case 'succeeded':
    case 'failed':
    case 'unknown':
      return proposal.state.is;
    default:
      return 'not begun';
  }
}

/** Signoff's own records are at Zendesk too, and another system's failure does not reach them. */
function isOf(system: string, { url }: FakeRequest): boolean {
  return (system === 'zendesk') === url.host.endsWith('.zendesk.com');
}
