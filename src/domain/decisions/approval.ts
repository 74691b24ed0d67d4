import type { Parameters } from '../run/commands.ts';
import type { CommandId, Instant, Person } from '../run/events.ts';
import type { Target } from './proposal.ts';

/** A decision on exactly one proposal and its exact values, bound to what was seen. */
export type Approval = {
  readonly runId: string;
  readonly command: CommandId;
  readonly operation: string;
  readonly parameters: Parameters;
  readonly target: Target;
  readonly sopHash: string;
  /** The ticket's `updated_at` when the approver saw the proposal. */
  readonly ticketUpdatedAt: Instant;
  readonly digest: string;
  readonly by: Person;
  readonly at: Instant;
};

declare const verified: unique symbol;

/** Made by `verifyApproval` alone; the only thing that `execute` takes. `key` is the same for every try of the same thing. */
export type VerifiedApproval = {
  readonly [verified]: true;
  readonly approval: Approval;
  readonly key: string;
};

/** Why an approval does not lead to an execution, in a closed list. */
export type Verification =
  | { readonly is: 'valid'; readonly approval: VerifiedApproval }
  | { readonly is: 'stale'; readonly changes: readonly Change[] }
  | { readonly is: 'expired'; readonly at: Instant }
  | { readonly is: 'used' }
  | {
      readonly is: 'refused';
      readonly because:
        'role-missing' | 'locked' | 'digest' | 'not-waiting' | 'limit' | 'ticket-closed' | 'may-not-change';
      readonly detail: string;
    };

/**
 * What is different from what was approved. `what` is `target`, `message` (the customer wrote again), `parameter:<name>`,
 * `limit:<name>` or `fact:<name>`; an empty `before` or `after` says that it was, or is, unknown.
 */
export type Change = { readonly what: string; readonly before: string; readonly after: string };
