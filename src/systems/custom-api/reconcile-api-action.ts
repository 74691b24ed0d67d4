import type { ActionContext, Reconciliation } from '../../app/ports/actions.ts';
import { passesField } from '../../domain/custom-api/passes.ts';
import { canonicalJson } from '../../domain/decisions/canonical-json.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import { undoOf } from './api-undo.ts';
import { targetId } from './execute-api-action.ts';
import { findByKey } from './find-by-key.ts';
import { findRecord, idsOf, readParameters, type ActionTools } from './prepare-api-action.ts';

/** Finds out from the system whether an action with a lost answer happened, in the way that its description names. */
export async function reconcileApiAction(
  tools: ActionTools,
  verified: VerifiedApproval,
  context: ActionContext,
): Promise<Reconciliation> {
  switch (tools.action.find.is) {
    case 'key':
      return byKey(tools, verified, context);
    case 'state':
      return byState(tools, verified, context);
    case 'person':
      return { is: 'cannot-tell', how: `${tools.api.title} cannot say whether it happened. Look there.` };
  }
}

async function byKey(
  tools: ActionTools,
  verified: VerifiedApproval,
  context: ActionContext,
): Promise<Reconciliation> {
  const search = await findByKey(tools, verified, context);
  switch (search.is) {
    case 'found':
      return happened(tools, verified, {
        how: `“${search.title}” ${search.id} carries the key of this approval.`,
        reference: search.id,
      });
    case 'not-there':
      return { is: 'did-not-happen', how: `No record “${search.title}” carries the key of this approval.` };
    case 'cannot-tell':
      return search;
  }
}

/** It happened where the record says so and is no longer as it was; it did not where the record is as it was. */
async function byState(
  tools: ActionTools,
  verified: VerifiedApproval,
  context: ActionContext,
): Promise<Reconciliation> {
  const { action, records } = tools;
  const read = readParameters(action, verified.approval.parameters);
  if (read.is === 'impossible') return { is: 'cannot-tell', how: read.failure.reason };
  const wanted = targetId(tools, verified);
  const found = await findRecord(tools, { context, freshness: 'newest', wanted }, read.values);
  if (found.is === 'impossible') return { is: 'cannot-tell', how: found.failure.reason };
  const { record } = found;
  if (record === undefined) return { is: 'cannot-tell', how: 'There is no record to look at.' };
  const isAsBefore = canonicalJson(idsOf(tools, record)) === canonicalJson(verified.approval.target.ids);
  const isDone = action.check.every((test) => {
    const value = records.field(record, test.field);
    return passesField(test, value.is === 'value' ? value.value : undefined, read.values);
  });
  if (isDone && !isAsBefore)
    return happened(tools, verified, { how: `${record.name} shows it now.`, reference: undefined });
  return isAsBefore && !isDone
    ? { is: 'did-not-happen', how: `${record.name} is as it was when this was approved.` }
    : { is: 'cannot-tell', how: `${record.name} is neither as it was nor as it would be.` };
}

function happened(
  tools: ActionTools,
  verified: VerifiedApproval,
  { how, reference }: { readonly how: string; readonly reference: string | undefined },
): Reconciliation {
  const result = {
    is: 'succeeded',
    ...(reference === undefined ? {} : { reference }),
    reconciled: how,
    ...undoOf(tools, verified, reference),
  } as const;
  return { is: 'happened', result, how };
}
