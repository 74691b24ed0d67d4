import { advance } from '../domain/run/advance.ts';
import type { RunEvent } from '../domain/run/events.ts';
import type { Advanced } from '../domain/run/plan.ts';
import type { Sop } from '../domain/sop/document.ts';
import { reasonOf } from './reason-of.ts';

/** What the engine says of a log. A log that does not fit its SOP is a problem, not an exception: nothing goes on then. */
export class RunReplay {
  readonly #sop: Sop;
  #advanced: Advanced = nothingYet;
  #problem: string | undefined;

  constructor(sop: Sop) {
    this.#sop = sop;
  }

  get advanced(): Advanced {
    return this.#advanced;
  }

  /** Why the log cannot be replayed. */
  get problem(): string | undefined {
    return this.#problem;
  }

  replay(events: readonly RunEvent[]): void {
    try {
      this.#advanced = advance(this.#sop, events);
    } catch (error) {
      this.#problem = reasonOf(error);
    }
  }

  /** Whether a log could be replayed. */
  fits(events: readonly RunEvent[]): boolean {
    try {
      advance(this.#sop, events);
      return true;
    } catch {
      return false;
    }
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
