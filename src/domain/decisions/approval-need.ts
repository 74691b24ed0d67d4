import type { ProposalCommand } from '../run/commands.ts';
import type { ActionKind } from './action-kind.ts';

type RoleName = string;

/** An autonomy that a named admin has switched on for one operation, up to an amount. */
type AutonomyRule = {
  readonly operation: string;
  readonly atMost: string | undefined;
  readonly switchedOnBy: string;
};

/** Why a decision is needed, or why none can be given; the UI words it. */
type Reason = 'sop-needs-role' | 'moves-money' | 'no-autonomy' | 'not-offered' | 'no-shared-record';

/** Whose decision an action needs before it may be carried out. */
export type ApprovalNeed =
  | { readonly type: 'none'; readonly because: AutonomyRule }
  | { readonly type: 'rep'; readonly because: Reason }
  | { readonly type: 'role'; readonly role: RoleName; readonly because: Reason }
  | { readonly type: 'forbidden'; readonly because: Reason };

type Question = {
  readonly proposal: Pick<ProposalCommand, 'needs'>;
  /** Undefined where no connected system offers the operation. */
  readonly kind: Pick<ActionKind, 'movesMoney' | 'onceBy'> | undefined;
  /** Whether claims are seen by everybody, and not only in this browser. */
  readonly isShared: boolean;
  /** The rule that covers this proposal, where an admin has switched one on. */
  readonly autonomy: AutonomyRule | undefined;
};

/**
 * What the SOP asks for comes first: a role in its header is never overruled by an autonomy. Without shared claims only the
 * provider's own key keeps money from moving twice, so without that key too it does not move; and what nothing at all keeps from
 * happening twice, such as goods sent again, is not done either. Source: zendesk.md, section 18.
 */
export function approvalNeed({ proposal, kind, isShared, autonomy }: Question): ApprovalNeed {
  if (!kind) return { type: 'forbidden', because: 'not-offered' };
  if (!isShared && mayHappenTwice(kind)) return { type: 'forbidden', because: 'no-shared-record' };
  if (proposal.needs !== undefined) return { type: 'role', role: proposal.needs, because: 'sop-needs-role' };
  if (autonomy) return { type: 'none', because: autonomy };
  return { type: 'rep', because: kind.movesMoney ? 'moves-money' : 'no-autonomy' };
}

function mayHappenTwice({ movesMoney, onceBy }: Pick<ActionKind, 'movesMoney' | 'onceBy'>): boolean {
  return onceBy === 'nothing' || (movesMoney && onceBy !== 'provider-key');
}
