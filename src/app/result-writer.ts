import type { ExecutionResult } from '../domain/run/events.ts';
import type { Clock } from './ports/clock.ts';
import type { Claim, Ledger } from './ports/ledger.ts';

/** Milliseconds until a result that could not be written is tried again; then each time after twice as long. */
const retryAfter = 10_000;
const longestRetry = 160_000;

type Writing = { readonly claim: Claim; readonly result: ExecutionResult; readonly after: number };

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
    return this.#writeOrRetry({ claim, result, after: retryAfter });
  }

  close(): void {
    this.#isClosed = true;
  }

  async #writeOrRetry({ claim, result, after }: Writing): Promise<boolean> {
    if (this.#isClosed) return false;
    if (await this.#isWritten(claim, result)) return true;
    const next = { claim, result, after: Math.min(after * 2, longestRetry) };
    this.#clock.after(after, () => void this.#writeOrRetry(next));
    return false;
  }

  async #isWritten(claim: Claim, result: ExecutionResult): Promise<boolean> {
    try {
      return (await this.#ledger.recordResult(claim, result)).is === 'saved';
    } catch {
      return false;
    }
  }
}
