import type { ActionKind, ParameterKind } from '../domain/decisions/action-kind.ts';
import type { ApprovalNeed } from '../domain/decisions/approval-need.ts';
import type { Change, Verification } from '../domain/decisions/approval.ts';
import type { Preparation } from '../domain/decisions/proposal.ts';
import type { Added, CommandPlace, Parameters, ProposalCommand } from '../domain/run/commands.ts';
import type { Failure, Instant, Person } from '../domain/run/events.ts';
import type { TraceEntry } from '../domain/run/plan.ts';
import type { Evidence } from '../domain/sop/document.ts';

/** A proposal as a card: what, how much, where, why, and what became of it. */
export type ProposalView = CommandPlace & {
  readonly kind: ProposalCommand['kind'];
  /** Its name in the header of the SOP; undefined for what the language itself offers. */
  readonly action: string | undefined;
  /** `stripe.refund`; its title and the labels of its parameters are worded by it. */
  readonly operation: string;
  /** What people call the action, where an admin has described it; the others have a translation. */
  readonly title?: string | undefined;
  /** The name of the Reply section that the text is from, where it is from one. */
  readonly reply: string | undefined;
  /** What the SOP proposes. */
  readonly proposed: Parameters;
  /** What counts now: the approved values once there are any, else the proposed ones. */
  readonly parameters: Parameters;
  /** The declared parameters in order; what is editable can be edited before approving. */
  readonly fields: readonly ParameterKind[];
  readonly risk: ActionKind['risk'];
  readonly movesMoney: boolean;
  /** The operation that would take it back. */
  readonly undo: string | undefined;
  /** 0 for the first try. */
  readonly attempt: number;
  /** `preparing` until the system has said what exactly would be changed; approval needs `ready`. */
  readonly preparation: Preparation | { readonly is: 'preparing' };
  readonly approver: Approver;
  /** The evidence that the sentence cites. */
  readonly evidence: readonly Evidence[];
  /** What the decision to propose it rests on: facts with their values then. */
  readonly basis: TraceEntry['facts'];
  readonly state: ProposalCardState;
  /** Where a person added it beside the SOP. */
  readonly added: Added | undefined;
  /** It was done, can be taken back, and nobody is taking it back yet. */
  readonly isUndoOffered: boolean;
};

/** Who may approve it. */
export type Approver =
  | { readonly is: 'you' }
  /** A role of the header's `needs`; `isKnown` is false where the teams setting does not name it. */
  | { readonly is: 'role'; readonly role: string; readonly youHaveIt: boolean; readonly isKnown: boolean }
  /** Nobody may: it is not offered, or could not be kept from happening twice. */
  | { readonly is: 'nobody'; readonly because: Extract<ApprovalNeed, { type: 'forbidden' }>['because'] };

export type ProposalCardState =
  /** The next one to be decided. */
  | { readonly is: 'waiting' }
  /** Follows if those before it are approved and succeed. */
  | { readonly is: 'planned' }
  /** The decision was made; it is being verified. */
  | { readonly is: 'approving'; readonly by: Person }
  /** The intent is written; the system has been asked. */
  | { readonly is: 'running'; readonly by: Person; readonly since: Instant }
  | {
      readonly is: 'succeeded';
      readonly by: Person;
      readonly at: Instant;
      readonly edited: boolean;
      readonly reference: string | undefined;
      readonly url: string | undefined;
      /** The system took it and finishes later. */
      readonly pending: boolean;
      /** How a lost answer was found out. */
      readonly reconciled: string | undefined;
      /** What was not done along with it. */
      readonly remark: string | undefined;
    }
  | { readonly is: 'failed'; readonly by: Person; readonly at: Instant; readonly failure: Failure }
  /** It may have happened. It is never repeated blindly. */
  | {
      readonly is: 'unknown';
      readonly by: Person;
      readonly at: Instant;
      readonly failure: Failure;
      /** `checking`: the system is being asked now. `cannot-tell`: it could not say, so a person looks and decides. */
      readonly check:
        | { readonly is: 'checking'; readonly since: Instant }
        | { readonly is: 'cannot-tell'; readonly how: string; readonly at: Instant };
    }
  | { readonly is: 'rejected'; readonly by: Person; readonly reason: string }
  /** Approved, but something had changed since it was shown: nothing was done. */
  | { readonly is: 'stale'; readonly changes: readonly Change[] }
  | { readonly is: 'expired'; readonly at: Instant }
  /** Approved, and not carried out; the closed list of `Verification`. */
  | {
      readonly is: 'refused';
      readonly because:
        Extract<Verification, { is: 'refused' }>['because'] | 'claimed-by-another' | 'ledger-unavailable';
      readonly detail: string;
    };
