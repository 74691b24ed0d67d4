import type { ExecutionResult } from '../domain/run/events.ts';
import type { Clock } from './ports/clock.ts';
import type { Claim, Ledger } from './ports/ledger.ts';

/** Milliseconds until a result that could not be written is tried again. */
const retryAfter = 10_000;

/** Writes results beside their claims, and keeps trying: without one, everybody else would have to ask the system what happened. */
export class ResultWriter {
  readonly #ledger: Ledger;
  readonly #clock: Clock;
  #isClosed = false;

  constructor({ ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock }) {
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /** Resolves after the first try. */
  async write(claim: Claim, result: ExecutionResult): Promise<void> {
    if (this.#isClosed || (await this.#isWritten(claim, result))) return;
    this.#clock.after(retryAfter, () => void this.write(claim, result));
  }

  close(): void {
    this.#isClosed = true;
  }

  async #isWritten(claim: Claim, result: ExecutionResult): Promise<boolean> {
    try {
      return (await this.#ledger.recordResult(claim, result)).is === 'saved';
    } catch {
      return false;
    }
  }
}
