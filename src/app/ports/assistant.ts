import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactName, FactType } from '../../domain/facts/value.ts';
import type { Message } from './ticket-desk.ts';

export type ExtractRequest = {
  readonly facts: readonly { readonly name: FactName; readonly type: FactType }[];
  readonly messages: readonly Message[];
};

export type ExtractAnswer =
  /** `value: null` for a fact that the message does not say, or whose quote is not in the customer's words. */
  | {
      readonly is: 'read';
      readonly facts: readonly {
        readonly name: FactName;
        readonly value: FactJson;
        readonly quote?: string;
      }[];
    }
  | { readonly is: 'off' }
  | { readonly is: 'failed'; readonly reason: string };

/** The language model behind a port. It reads and drafts; it never acts and never decides a condition. */
export interface Assistant {
  /** Whether there is anybody to ask. */
  readonly isOn: boolean;
  extract(request: ExtractRequest): Promise<ExtractAnswer>;
}
