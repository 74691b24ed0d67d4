import type { Instant, RunEvent } from '../domain/run/events.ts';
import type { Clock } from './ports/clock.ts';
import { reasonOf } from './reason-of.ts';
import type { Ledger, SaveAnswer, StoredRun } from './ports/ledger.ts';

/** Facts arrive one by one; what arrives within this time is saved together. Milliseconds. */
const gathering = 2000;
/** What stands in the ledger elsewhere too waits for the next save, so that one approval after the other costs one each. */
const patience = 15_000;
/** After a failed save, in milliseconds; then each time after twice as long, so that several tabs leave others their share of requests. */
const retryAfter = 10_000;
const longestRetry = 160_000;

/** Whether everything that was appended is in the ledger. */
export type Saving =
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  | { readonly is: 'not-saved'; readonly reason: string }
  /** Of somebody who may look only: nothing is stored. */
  | { readonly is: 'not-kept' };

/** `now` for what a person did, `soon` for what can be read again, `later` for what stands beside its claim as well. */
export type SaveWhen = 'now' | 'soon' | 'later';

export type RunLogOptions = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** As the ledger has it. */
  readonly run: StoredRun;
  readonly isKept: boolean;
  readonly onSavingChanged: () => void;
  /** The ledger may hold a log that was continued elsewhere. */
  readonly onSaveFailed: () => void;
};

/**
 * The log of one run, in memory and in the ledger. Appending never waits; saving is coalesced, one save at a time. A failed save is
 * tried again by itself, and `allSaved` tells whoever must not go on without it.
 */
export class RunLog {
  readonly #options: RunLogOptions;
  #events: readonly RunEvent[];
  /** Counts the appends; equal to `#savedVersion` while the ledger has everything. */
  #version = 0;
  #savedVersion = 0;
  /** The version that holds everything which stands nowhere else; see `answersSaved`. */
  #answersVersion = 0;
  #saving: Promise<SaveAnswer> | undefined;
  #failure: string | undefined;
  /** Saves that failed since the last one that did not. */
  #failures = 0;
  #giveUpTimer: () => void = () => undefined;
  #isClosed = false;
  #touchedAt: Instant;

  constructor(options: RunLogOptions) {
    this.#touchedAt = options.clock.now();
    this.#options = options;
    this.#events = options.run.events;
  }

  get events(): readonly RunEvent[] {
    return this.#events;
  }

  get run(): StoredRun {
    return { ...this.#options.run, events: this.#events };
  }

  get saving(): Saving {
    if (!this.#options.isKept) return { is: 'not-kept' };
    if (this.#failure !== undefined) return { is: 'not-saved', reason: this.#failure };
    return this.#savedVersion < this.#version ? { is: 'saving' } : { is: 'saved' };
  }

  append(events: readonly RunEvent[], when: SaveWhen): void {
    this.#events = [...this.#events, ...events];
    this.#version++;
    if (when !== 'later') this.#answersVersion = this.#version;
    if (when === 'now') void this.allSaved();
    else if (!this.#saving && this.#failure === undefined)
      this.#saveAfter(when === 'soon' ? gathering : patience);
  }

  /** Takes another log in place of this one; `stored` is what the ledger has. */
  replace(events: readonly RunEvent[], stored: readonly RunEvent[]): void {
    this.#touchedAt = this.#options.clock.now();
    this.#events = events;
    this.#version++;
    this.#answersVersion = this.#version;
    if (events.length > stored.length) return this.#saveAfter(gathering);
    this.#savedVersion = this.#version;
    this.#failure = undefined;
  }

  /** When the ledger was last read or written. */
  get touchedAt(): Instant {
    return this.#touchedAt;
  }

  /** Resolves once everything that was appended so far is in the ledger, or a save has failed. */
  allSaved(): Promise<SaveAnswer> {
    return this.#savedUpTo(this.#version);
  }

  /**
   * The same for everything but what stands beside its claim as well: the readings and answers that lead to a proposal. Without them
   * in the ledger nobody who takes up the run would come to the proposal again, and to what was done about it.
   */
  answersSaved(): Promise<SaveAnswer> {
    return this.#savedUpTo(this.#answersVersion);
  }

  async #savedUpTo(wanted: number): Promise<SaveAnswer> {
    while (this.#options.isKept && this.#savedVersion < wanted) {
      const answer = await (this.#saving ?? this.#save(this.#events, this.#version));
      if (answer.is === 'failed') return answer;
    }
    return { is: 'saved' };
  }

  /** Saves what is left, without trying again by itself. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#giveUpTimer();
    await this.allSaved();
  }

  #save(events: readonly RunEvent[], version: number): Promise<SaveAnswer> {
    this.#giveUpTimer();
    this.#saving = this.#write(events, version).finally(() => {
      this.#saving = undefined;
      this.#options.onSavingChanged();
    });
    return this.#saving;
  }

  async #write(events: readonly RunEvent[], version: number): Promise<SaveAnswer> {
    const answer = await answerOf(this.#options.ledger.save({ ...this.#options.run, events }));
    if (answer.is === 'saved') this.#savedVersion = Math.max(this.#savedVersion, version);
    if (answer.is === 'saved') this.#touchedAt = this.#options.clock.now();
    this.#failure = answer.is === 'failed' ? answer.reason : undefined;
    this.#failures = answer.is === 'failed' ? this.#failures + 1 : 0;
    if (answer.is === 'failed' && !this.#isClosed) this.#options.onSaveFailed();
    if (this.#savedVersion < this.#version)
      this.#saveAfter(answer.is === 'failed' ? this.#nextRetry : gathering);
    return answer;
  }

  get #nextRetry(): number {
    return Math.min(retryAfter * 2 ** (this.#failures - 1), longestRetry);
  }

  #saveAfter(milliseconds: number): void {
    if (this.#isClosed || !this.#options.isKept) return;
    this.#giveUpTimer();
    this.#giveUpTimer = this.#options.clock.after(milliseconds, () => void this.allSaved());
  }
}

async function answerOf(saving: Promise<SaveAnswer>): Promise<SaveAnswer> {
  try {
    return await saving;
  } catch (error) {
    return { is: 'failed', reason: reasonOf(error) };
  }
}
