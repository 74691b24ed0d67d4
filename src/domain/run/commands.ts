import type { FactJson } from '../facts/fact-json.ts';
import type { Span } from '../facts/problem.ts';
import type { FactName } from '../facts/value.ts';
import type { Source } from '../sop/document.ts';
import type { CommandId, Instant, Person, ProposalAdded } from './events.ts';

/** The values of an action by parameter name, in the canonical JSON form of facts: `{ amount: 'USD 142.1' }`. */
export type Parameters = Readonly<Record<string, FactJson>>;

/** What the run needs from the world before it can go on. The shell does it and appends what came of it as an event. */
export type Command = CommandPlace &
  (
    | ReadCommand
    | ExtractCommand
    | QuestionCommand
    | GateCommand
    | MissingFactsCommand
    | JudgeCommand
    | ProposalCommand
    | DeviationCommand
    | WaitCommand
    | ManualCommand
    | WriteCommand
  );

export type CommandPlace = {
  readonly id: CommandId;
  /** The sentence that asks for it. */
  readonly span: Span;
  /** Labels of the evidence that the sentence, its step or its table cites. */
  readonly cites: readonly string[];
  /** 0 for an edge case. */
  readonly step: number;
};

export type ReadCommand = { readonly kind: 'read'; readonly fact: FactName; readonly source: Source };

/** Facts to be read from the customer's message in one go. */
export type ExtractCommand = {
  readonly kind: 'extract';
  readonly facts: readonly FactName[];
  /** For an edge case the run asks the rep itself when nobody can extract. */
  readonly neededBy: 'edge-case' | 'instruction';
};

/** A `When` whose condition is unknown: asked once per run and remembered. */
type QuestionCommand = {
  readonly kind: 'question';
  readonly condition: string;
  readonly missing: readonly FactName[];
};

type GateCommand = {
  readonly kind: 'gate';
  readonly role: string;
  readonly question: string | undefined;
  /** Where the SOP wants another person: those who may not answer, because they began the run or asked for the answer. */
  readonly notBy?: readonly Person[];
};

/** The run cannot decide: it waits until somebody gives the facts, has them read again, or stops. */
export type MissingFactsCommand = {
  readonly kind: 'missing';
  readonly missing: readonly FactName[];
  /** Why it stopped: a branch is unknown, a text or a parameter cannot be filled in, an action is locked, a system failed, a table is not decided. */
  readonly because:
    | 'unknown-condition'
    | 'unknown-parameter'
    | 'locked-action'
    | 'failure'
    | 'undecided-table'
    | 'too-many-rounds';
  /** The condition, the action or the system in question. */
  readonly about: string;
};

type JudgeCommand = {
  readonly kind: 'judge';
  readonly role: string | undefined;
  readonly question: string;
};

/** An action, waiting for a decision: `propose`, and every other change or message, which is an action of Zendesk's. */
export type ProposalCommand = {
  readonly kind: 'propose' | 'draft' | 'ask' | 'notify';
  /** The action's name in the header; undefined for what the language itself offers (`set`, `escalate` …). */
  readonly action: string | undefined;
  /** `stripe.refund`, `zendesk.set_field`, `zendesk.escalate` … */
  readonly operation: string;
  readonly parameters: Parameters;
  /** Role that must approve, by `needs` of the header. */
  readonly needs: string | undefined;
  /** 0 for the first try; a retry is a new proposal with a key of its own. */
  readonly attempt: number;
  /** The name of the reply that a draft was filled from. */
  readonly reply?: string;
  /** A person added it beside the SOP: nothing of the SOP asks for it, and nothing of it follows. */
  readonly added?: Added;
};

/** Where a proposal beside the SOP comes from. */
export type Added = Pick<ProposalAdded, 'about' | 'because' | 'by'> & { readonly at: Instant };

/** The SOP says nothing about this rejection. */
type DeviationCommand = { readonly kind: 'deviation'; readonly rejected: CommandId };

export type WaitCommand = {
  readonly kind: 'wait';
  readonly until:
    | {
        readonly is: 'time';
        /** Whole or fractional seconds, as a plain decimal. */ readonly seconds: string;
      }
    | { readonly is: 'condition'; readonly condition: string; readonly facts: readonly FactName[] }
    | { readonly is: 'answer' };
  readonly because: 'hold' | 'retry' | 'answer';
};

export type ManualCommand = { readonly kind: 'manual'; readonly text: string };

type WriteCommand = { readonly kind: 'write'; readonly text: string };
