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
  | { readonly is: 'impossible'; readonly failure: Failure };

/** Ids that the execution uses, and the words for people: `Visa ··4242`. */
export type Target = {
  readonly ids: Readonly<Record<string, string>>;
  readonly name: string;
  readonly url?: string;
};

/** `label` is a translation key under `ui.preview`. */
export type PreviewLine = { readonly label: string; readonly value: FactJson; readonly before?: FactJson };
