import type { RecordChoice } from '../domain/decisions/proposal.ts';
import type { FactName, FactType } from '../domain/facts/value.ts';
import type { CommandPlace, MissingFactsCommand } from '../domain/run/commands.ts';
import type { CommandId, Instant, Person } from '../domain/run/events.ts';
import type { TraceEntry } from '../domain/run/plan.ts';
import type { Source } from '../domain/sop/document.ts';
import type { Message } from './ports/ticket-desk.ts';

/** Something besides a proposal that the run waits for. Proposals are cards of their own. */
export type WaitingView = CommandPlace & {
  /** An answer was sent and is being recorded. */
  readonly isSending: boolean;
} & (
    | {
        readonly kind: 'gate';
        readonly role: string;
        readonly question: string | undefined;
        /** Nobody who began the run or asked for the answer may give it. */
        readonly isByAnother: boolean;
        readonly answerer: Answerer;
        readonly asking: Asking;
      }
    | {
        readonly kind: 'judgement';
        readonly role: string | undefined;
        readonly question: string;
        readonly answerer: Answerer;
        readonly asking: Asking;
      }
    /** A `When` that cannot be decided; `condition` as the SOP has it. */
    | { readonly kind: 'question'; readonly condition: string; readonly missing: readonly AskedFact[] }
    | {
        readonly kind: 'missing';
        readonly missing: readonly AskedFact[];
        readonly because: MissingFactsCommand['because'];
        readonly about: string;
      }
    /** To be read from the message. `reader` is `assistant` while it reads; then the rep, when there is none or it failed. */
    | {
        readonly kind: 'extract';
        readonly facts: readonly AskedFact[];
        readonly messages: readonly Message[];
        readonly reader:
          | { readonly is: 'assistant' }
          | { readonly is: 'rep'; readonly because: 'assistant-off' | 'assistant-failed' };
      }
    /** The SOP does not say what follows after this rejection. */
    | { readonly kind: 'deviation'; readonly rejected: CommandId }
    | {
        readonly kind: 'hold';
        readonly because: 'hold' | 'retry';
        readonly until:
          | { readonly is: 'time'; readonly at: Instant }
          | { readonly is: 'condition'; readonly condition: string; readonly facts: readonly FactName[] };
      }
    /** A question was sent to the customer. */
    | { readonly kind: 'customer-answer'; readonly question: string; readonly askedAt: Instant | undefined }
    /** Several records fit: a person says which one is meant. `facts` wait for it. */
    | { readonly kind: 'record'; readonly choice: RecordChoice; readonly facts: readonly FactName[] }
    /** A bullet that only a person can do. */
    | { readonly kind: 'manual'; readonly text: string }
  );

/**
 * Whether this person may answer, or a colleague has to. `isKnown` is false where the teams setting does not name the role;
 * `hasRequested` where this person has the role and the SOP wants somebody else than who began the run or asked.
 */
export type Answerer = {
  readonly youMay: boolean;
  readonly isKnown: boolean;
  readonly hasRequested: boolean;
};

/** Asking a colleague with the role to answer, by an internal note. */
export type Asking = {
  /** This person may ask now, for the first time or again. */
  readonly isOffered: boolean;
  /** Who has asked last, where the note was written. */
  readonly asked: { readonly by: Person; readonly at: Instant } | undefined;
  /** What the question rests on. */
  readonly basis: TraceEntry['facts'];
};

/** A fact that a person can give. */
export type AskedFact = {
  readonly name: FactName;
  readonly type: FactType;
  readonly source: Source | undefined;
};
