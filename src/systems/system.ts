import type { ActionKind } from '../domain/decisions/action-kind.ts';
import type { Preparation } from '../domain/decisions/proposal.ts';
import type { VerifiedApproval } from '../domain/decisions/approval.ts';
import type { ExecutionResult } from '../domain/run/events.ts';
import type { FactName, FactType } from '../domain/facts/value.ts';
import type { ProposalCommand } from '../domain/run/commands.ts';
import type { RecordDeclaration } from '../domain/sop/document.ts';
import type { ActionContext, Reconciliation } from '../app/ports/actions.ts';
import type { ReadAnswer, ReadRequest, SystemSource } from '../app/ports/records.ts';
import type { SystemCheck } from '../app/ports/systems.ts';

/** A system's catalogue: which facts it offers, and how they are read. */
export type FactField = { readonly record: string; readonly field: string; readonly type: FactType };

/** One outside system behind the ports. */
export type System = {
  readonly name: string;
  /** What it offers by name; custom fields come on top. */
  readonly facts: readonly FactField[];
  /** Facts of the SOP that must be known before this source can be looked up. */
  keyFacts(
    source: SystemSource,
    records: readonly RecordDeclaration[],
    declared: readonly FactName[],
  ): readonly FactName[];
  read(request: ReadRequest): Promise<ReadAnswer>;
  /** Whether it is connected: asks for something small with the key of the settings. Reads only, never throws. */
  check(): Promise<SystemCheck>;
  readonly actions: readonly ActionImplementation[];
};

/** An action kind with what it takes to do it. All of it stands in the folder of its system. */
export type ActionImplementation = {
  readonly kind: ActionKind;
  prepare(
    proposal: ProposalCommand,
    context: ActionContext,
    freshness: 'shared' | 'newest',
  ): Promise<Preparation>;
  execute(approval: VerifiedApproval, context: ActionContext): Promise<ExecutionResult>;
  reconcile(approval: VerifiedApproval, context: ActionContext): Promise<Reconciliation>;
};
