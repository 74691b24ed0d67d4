import type { Failure } from '../../domain/run/events.ts';

/** Whether a system is connected, in an answer that a person can use. */
export type SystemCheck = { readonly system: string } & (
  | {
      readonly is: 'connected';
      /** What answered, where it says so: `Sample Shop`. */
      readonly account?: string;
      /** Keys of a test environment move no real money or goods. */
      readonly mode?: 'test' | 'live';
    }
  /** No setting asks for it. `setting` connects it. */
  | { readonly is: 'not-set-up'; readonly setting: string }
  /** The reason names the setting and what to do. */
  | { readonly is: 'failing'; readonly failure: Failure }
);

/** The outside systems as a whole. */
export interface Systems {
  /** Every system there is, connected or not, in the order in which people are shown them. */
  readonly names: readonly string[];
  /**
   * Asks every system for something small, all at the same time. Reads only, never throws, and takes no longer than the slowest of them may.
   * `onAnswer` hears of each as soon as it has answered; the result has them in the order of `names`.
   */
  check(onAnswer?: (answer: SystemCheck) => void): Promise<readonly SystemCheck[]>;
}
