import type { FactJson } from '../domain/facts/fact-json.ts';
import type { FactName } from '../domain/facts/value.ts';
import type { Parameters } from '../domain/run/commands.ts';
import type { CommandId } from '../domain/run/events.ts';

/** Everything that a person can do in the sidebar. `command` is what the run waits for. */
export type SidebarCommand =
  /** Begins a run of this SOP; a run of another one is cancelled. */
  | { readonly type: 'choose-sop'; readonly sop: string }
  /** Begins a new run of the same SOP, with its published version. */
  | { readonly type: 'run-again' }
  | ({ readonly type: 'approve' } & ApprovedValues)
  /** In the order in which they were listed; the first that does not succeed ends it. */
  | { readonly type: 'approve-all'; readonly approvals: readonly ApprovedValues[] }
  | { readonly type: 'reject'; readonly command: CommandId; readonly reason: string }
  /** After a rejection that the SOP does not foresee. `command` is the deviation's. */
  | { readonly type: 'choose-deviation'; readonly command: CommandId; readonly choice: 'go-on' | 'stop' }
  /** The values changed under an approval: prepare and show the proposal anew. */
  | { readonly type: 'compute-again'; readonly command: CommandId }
  | {
      readonly type: 'answer-gate';
      readonly command: CommandId;
      readonly answer: 'yes' | 'no';
      readonly reason: string | undefined;
    }
  | {
      readonly type: 'answer-judgement';
      readonly command: CommandId;
      readonly answer: 'yes' | 'no';
      readonly reason: string | undefined;
    }
  | { readonly type: 'answer-question'; readonly command: CommandId; readonly answer: 'yes' | 'no' }
  /** Values in canonical form, already checked against the type; `null` says that the message does not say it (extraction only). */
  | {
      readonly type: 'give-facts';
      readonly command: CommandId;
      readonly facts: readonly { readonly fact: FactName; readonly value: FactJson }[];
    }
  /** Ask the systems again for everything that this waits for. */
  | { readonly type: 'read-again'; readonly command: CommandId }
  | { readonly type: 'tick-manual'; readonly command: CommandId; readonly note: string | undefined }
  /** Go on now, although the time is not up. */
  | { readonly type: 'end-hold'; readonly command: CommandId }
  /** The rep goes on by hand; the run ends as stopped. */
  | { readonly type: 'take-over'; readonly reason: string }
  /** A person has looked at an outcome that no system could tell. */
  | {
      readonly type: 'settle-unknown';
      readonly command: CommandId;
      readonly settlement: 'happened' | 'did-not-happen' | 'ask-again';
    }
  /** Several records fit: which one is meant; `id: null` for none of them. `command` is the reading or the proposal that asks. */
  | {
      readonly type: 'choose-record';
      readonly command: CommandId;
      readonly system: string;
      readonly record: string;
      readonly id: string | null;
      readonly name: string;
    }
  /** Proposes to take back what the execution of `command` did; approving it is a decision of its own. */
  | { readonly type: 'propose-undo'; readonly command: CommandId }
  /** Asks a colleague with the role to answer the gate `command`, by an internal note with exactly this text. */
  | { readonly type: 'ask-colleague'; readonly command: CommandId; readonly note: string }
  /** For admins: is every system connected? */
  | { readonly type: 'check-systems' }
  | { readonly type: 'retry-load' };

/** The exact values that were on the screen when the person approved. */
export type ApprovedValues = { readonly command: CommandId; readonly parameters: Parameters };
