import type { ActionKind } from '../../domain/decisions/action-kind.ts';
import type { Preparation } from '../../domain/decisions/proposal.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { FactJson } from '../../domain/facts/fact-json.ts';
import type { FactName } from '../../domain/facts/value.ts';
import type { RecordDeclaration } from '../../domain/sop/document.ts';
import type { ProposalCommand } from '../../domain/run/commands.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import type { ChosenRecord } from './records.ts';
import type { Ticket } from './ticket-desk.ts';

export type ActionContext = {
  readonly ticket: Ticket;
  readonly runId: string;
  readonly sop: { readonly id: string; readonly version: number; readonly title: string };
  /** What the SOP declares records by: an action that names no record itself is about the declared one. */
  readonly records: readonly RecordDeclaration[];
  readonly keyFact: (name: FactName) => FactJson | undefined;
  readonly chosen: ChosenRecord;
  /** The run's explanation as plain text, for notes of an escalation. */
  readonly traceText: string;
};

export type Reconciliation =
  | {
      readonly is: 'happened';
      readonly result: Extract<ExecutionResult, { is: 'succeeded' }>;
      readonly how: string;
    }
  | { readonly is: 'did-not-happen'; readonly how: string }
  /** The system cannot tell, or does not answer: a person decides. */
  | { readonly is: 'cannot-tell'; readonly how: string };

/** What Signoff can do in the outside systems. `execute` is the only verb that writes outside. */
export interface Actions {
  readonly kinds: readonly ActionKind[];
  kind(operation: string): ActionKind | undefined;
  /** Finds the exact target and says what would happen; `newest` asks the system again. Reads only, never throws. */
  prepare(
    proposal: ProposalCommand,
    context: ActionContext,
    freshness: 'shared' | 'newest',
  ): Promise<Preparation>;
  /** Carries out an approved proposal, once, and reads back that it worked. Never throws; a lost answer is `unknown`. */
  execute(approval: VerifiedApproval, context: ActionContext): Promise<ExecutionResult>;
  /** Asks the system whether an execution with a lost answer happened. Reads only. */
  reconcile(approval: VerifiedApproval, context: ActionContext): Promise<Reconciliation>;
}
