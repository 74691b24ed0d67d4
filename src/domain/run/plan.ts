import type { Failure, ExecutionResult, Person } from './events.ts';
import type { Command, CommandPlace, Parameters, ProposalCommand } from './commands.ts';
import type { Outcome } from './outcome.ts';
import type { Span } from '../facts/problem.ts';
import type { Evaluation, FactName, FactType, Value } from '../facts/value.ts';
import type { Reading, ReadSource, Instant } from './events.ts';

/** What `advance` says: what the run waits for, the plan if all that is proposed now is approved, why, and how it ended. */
export type Advanced = {
  readonly waitingFor: readonly Command[];
  readonly plan: readonly PlanItem[];
  /** What the plan meets further on and nobody can answer yet: manual steps, and the gate, hold or question at which it ends. */
  readonly ahead: readonly Command[];
  readonly trace: readonly TraceEntry[];
  /** Every declared fact that the run has asked for so far, in the order of the header. */
  readonly facts: readonly KnownFact[];
  readonly outcome: Outcome | undefined;
  /** What the outcome will be if what is planned is approved and succeeds, where that can be told. */
  readonly plannedOutcome: Outcome | undefined;
};

/** An item of the plan, in the order in which it happens. */
export type PlanItem = CommandPlace & ProposalCommand & { readonly state: ProposalState };

export type ProposalState =
  /** The next one to be decided. */
  | { readonly is: 'waiting' }
  /** Follows if those before it are approved and succeed. */
  | { readonly is: 'planned' }
  | {
      readonly is: 'approved';
      readonly by: Person;
      readonly parameters: Parameters;
      readonly edited: boolean;
      readonly digest: string;
    }
  /** The intent is written: it may have happened. */
  | {
      readonly is: 'running';
      readonly by: Person;
      readonly parameters: Parameters;
      readonly edited: boolean;
      readonly digest: string;
      readonly key: string;
      readonly since: Instant;
    }
  | {
      readonly is: 'ended';
      readonly by: Person;
      readonly parameters: Parameters;
      readonly edited: boolean;
      readonly result: ExecutionResult;
      readonly at: Instant;
    }
  | { readonly is: 'rejected'; readonly by: Person; readonly reason: string };

/** One line of the explanation, made for people. `id` is the path of the instruction, `from` and `to` its sentence. */
export type TraceEntry = Span & {
  readonly id: string;
  readonly step: number;
  readonly text: string;
  readonly result: TraceResult;
  /** What the line rests on. */
  readonly facts: readonly { readonly name: FactName; readonly value: Evaluation }[];
};

/** What came of a line. */
export type TraceResult =
  | 'yes'
  | 'no'
  | 'unknown'
  | 'read'
  | 'failed'
  | 'proposed'
  | 'approved'
  | 'rejected'
  | 'succeeded'
  | 'locked'
  | 'waiting'
  | 'held'
  | 'done'
  | 'refused'
  | 'asked'
  | 'went-to-step'
  | 'escalated'
  | 'closed'
  | 'stopped'
  /** Beside the SOP: somebody takes back what was done, or has asked a colleague. */
  | 'undo-proposed'
  | 'undone'
  | 'undo-failed'
  | 'undo-rejected'
  | 'colleague-asked';

/** A fact as the run sees it now. */
export type KnownFact = {
  readonly name: FactName;
  readonly type: FactType;
  readonly state:
    | { readonly is: 'known'; readonly value: Value; readonly from: FactOrigin; readonly observedAt: Instant }
    | { readonly is: 'unknown'; readonly because: UnknownBecause; readonly observedAt: Instant | undefined }
    | { readonly is: 'reading' };
};

export type FactOrigin =
  | ReadSource
  | { readonly from: 'message'; readonly quote: string | undefined; readonly by: 'assistant' | Person };

export type UnknownBecause =
  | { readonly is: 'failed'; readonly system: string; readonly failure: Failure }
  | { readonly is: 'read'; readonly reading: Reading; readonly source: ReadSource }
  /** The system gave a value that does not fit the declared type. */
  | { readonly is: 'misfit'; readonly value: string; readonly source: ReadSource }
  | { readonly is: 'not-in-message'; readonly by: 'assistant' | 'nobody' | Person };
