import type { PlanItem } from '../run/plan.ts';
import { canonicalJson } from './canonical-json.ts';

type Listed = {
  readonly item: PlanItem;
  /** Prepared, and this person may approve it. */ readonly mayBeApproved: boolean;
};

/**
 * What one “Approve all” covers: the proposals that wait or follow, in the order of the plan, up to the first that this person
 * cannot approve. What stands behind that one may rest on it, so it is never reached. What people have proposed beside the SOP is
 * decided by itself and stands in nobody's way.
 */
export function approveAllOrder(listed: readonly Listed[]): readonly PlanItem[] {
  const open = listed.filter(
    ({ item }) => !item.added && ['waiting', 'planned', 'approved'].includes(item.state.is),
  );
  const end = open.findIndex(({ mayBeApproved }) => !mayBeApproved);
  return (end === -1 ? open : open.slice(0, end)).map(({ item }) => item);
}

/** Whether the proposal that waits now is the one that was listed: anything else was not what the person approved. */
export function isListed(listed: PlanItem, waiting: PlanItem | undefined): boolean {
  return waiting !== undefined && identity(listed) === identity(waiting);
}

function identity({ id, kind, action, operation, parameters, needs, attempt }: PlanItem): string {
  return canonicalJson({
    id,
    kind,
    action: action ?? null,
    operation,
    parameters,
    needs: needs ?? null,
    attempt,
  });
}
