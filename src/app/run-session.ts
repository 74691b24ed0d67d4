import { millisecondsBetween } from '../domain/decisions/instant.ts';
import { advance } from '../domain/run/advance.ts';
import type { Command } from '../domain/run/commands.ts';
import { mergeLogs } from '../domain/ledger/merge-logs.ts';
import type { CommandId, RunEvent } from '../domain/run/events.ts';
import type { Advanced } from '../domain/run/plan.ts';
import type { AppPorts } from './app-ports.ts';
import { answerAutomatically, type LeftToPeople } from './automatic-answers.ts';
import type { CardNote } from './card-note.ts';
import { catchUp } from './catch-up.ts';
import { FactReader } from './fact-reader.ts';
import { immediateEvents, nextWaitEnd } from './immediate-events.ts';
import { Preparations } from './preparations.ts';
import type { Claim, StoredRun } from './ports/ledger.ts';
import type { PublishedSop } from './ports/library.ts';
import type { CurrentUser, Ticket } from './ports/ticket-desk.ts';
import type { Settings } from './read-settings.ts';
import { reasonOf } from './reason-of.ts';
import { knownFactJson, stampEvent, type EventBody, type RunContext } from './run-context.ts';
import { ResultWriter } from './result-writer.ts';
import { RunLog } from './run-log.ts';

export type RunSessionOptions = {
  readonly ports: AppPorts;
  readonly sop: PublishedSop;
  readonly settings: Settings;
  readonly user: CurrentUser;
  readonly ticket: Ticket;
  /** As the ledger has it. */
  readonly run: StoredRun;
  readonly onChange: () => void;
};

/**
 * One run while somebody has it open. The loop: `advance` says what the run needs; what needs no person is done at once and in
 * parallel; each answer is appended as an event; and `advance` is asked again, until only people or time are needed.
 */
export class RunSession {
  readonly log: RunLog;
  readonly reader: FactReader;
  readonly results: ResultWriter;
  readonly preparations = new Preparations();
  /** The claims that this session has made or tried to make, by key. */
  readonly claims = new Map<string, Claim>();
  /** What became of decisions that led to no event: stale, refused, being verified. */
  readonly notes = new Map<CommandId, CardNote>();
  /** Commands that a person has answered and whose answer is being recorded. */
  readonly sending = new Set<CommandId>();
  /** The ticket was changed and not read again yet. */
  hasNews = false;
  /** What could not be done besides the commands of the run, until it can. */
  readonly troubles = new Map<string, string>();
  /** Extractions that people do, because the assistant is off or failed. */
  readonly leftToPeople = new Map<CommandId, LeftToPeople>();
  readonly #options: RunSessionOptions;
  readonly #underWay = new Map<string, Promise<void>>();
  /** An answer is given once, even to a command that is still there after it. */
  readonly #answered = new Set<CommandId>();
  #ticket: Ticket;
  #advanced: Advanced = nothingYet;
  #problem: string | undefined;
  #deferred: EventBody[] | undefined;
  #giveUpTimer: () => void = () => undefined;
  #isClosed = false;

  constructor(options: RunSessionOptions) {
    this.#options = options;
    this.#ticket = options.ticket;
    const { ports, run, user, onChange } = options;
    this.log = new RunLog({
      ...ports,
      run,
      isKept: user.mayChangeTickets,
      onSavingChanged: onChange,
      onSaveFailed: () => this.alongside('catch up', async () => void (await catchUp(this))),
    });
    this.results = new ResultWriter(ports);
    this.reader = new FactReader({
      records: ports.records,
      sop: options.sop,
      ticket: () => this.#ticket,
      known: (name) => knownFactJson(this.#advanced, name),
    });
    this.#advanceNow();
  }

  /** What is known of the run at this moment. */
  get context(): RunContext {
    const { ports, sop, settings, user, run } = this.#options;
    const keyFact = (name: string) => this.reader.valueOf(name);
    return {
      ports,
      sop,
      settings,
      user,
      runId: run.id,
      ticket: this.#ticket,
      events: this.log.events,
      advanced: this.#advanced,
      keyFact,
    };
  }

  /** Why the log cannot be replayed; nothing goes on then. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Does what needs no person, and everything that follows from it. */
  goOn(): void {
    if (this.#isClosed || this.#deferred || this.#problem !== undefined) return;
    this.#noteWhatIsDue();
    for (const command of this.#advanced.waitingFor) this.#answer(command);
    if (this.#advanced.outcome === undefined) this.#prepareProposals();
    this.#wakeForWaits();
    this.#options.onChange();
  }

  /** Appends answers and goes on. `now` for what a person did. */
  append(bodies: readonly EventBody[], when: 'now' | 'soon'): void {
    if (this.#isClosed || bodies.length === 0) return;
    if (this.#deferred) this.#deferred.push(...bodies);
    else {
      this.#appendNow(bodies, when);
      this.goOn();
    }
  }

  /** Appends what came of a decision, at once, also in undisturbed work. */
  record(bodies: readonly EventBody[], when: 'now' | 'soon' = 'now'): void {
    this.#appendNow(bodies, when);
    this.goOn();
    this.changed();
  }

  /** Takes over what others have added to the stored log; what does not fit with theirs is left out. */
  merge(stored: readonly RunEvent[]): void {
    const merged = mergeLogs(stored, this.log.events);
    this.log.replace(this.#fits(merged) ? merged : stored, stored);
    this.#advanceNow();
    this.goOn();
  }

  /** Appends events only if the ledger has taken them. */
  async appendSaved(
    bodies: readonly EventBody[],
  ): Promise<{ readonly is: 'saved' } | { readonly is: 'failed'; readonly reason: string }> {
    const answer = await this.log.appendSaved(
      bodies.map((body) => stampEvent(body, this.#options.ports.clock)),
    );
    if (answer.is === 'saved') this.#advanceNow();
    this.changed();
    return answer;
  }

  /**
   * Keeps answers that arrive meanwhile until the work is done, so that what was verified is what is written down: a reading in
   * between could lead the run elsewhere.
   */
  async undisturbed<T>(work: () => Promise<T>): Promise<T> {
    this.#deferred ??= [];
    try {
      return await work();
    } finally {
      const deferred = this.#deferred;
      this.#deferred = undefined;
      if (deferred.length > 0) this.append(deferred, 'soon');
      else this.goOn();
    }
  }

  /** Does something besides the commands of the run, which counts as under way. Never at the same time under the same name. */
  alongside(name: string, work: () => Promise<void>): void {
    if (this.#isClosed || this.#underWay.has(name)) return;
    this.#underWay.set(name, this.#doAlongside(name, work));
  }

  async #doAlongside(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.troubles.delete(name);
    } catch (error) {
      this.troubles.set(name, reasonOf(error));
    }
    this.#underWay.delete(name);
    this.changed();
  }

  isUnderWay(name: string): boolean {
    return this.#underWay.has(name);
  }

  /** Resolves when only people or time are needed. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay.values());
  }

  set ticket(ticket: Ticket) {
    this.#ticket = ticket;
  }

  /** Asks the assistant once more to read what it could not. */
  extractAgain(command: CommandId): void {
    this.leftToPeople.delete(command);
    this.#answered.delete(command);
    this.goOn();
  }

  changed(): void {
    if (!this.#isClosed) this.#options.onChange();
  }

  /** Ends the session, not the run: what is left is saved, and nothing happens any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#giveUpTimer();
    this.results.close();
    await this.log.close();
  }

  #appendNow(bodies: readonly EventBody[], when: 'now' | 'soon'): void {
    this.log.append(
      bodies.map((body) => stampEvent(body, this.#options.ports.clock)),
      when,
    );
    this.#advanceNow();
  }

  #fits(events: readonly RunEvent[]): boolean {
    try {
      advance(this.#options.sop.sop, events);
      return true;
    } catch {
      return false;
    }
  }

  #advanceNow(): void {
    try {
      this.#advanced = advance(this.#options.sop.sop, this.log.events);
    } catch (error) {
      this.#problem = reasonOf(error);
    }
  }

  #noteWhatIsDue(): void {
    for (;;) {
      const due = immediateEvents({ ...this.context, now: this.#options.ports.clock.now() });
      if (due.length === 0 || this.#problem !== undefined) return;
      this.#appendNow(due, 'soon');
    }
  }

  #answer(command: Command): void {
    if (this.#answered.has(command.id)) return;
    const answering = answerAutomatically(command, this.context, this.reader);
    if (!answering) return;
    this.#answered.add(command.id);
    this.alongside(command.id, async () => {
      const answer = await answering;
      if (answer.is === 'left-to-people') this.leftToPeople.set(command.id, answer.because);
      if (answer.is === 'answered') this.append(answer.events, 'soon');
    });
  }

  #prepareProposals(): void {
    for (const item of this.#advanced.plan) {
      const isOpen =
        item.state.is === 'waiting' || item.state.is === 'planned' || item.state.is === 'approved';
      const preparing = isOpen ? this.preparations.prepare(item, this.context) : undefined;
      if (preparing) this.alongside(`prepare ${item.id}`, () => preparing);
    }
  }

  #wakeForWaits(): void {
    this.#giveUpTimer();
    const { clock } = this.#options.ports;
    const end = nextWaitEnd(this.context);
    const left = end === undefined ? undefined : millisecondsBetween(clock.now(), end);
    if (left !== undefined) this.#giveUpTimer = clock.after(Math.max(left, 0), () => this.goOn());
  }
}

const nothingYet: Advanced = {
  waitingFor: [],
  plan: [],
  ahead: [],
  trace: [],
  facts: [],
  outcome: undefined,
  plannedOutcome: undefined,
};
