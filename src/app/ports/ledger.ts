import type {
  CommandId,
  ExecutionResult,
  Instant,
  Person,
  RunEvent,
  SopReference,
} from '../../domain/run/events.ts';
import type { Approval } from '../../domain/decisions/approval.ts';

/** One execution of one SOP version on one ticket. The id is made of the ticket and a number, so that two browsers that begin at once begin the same run. */
export type StoredRun = {
  readonly id: string;
  readonly ticketId: string;
  /** 1 for the first run on a ticket; running again counts up. */
  readonly number: number;
  readonly sop: SopReference;
  readonly events: readonly RunEvent[];
};

/** The lock and the proof of an execution: created once, read back to see who won, never changed. */
export type Claim = {
  readonly runId: string;
  readonly command: CommandId;
  readonly key: string;
  readonly nonce: string;
  readonly approval: Approval;
};

export type ClaimAnswer =
  | { readonly is: 'ours' }
  | {
      readonly is: 'taken';
      readonly by: Person | undefined;
      readonly at: Instant;
      readonly result: ExecutionResult | undefined;
      readonly claim: Claim | undefined;
      readonly doubt?: Doubt;
    }
  | { readonly is: 'unavailable'; readonly reason: string };

export type SaveAnswer = { readonly is: 'saved' } | { readonly is: 'failed'; readonly reason: string };

/** A claim of an earlier moment, with its result where one was written. */
export type StoredClaim = {
  /** Undefined where it cannot be read any more; `doubt` says why. */
  readonly claim: Claim | undefined;
  readonly by: Person | undefined;
  readonly at: Instant;
  readonly result: ExecutionResult | undefined;
  readonly doubt?: Doubt;
};

/**
 * Claims and results are written once. One that was changed afterwards, or cannot be read, is not believed: a claim (`about: 'claim'`)
 * approves nothing any more and still keeps everybody else away; a result is left out. What happened has to be asked of the system.
 */
export type Doubt = { readonly about: 'claim' | 'result'; readonly reason: string };

/** The newest run of a ticket is there, and somebody changed its log by hand: it does not count, and another run may be begun after it. */
export class RunNotTrusted extends Error {
  /** Of the run that does not count. */
  readonly number: number;
  constructor(number: number, message: string) {
    super(message);
    this.name = 'RunNotTrusted';
    this.number = number;
  }
}

/** The append-only record. Says openly where it keeps things. */
export interface Ledger {
  readonly keptIn: 'zendesk' | 'browser' | 'memory';
  /** The newest run on a ticket. Rejects with an error that says what was attempted when it cannot be told; with `RunNotTrusted` where its log was changed by hand. */
  latestRun(ticketId: string): Promise<StoredRun | undefined>;
  /** Stores a new run; when another browser was quicker, answers with the run that is there. */
  startRun(run: StoredRun): Promise<StoredRun>;
  /** Writes the whole log of a run, however long; `events` only ever grows. */
  save(run: StoredRun): Promise<SaveAnswer>;
  /** Creates the claim and reads back who won. */
  claim(claim: Claim): Promise<ClaimAnswer>;
  /** Writes how a claimed execution ended; the first result stays. */
  recordResult(claim: Claim, result: ExecutionResult): Promise<SaveAnswer>;
  /** The claims of these commands, by command. */
  claims(runId: string, commands: readonly CommandId[]): Promise<ReadonlyMap<CommandId, StoredClaim>>;
}

/** One browser's lock around one execution, across its tabs. `undefined` where somebody holds it. */
export interface BrowserLock {
  hold<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
}
