import type { FactName, FactType } from '../domain/facts/value.ts';
import type { CommandPlace, MissingFactsCommand } from '../domain/run/commands.ts';
import type { CommandId, Instant } from '../domain/run/events.ts';
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
        readonly answerer: Answerer;
      }
    | {
        readonly kind: 'judgement';
        readonly role: string | undefined;
        readonly question: string;
        readonly answerer: Answerer;
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
    /** A bullet that only a person can do. */
    | { readonly kind: 'manual'; readonly text: string }
  );

/** Whether this person may answer, or a colleague has to. `isKnown` is false where the teams setting does not name the role. */
export type Answerer = { readonly youMay: boolean; readonly isKnown: boolean };

/** A fact that a person can give. */
export type AskedFact = {
  readonly name: FactName;
  readonly type: FactType;
  readonly source: Source | undefined;
};
