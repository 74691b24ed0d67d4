import { approveAllOrder, isListed } from '../domain/decisions/approve-all-order.ts';
import type { Preparation } from '../domain/decisions/proposal.ts';
import { targetChanges } from '../domain/decisions/verify-approval.ts';
import type { PlanItem } from '../domain/run/plan.ts';
import { holdsRole } from '../domain/decisions/roles.ts';
import { needOf } from './action-permission.ts';
import { approve } from './approve.ts';
import type { RunSession } from './run-session.ts';
import type { ApprovedValues } from './sidebar-command.ts';

/**
 * Approves what was listed, one after the other in the order of the plan, each with its own result. Ends at the first that does not
 * succeed, and as soon as the run proposes something else than was listed, or would do it to something else: that was not approved.
 * Returns how many succeeded.
 */
export async function approveAll(session: RunSession, approvals: readonly ApprovedValues[]): Promise<number> {
  const { plan } = session.context.advanced;
  const listed = approveAllOrder(plan.map((item) => ({ item, mayBeApproved: mayBeApproved(session, item) })));
  const shown = new Map(listed.map((item) => [item.id, session.preparations.get(item)]));
  let succeeded = 0;
  for (const [at, values] of approvals.entries()) {
    const item = listed[at];
    if (!item || item.id !== values.command) break;
    await session.settled();
    if (!isListed(item, waitingItem(session)) || hasMoved(session, item, shown.get(item.id))) break;
    const result = await approve(session, values);
    if (result?.is !== 'succeeded') break;
    succeeded += 1;
  }
  return succeeded;
}

/** A card may have been prepared anew since the list was seen. What is different then stands on it. */
function hasMoved(session: RunSession, item: PlanItem, shown: Preparation | undefined): boolean {
  const now = session.preparations.get(item);
  if (shown?.is !== 'ready' || !now) return false;
  const changes = targetChanges(shown.target, now);
  if (changes.length === 0) return false;
  session.notes.set(item.id, { is: 'stale', changes });
  session.changed();
  return true;
}

function waitingItem({ context }: RunSession): PlanItem | undefined {
  return context.advanced.plan.find(
    ({ added, state }) => !added && (state.is === 'waiting' || state.is === 'approved'),
  );
}

function mayBeApproved({ context, preparations }: RunSession, item: PlanItem): boolean {
  if (preparations.get(item)?.is !== 'ready') return false;
  const need = needOf(item, context);
  if (need.type === 'role') return holdsRole(need.role, context.user, context.settings.teams) === 'yes';
  return need.type !== 'forbidden';
}
