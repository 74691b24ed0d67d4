import * as z from 'zod/mini';
import type { Reconciliation } from '../../../app/ports/actions.ts';
import type { VerifiedApproval } from '../../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../../domain/run/events.ts';
import { parseAnswer, type Parsed } from '../../look-up/parse-answer.ts';
import type { SystemAnswer, SystemRequest, Transport } from '../../transport/transport.ts';
import { holdsValue } from '../field-value.ts';
import type { FieldChange, SettableField } from '../settable-field.ts';
import { failedBecause, notDone, unreadableOutcome } from '../write-outcome.ts';

/** Sets a field of the requester or the organization. They have no safe update and no audit of ours: the value itself is the proof. */
export async function setOnProfile(
  transport: Transport,
  change: FieldChange,
  approval: VerifiedApproval,
): Promise<ExecutionResult> {
  const { field } = change;
  const path = profilePath(field, approval);
  if (path === undefined) return failedBecause('unclear-target', `The approval names no ${field.record}.`);
  const answer = await transport.send(updateRequest(change, path));
  if (answer.is !== 'answered') return notDone(answer);
  const holds = readBack(answer, change);
  if (holds.is === 'failed') return unreadableOutcome(holds.failure);
  return holds.body
    ? { is: 'succeeded' }
    : failedBecause('refused', `Zendesk took the update, but “${field.title}” does not hold the value.`);
}

/** Whether the field holds the value by now. */
export async function reconcileProfile(
  transport: Transport,
  change: FieldChange,
  approval: VerifiedApproval,
): Promise<Reconciliation> {
  const { field } = change;
  const path = profilePath(field, approval);
  if (path === undefined) return { is: 'cannot-tell', how: `The approval names no ${field.record}.` };
  const holds = readBack(await transport.send(readRequest(field, path)), change);
  if (holds.is === 'failed') return { is: 'cannot-tell', how: holds.failure.reason };
  const how = `“${field.title}” ${holds.body ? 'holds' : 'does not hold'} the value.`;
  return holds.body
    ? { is: 'happened', result: { is: 'succeeded', reconciled: how }, how }
    : { is: 'did-not-happen', how };
}

const fields = z.nullish(z.record(z.string(), z.unknown()));
const answerSchema = z.object({
  user: z.optional(z.looseObject({ id: z.number(), user_fields: fields })),
  organization: z.optional(z.looseObject({ id: z.number(), organization_fields: fields })),
});

function readBack(answer: SystemAnswer, { field, raw }: FieldChange): Parsed<boolean> {
  const what = `the ${field.record}`;
  const parsed = parseAnswer(answer, answerSchema, what);
  if (parsed.is === 'failed') return parsed;
  const { user, organization } = parsed.body;
  const values = field.isCustom
    ? (user?.user_fields ?? organization?.organization_fields)
    : (user ?? organization);
  if (!values) {
    const reason = `Cannot read ${what}: the answer lacks its fields.`;
    return { is: 'failed', failure: { code: 'unreadable', reason } };
  }
  const found = new Map<string, unknown>(Object.entries(values)).get(field.name);
  return { is: 'parsed', body: holdsValue(field.shape, raw, found) };
}

/** Undefined where the approval names no such record; only numbers stand in a path. */
function profilePath({ record }: SettableField, { approval }: VerifiedApproval): string | undefined {
  const id = approval.target.ids[record];
  if (id === undefined || !/^\d{1,18}$/.test(id)) return undefined;
  return record === 'requester' ? `/api/v2/users/${id}.json` : `/api/v2/organizations/${id}.json`;
}

function updateRequest({ field, raw }: FieldChange, path: string): SystemRequest {
  const { record, name, isCustom } = field;
  const given = { [name]: raw };
  const json =
    record === 'requester'
      ? { user: isCustom ? { user_fields: given } : given }
      : { organization: isCustom ? { organization_fields: given } : given };
  const operation = `update the ${record}`;
  return { ...base, operation, method: 'PUT', path, body: { json }, repeat: 'never' };
}

const readRequest = ({ record }: SettableField, path: string): SystemRequest => ({
  ...base,
  operation: `read the ${record}`,
  method: 'GET',
  path,
  repeat: 'read',
});

const base = { system: 'zendesk', priority: 'person' } as const;
