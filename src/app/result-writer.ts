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

  /** Whether the first try succeeded; further ones follow by themselves. */
  async write(claim: Claim, result: ExecutionResult): Promise<boolean> {
    if (this.#isClosed) return false;
    if (await this.#isWritten(claim, result)) return true;
    this.#clock.after(retryAfter, () => void this.write(claim, result));
    return false;
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
