import { knowsOtherExecutions, mergeLogs, mergeWhereTheyPart } from '../domain/ledger/merge-logs.ts';
import type { CommandId, RunEvent } from '../domain/run/events.ts';
import type { Advanced } from '../domain/run/plan.ts';
import type { Sop } from '../domain/sop/document.ts';
import type { Clock } from './ports/clock.ts';
import { stampEvent, type EventBody } from './run-context.ts';
import type { RunLog, SaveWhen } from './run-log.ts';
import { RunReplay } from './run-replay.ts';

export type RunJournalOptions = {
  readonly log: RunLog;
  readonly sop: Sop;
  readonly clock: Clock;
  /** Something was appended: the run may need something else now. */
  readonly onAppended: () => void;
};

/** The log of a run with what the engine makes of it: every event of the run is written here. */
export class RunJournal {
  readonly log: RunLog;
  readonly #options: RunJournalOptions;
  readonly #replay: RunReplay;
  #deferred: (() => void)[] | undefined;
  #parted: string | undefined;
  #isClosed = false;

  constructor(options: RunJournalOptions) {
    this.#options = options;
    this.log = options.log;
    this.#replay = new RunReplay(options.sop);
    this.#replay.replay(this.log.events);
  }

  get advanced(): Advanced {
    return this.#replay.advanced;
  }

  /** Why the log cannot be replayed, or cannot be joined with the stored one; nothing goes on then. */
  get problem(): string | undefined {
    return this.#parted ?? this.#replay.problem;
  }

  /** Nothing is to be begun: the run is over for this session, cannot be replayed, or a decision is being carried out. */
  get isAtRest(): boolean {
    return this.#isClosed || this.#deferred !== undefined || this.problem !== undefined;
  }

  /** Appends answers, after what is being carried out. */
  append(bodies: readonly EventBody[], when: SaveWhen): void {
    if (bodies.length > 0) this.#whenCalm(() => this.record(bodies, when));
  }

  /**
   * Appends what came of an automatic command, unless the run does not wait for it any more: somebody may have answered meanwhile,
   * and what has followed from that answer must not be led elsewhere by a late one.
   */
  appendAnswer(command: CommandId, bodies: readonly EventBody[], when: SaveWhen): void {
    this.#whenCalm(() => {
      const isAsked = this.advanced.waitingFor.some(({ id }) => id === command);
      if (isAsked && bodies.length > 0) this.record(bodies, when);
    });
  }

  /** Appends what came of a decision, at once, also in undisturbed work. */
  record(bodies: readonly EventBody[], when: SaveWhen = 'now'): void {
    this.note(bodies, when);
    this.#options.onAppended();
  }

  /** Appends without anything following from it yet. */
  note(bodies: readonly EventBody[], when: SaveWhen): void {
    this.log.append(this.#stamp(bodies), when);
    this.#replay.replay(this.log.events);
  }

  /**
   * Takes over what others have added to the stored log. What does not fit with theirs is left out, but never an execution: where
   * both logs lead elsewhere and something was done in ours, nothing goes on here.
   */
  merge(stored: readonly RunEvent[]): void {
    const ours = this.log.events;
    const merged = [mergeLogs, mergeWhereTheyPart]
      .map((join) => join(stored, ours))
      .find((log) => this.#replay.fits(log));
    this.#parted = !merged && knowsOtherExecutions(stored, ours) ? goneElsewhere : undefined;
    if (this.#parted === undefined) {
      this.log.replace(merged ?? stored, stored);
      this.#replay.replay(this.log.events);
    }
    this.#options.onAppended();
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
      for (const append of deferred) append();
      this.#options.onAppended();
    }
  }

  /** Saves what is left; nothing is appended any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.log.close();
  }

  #whenCalm(append: () => void): void {
    if (this.#isClosed) return;
    if (this.#deferred) this.#deferred.push(append);
    else append();
  }

  #stamp(bodies: readonly EventBody[]): readonly RunEvent[] {
    return bodies.map((body) => stampEvent(body, this.#options.clock));
  }
}

const goneElsewhere =
  'Something was carried out here while somebody else led this run elsewhere. Look at what was done, then open the ticket again.';
