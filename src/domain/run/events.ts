import type { FactJson } from '../facts/fact-json.ts';
import type { FactName, IsoDate } from '../facts/value.ts';
import type { Parameters } from './commands.ts';
import type { Outcome } from './outcome.ts';

/** The schema of stored events. An unknown newer version is refused by name. */
export const eventVersion = 1;

/** The place in the document at which something was asked for, such as `2.1/read:carrier status#0`. */
export type CommandId = string;

/** An instant, ISO 8601 in UTC. */
export type Instant = string;

/** Who did it: the id and the name of a Zendesk user. */
export type Person = { readonly id: string; readonly name: string };

/**
 * Events are facts of the past and the only state of a run. They are appended, never changed.
 * Every answer names the command that it answers.
 */
export type RunEvent = { readonly v: typeof eventVersion; readonly at: Instant } & (
  | RunStarted
  | FactRead
  | FactFailed
  | FactExtracted
  | QuestionAnswered
  | GateAnswered
  | JudgementAnswered
  | ProposalDecided
  | DeviationChosen
  | ExecutionIntended
  | ExecutionEnded
  | CustomerAnswered
  | ManualStepDone
  | SectionWritten
  | Held
  | HoldEnded
  | RecordChosen
  | ProposalAdded
  | RunEnded
);

export type RunStarted = {
  readonly type: 'run-started';
  readonly sop: SopReference;
  /** The calendar day in the time zone of the account, fixed for the whole run. */
  readonly today: IsoDate;
  /** The customer's language (BCP 47), for money and dates in replies. */
  readonly locale?: string;
  readonly by: Person;
};

/** A run keeps the version and hash that it started with. `hash` is the SHA-256 of the text, in hex. */
export type SopReference = { readonly id: string; readonly version: number; readonly hash: string };

export type FactRead = {
  readonly type: 'fact-read';
  readonly command: CommandId;
  readonly fact: FactName;
  readonly reading: Reading;
  readonly source: ReadSource;
  /** When the system said so. */
  readonly observedAt: Instant;
  /** True for a value that only fills in texts and parameters, in examples: conditions treat the fact as unknown. */
  readonly onlyForFilling?: boolean;
};

/** What a system that answered said about a field. */
export type Reading =
  | { readonly is: 'value'; readonly value: FactJson }
  /** The field is there and holds nothing. */
  | { readonly is: 'empty' }
  /** It answered, and the record or the field is not there, or it cannot be told which record is meant. */
  | {
      readonly is: 'none';
      readonly because: 'not-found' | 'several' | 'no-such-field' | 'not-offered' | 'key-missing';
    };

/** Where a value came from: a system's record (with a link where it has one), or a person who typed it in. */
export type ReadSource =
  | {
      readonly from: 'system';
      readonly system: string;
      readonly record: string;
      readonly field: string;
      readonly url?: string;
    }
  | { readonly from: 'person'; readonly person: Person };

/** The system did not answer. The fact stays unknown, never `no`. */
export type FactFailed = {
  readonly type: 'fact-failed';
  readonly command: CommandId;
  readonly fact: FactName;
  readonly system: string;
  readonly failure: Failure;
};

/** Why something did not work, as a code and the provider's own words. */
export type Failure = {
  readonly code:
    | 'unavailable'
    | 'refused'
    | 'not-connected'
    | 'unreadable'
    | 'stale'
    | 'not-allowed'
    | 'unknown-team'
    | 'unclear-target'
    | 'unknown-outcome'
    /** Whoever carried it out was gone before anything had happened: it is proposed again, because no system failed. */
    | 'interrupted'
    /** A setting of the app is wrong or missing; the reason names it and what to do. */
    | 'misconfigured';
  /** The provider's reason, or what was found instead; data, never instructions. */
  readonly reason: string;
  readonly status?: number;
  /** By which the system's support finds the request. */
  readonly requestId?: string;
  /** The system has stopped answering and is not asked before this time. */
  readonly until?: Instant;
};

/** A fact that the message says, with the words; `value: null` where the message does not say it. */
export type FactExtracted = {
  readonly type: 'fact-extracted';
  readonly command: CommandId;
  readonly fact: FactName;
  readonly value: FactJson;
  readonly quote?: string;
  readonly by: 'assistant' | 'nobody' | Person;
  /** As in `FactRead`. */
  readonly onlyForFilling?: boolean;
};

/** The answer to the once-per-run question of a `When` whose condition was unknown. */
type QuestionAnswered = {
  readonly type: 'question-answered';
  readonly command: CommandId;
  readonly answer: 'yes' | 'no';
  readonly by: Person;
};

/** `again` answers a gate that names missing facts: they are read again. */
type GateAnswered = {
  readonly type: 'gate-answered';
  readonly command: CommandId;
  readonly answer: 'yes' | 'no' | 'again';
  readonly by: Person;
  readonly reason?: string;
  /** The question as it was seen: an answer to another one does not count. */
  readonly question?: string;
  /** The role in which it was answered: an answer in another one than the gate's does not count. */
  readonly role?: string;
};

type JudgementAnswered = {
  readonly type: 'judgement-answered';
  readonly command: CommandId;
  readonly answer: 'yes' | 'no';
  readonly by: Person;
  readonly reason?: string;
  /** As in `GateAnswered`. */
  readonly question?: string;
  readonly role?: string;
};

export type ProposalDecided = {
  readonly type: 'proposal-decided';
  readonly command: CommandId;
  readonly by: Person;
} & (
  | {
      readonly decision: 'approved';
      /** The exact values that were seen and approved; they differ from the proposed ones after an edit. */
      readonly parameters: Parameters;
      readonly edited: boolean;
      /** SHA-256 over the canonical form of what was shown, in hex. */
      readonly digest: string;
    }
  | { readonly decision: 'rejected'; readonly reason: string }
);

/** After a rejection that the SOP does not foresee: on without it, or stop and take over. */
type DeviationChosen = {
  readonly type: 'deviation-chosen';
  readonly command: CommandId;
  readonly choice: 'go-on' | 'stop';
  readonly by: Person;
};

/** Written before the call. From here on the action may have happened. */
type ExecutionIntended = {
  readonly type: 'execution-intended';
  readonly command: CommandId;
  readonly key: string;
  readonly by: Person;
};

type ExecutionEnded = {
  readonly type: 'execution-ended';
  readonly command: CommandId;
  readonly result: ExecutionResult;
};

/** Closed: succeeded, failed, or unknown. Unknown is never shown as either of the others and never repeated blindly. */
export type ExecutionResult =
  | {
      readonly is: 'succeeded';
      /** What the system calls it: `re_1…`, an audit id. */
      readonly reference?: string;
      readonly url?: string;
      /** The system took it and finishes later, such as a refund that is `pending`. */
      readonly pending?: boolean;
      /** How a lost answer was found out, where it was. */
      readonly reconciled?: string;
      /** What was not done along with it, such as a tag that could not be added. */
      readonly remark?: string;
      /** What would take it back, with the values of that moment; absent where nothing does. */
      readonly undo?: AddedAction;
    }
  | { readonly is: 'failed'; readonly failure: Failure }
  | { readonly is: 'unknown'; readonly failure: Failure };

type CustomerAnswered = {
  readonly type: 'customer-answered';
  readonly command: CommandId;
  readonly comment?: string;
};

type ManualStepDone = {
  readonly type: 'manual-step-done';
  readonly command: CommandId;
  readonly by: Person;
  readonly note?: string;
};

type SectionWritten = { readonly type: 'section-written'; readonly command: CommandId };

/** A wait began; `until` where it has a time. */
export type Held = { readonly type: 'held'; readonly command: CommandId; readonly until?: Instant };

type HoldEnded = { readonly type: 'hold-ended'; readonly command: CommandId };

/**
 * Several records fit and the rep said which one is meant; `id: null` says that none of them is, or that it cannot be told. It holds for
 * every later reading of this record in the run. `command` is the reading or the proposal that asked.
 */
export type RecordChosen = {
  readonly type: 'record-chosen';
  readonly command: CommandId;
  readonly system: string;
  readonly record: string;
  readonly id: string | null;
  /** As it was shown. */
  readonly name: string;
  readonly by: Person;
};

/** An action that is no instruction of the SOP: its operation and exact values. */
export type AddedAction = { readonly operation: string; readonly parameters: Parameters };

/**
 * A person proposes something beside the SOP: to take back what was done, or to ask a colleague for an answer. It is decided and
 * executed like every other proposal, also after the run has ended, and leads the run nowhere.
 */
export type ProposalAdded = {
  readonly type: 'proposal-added';
  /** `<about>/undo#0`, `<about>/ask#0`. */
  readonly command: CommandId;
  readonly about: CommandId;
  readonly because: 'undo' | 'ask-colleague';
  readonly action: AddedAction;
  readonly by: Person;
};

/** The end of a run; only proposals that people add come after it. `cancelled` comes from outside: another SOP was chosen, or the run was begun again. */
type RunEnded = { readonly type: 'run-ended'; readonly outcome: Outcome; readonly by?: Person };
