import { millisecondsBetween } from '../domain/decisions/instant.ts';
import type { RecordChoice } from '../domain/decisions/proposal.ts';
import type { Command } from '../domain/run/commands.ts';
import type { CommandId, Instant } from '../domain/run/events.ts';
import { mayStore } from './action-permission.ts';
import type { AppPorts } from './app-ports.ts';
import { answerAutomatically, type LeftToPeople } from './automatic-answers.ts';
import type { CardNote } from './card-note.ts';
import { catchUp } from './catch-up.ts';
import { chosenRecords, isAnswered } from './chosen-record.ts';
import { FactReader } from './fact-reader.ts';
import { immediateEvents, nextWaitEnd } from './immediate-events.ts';
import { Preparations } from './preparations.ts';
import type { Claim, StoredRun } from './ports/ledger.ts';
import type { PublishedSop } from './ports/library.ts';
import type { CurrentUser, Ticket } from './ports/ticket-desk.ts';
import type { Settings } from './read-settings.ts';
import { lookForClaims, watchOthers } from './resume.ts';
import { ResultWriter } from './result-writer.ts';
import { knownFactJson, type RunContext } from './run-context.ts';
import { RunJournal } from './run-journal.ts';
import { RunLog } from './run-log.ts';
import { noteAsRead } from './unread-words.ts';
import { WorkUnderWay } from './work-under-way.ts';

export type RunSessionOptions = {
  readonly ports: AppPorts;
  readonly sop: PublishedSop;
  readonly settings: Settings;
  readonly user: CurrentUser;
  readonly ticket: Ticket;
  /** As the ledger has it. */
  readonly run: StoredRun;
  /** The run was begun earlier, or elsewhere: what its log does not say may have been done. */
  readonly isTakenUp: boolean;
  readonly onChange: () => void;
};

/**
 * One run while somebody has it open. The loop: `advance` says what the run needs; what needs no person is done at once and in
 * parallel; each answer is appended as an event; and `advance` is asked again, until only people or time are needed.
 */
export class RunSession {
  readonly journal: RunJournal;
  readonly reader: FactReader;
  readonly results: ResultWriter;
  readonly work: WorkUnderWay;
  readonly preparations = new Preparations();
  /** The claims that this session has made or tried to make, by key. */
  readonly claims = new Map<string, Claim>();
  /** What became of decisions that led to no event: stale, refused, being verified. */
  readonly notes = new Map<CommandId, CardNote>();
  /** Proposals whose claims were asked for since the run was taken up. */
  readonly lookedFor = new Set<CommandId>();
  /** Executions of somebody else whose end is being waited for. */
  readonly watched = new Set<CommandId>();
  /** When a system said first that what somebody else has begun did not happen. */
  readonly deniedAt = new Map<CommandId, Instant>();
  /** Commands that a person has answered and whose answer is being recorded. */
  readonly sending = new Set<CommandId>();
  /** Extractions that people do, because the assistant is off or failed. */
  readonly leftToPeople = new Map<CommandId, LeftToPeople>();
  /** Readings that wait until a person has said which of several records is meant. */
  readonly undecided = new Map<CommandId, RecordChoice>();
  /** Messages that were read for the run in this session, or that a card has pointed out. */
  readonly readWords = new Set<string>();
  /** The ticket was changed and not read again yet. */
  hasNews = false;
  ticket: Ticket;
  readonly #options: RunSessionOptions;
  /** An answer is given once, even to a command that is still there after it. */
  readonly #answered = new Set<CommandId>();
  #giveUpTimer: () => void = () => undefined;
  #isClosed = false;

  constructor(options: RunSessionOptions) {
    const { ports, sop, ticket } = options;
    this.#options = options;
    this.ticket = ticket;
    this.work = new WorkUnderWay(() => this.changed());
    this.results = new ResultWriter(ports);
    const onAppended = () => this.goOn();
    this.journal = new RunJournal({ log: this.#createLog(), sop: sop.sop, clock: ports.clock, onAppended });
    this.reader = new FactReader({
      records: ports.records,
      sop,
      ticket: () => this.ticket,
      known: (name) => knownFactJson(this.journal.advanced, name),
      chosen: (system, record) => chosenRecords(this.journal.log.events)(system, record),
    });
  }

  /** What is known of the run at this moment. */
  get context(): RunContext {
    const { ports, sop, settings, user, run } = this.#options;
    const { ticket, journal } = this;
    const keyFact = (name: string) => this.reader.valueOf(name);
    const { advanced } = journal;
    return {
      ports,
      sop,
      settings,
      user,
      runId: run.id,
      ticket,
      events: journal.log.events,
      advanced,
      keyFact,
      chosen: chosenRecords(journal.log.events),
    };
  }

  /** Does what needs no person, and everything that follows from it. */
  goOn(): void {
    if (!this.journal.isAtRest) {
      this.#noteWhatIsDue();
      const { waitingFor, outcome, plan } = this.journal.advanced;
      // After the end of a run only what people propose beside the SOP goes on.
      const isGoing = outcome === undefined || plan.some(({ added }) => added);
      this.#readWhatWasChosen();
      for (const command of waitingFor) this.#answer(command);
      if (isGoing) this.#prepareProposals();
      if (isGoing && this.#options.isTakenUp) lookForClaims(this);
      watchOthers(this);
      this.#wakeForWaits();
    }
    this.changed();
  }

  /** Asks the assistant once more to read what it could not. */
  extractAgain(command: CommandId): void {
    this.leftToPeople.delete(command);
    this.#answered.delete(command);
    this.goOn();
  }

  /** Resolves when only people or time are needed. */
  settled(): Promise<void> {
    return this.work.settled();
  }

  changed(): void {
    if (!this.#isClosed) this.#options.onChange();
  }

  /** Ends the session, not the run: what is left is saved, and nothing happens any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#giveUpTimer();
    this.work.close();
    this.results.close();
    await this.journal.close();
  }

  #createLog(): RunLog {
    return new RunLog({
      ...this.#options.ports,
      run: this.#options.run,
      isKept: mayStore(this.#options),
      onSavingChanged: () => this.changed(),
      onSaveFailed: () => this.work.start('catch up', async () => void (await catchUp(this))),
    });
  }

  #noteWhatIsDue(): void {
    for (;;) {
      const due = immediateEvents({ ...this.context, now: this.#options.ports.clock.now() });
      if (due.length === 0 || this.journal.problem !== undefined) return;
      this.journal.note(due, 'soon');
    }
  }

  #answer(command: Command): void {
    if (this.#answered.has(command.id)) return;
    const answering = answerAutomatically(command, this.context, this.reader);
    if (!answering) return;
    this.#answered.add(command.id);
    if (command.kind === 'extract') noteAsRead(this, this.ticket);
    this.work.start(command.id, async () => {
      const answer = await answering;
      if (answer.is === 'choose') this.#waitForChoice(command.id, answer.choice);
      const without =
        answer.is === 'answered'
          ? answer.without
          : answer.is === 'left-to-people'
            ? answer.because
            : undefined;
      if (without) this.leftToPeople.set(command.id, without);
      if (answer.is === 'answered') this.journal.appendAnswer(command.id, answer.events, 'soon');
    });
  }

  /** A colleague may have chosen while the systems were asked. */
  #waitForChoice(command: CommandId, choice: RecordChoice): void {
    this.undecided.set(command, choice);
    this.goOn();
  }

  #readWhatWasChosen(): void {
    for (const [command, choice] of this.undecided) {
      if (!isAnswered(this.journal.log.events, choice)) continue;
      this.undecided.delete(command);
      this.#answered.delete(command);
    }
  }

  #prepareProposals(): void {
    const { plan, outcome } = this.journal.advanced;
    for (const item of plan) {
      if (outcome && !item.added) continue;
      const isOpen = ['waiting', 'planned', 'approved'].includes(item.state.is);
      const preparing = isOpen ? this.preparations.prepare(item, this.context) : undefined;
      if (preparing) this.work.start(`prepare ${item.id}`, () => preparing);
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
