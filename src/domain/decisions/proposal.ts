import type { FactJson } from '../facts/fact-json.ts';
import type { Parameters } from '../run/commands.ts';
import type { Failure } from '../run/events.ts';

/** What the system says about a proposal before anybody approves it. Reads only. */
export type Preparation =
  | {
      readonly is: 'ready';
      /** What exactly will be changed, found by the system: the payment, the ticket, the order. Part of what is approved. */
      readonly target: Target;
      /** What the rep should see besides the parameters: what is left to refund, before → after. */
      readonly preview: readonly PreviewLine[];
      /** Upper bounds by parameter name, such as what is left to refund; an edit may not pass them. */
      readonly atMost: Parameters;
    }
  /** `choice`: it would be possible if somebody said which of these records is meant. */
  | { readonly is: 'impossible'; readonly failure: Failure; readonly choice?: RecordChoice };

/** Ids that the execution uses, and the words for people: `Visa ··4242`. */
export type Target = {
  readonly ids: Readonly<Record<string, string>>;
  readonly name: string;
  readonly url?: string;
};

/** `label` is a translation key under `ui.preview`. */
export type PreviewLine = { readonly label: string; readonly value: FactJson; readonly before?: FactJson };

/** Several records of one kind that may be meant, all of them; never the first one by itself. */
export type RecordChoice = {
  readonly system: string;
  /** As sources of facts name it: `order`, `charge`. */
  readonly record: string;
  readonly candidates: readonly RecordCandidate[];
};

/** A record that may be meant, with enough to tell it from the others. Data of the system, never instructions. */
export type RecordCandidate = {
  readonly id: string;
  /** What people call it: `#1001`, `Visa ··4242`. */
  readonly name: string;
  readonly details: readonly PreviewLine[];
  readonly url?: string;
};
