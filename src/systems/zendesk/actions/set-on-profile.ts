import type { Reconciliation } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import type { SystemRequest, Transport } from '../../transport/transport.ts';
import type { FieldChange } from '../field-change.ts';
import { holdsValue } from '../field-value.ts';
import { profilePath, profileValue, readProfile } from '../profile-record.ts';
import { shownValue } from '../shown-value.ts';
import { undoProfileField } from '../undo-field.ts';
import { failedBecause, notDone, unreadableOutcome } from '../write-outcome.ts';

/**
 * Sets a field of the requester or the organization. They have no safe update and no audit of ours: the value is read right before, so
 * that nothing is overwritten that nobody has seen, and the value itself is the proof.
 */
export async function setOnProfile(
  transport: Transport,
  change: FieldChange,
  approval: VerifiedApproval,
): Promise<ExecutionResult> {
  const { field, raw } = change;
  const path = profilePath(field, approval.approval.target.ids[field.record]);
  if (path === undefined) return failedBecause('unclear-target', `The approval names no ${field.record}.`);
  const before = await readProfile(transport, field, path);
  if (before.is === 'failed') return { is: 'failed', failure: before.failure };
  const isAsSeen =
    approval.approval.target.ids['before'] === JSON.stringify(shownValue(field, before.body.value));
  if (!isAsSeen)
    return failedBecause('stale', `“${field.title}” holds another value by now; nothing was done.`);
  const answer = await transport.send(updateRequest(change, path));
  if (answer.is !== 'answered') return notDone(answer);
  const after = profileValue(answer, field);
  if (after.is === 'failed') return unreadableOutcome(after.failure);
  if (!holdsValue(field.shape, raw, after.body.value))
    return failedBecause('refused', `Zendesk took the update, but “${field.title}” does not hold the value.`);
  const { parameters } = approval.approval;
  const undo = holdsValue(field.shape, raw, before.body.value)
    ? undefined
    : undoProfileField({ field, parameters }, before.body.value);
  return { is: 'succeeded', ...(undo === undefined ? {} : { undo }) };
}

/** Whether the field holds the value by now. */
export async function reconcileProfile(
  transport: Transport,
  change: FieldChange,
  approval: VerifiedApproval,
): Promise<Reconciliation> {
  const { field } = change;
  const path = profilePath(field, approval.approval.target.ids[field.record]);
  if (path === undefined) return { is: 'cannot-tell', how: `The approval names no ${field.record}.` };
  const found = await readProfile(transport, field, path);
  if (found.is === 'failed') return { is: 'cannot-tell', how: found.failure.reason };
  const holds = holdsValue(field.shape, change.raw, found.body.value);
  const how = `“${field.title}” ${holds ? 'holds' : 'does not hold'} the value.`;
  return holds
    ? { is: 'happened', result: { is: 'succeeded', reconciled: how }, how }
    : { is: 'did-not-happen', how };
}

function updateRequest({ field, raw }: FieldChange, path: string): SystemRequest {
  const { record, name, isCustom } = field;
  const given = { [name]: raw };
  const json =
    record === 'requester'
      ? { user: isCustom ? { user_fields: given } : given }
      : { organization: isCustom ? { organization_fields: given } : given };
  const operation = `update the ${record}`;
  return {
    system: 'zendesk',
    operation,
    method: 'PUT',
    path,
    body: { json },
    repeat: 'never',
    priority: 'person',
  };
}
