import type { ActionContext } from '../../app/ports/actions.ts';
import { passesAnswer, passesField } from '../../domain/custom-api/passes.ts';
import { jsonAt, scalarText } from '../../domain/custom-api/json-at.ts';
import type { Values } from '../../domain/custom-api/fill-request.ts';
import { canonicalJson } from '../../domain/decisions/canonical-json.ts';
import { checkEdit } from '../../domain/decisions/check-edit.ts';
import type { VerifiedApproval } from '../../domain/decisions/approval.ts';
import type { ExecutionResult } from '../../domain/run/events.ts';
import type { SystemAnswer, Transport } from '../transport/transport.ts';
import { actionCall } from './action-call.ts';
import { apiActionKind } from './api-action-kind.ts';
import { undoOf } from './api-undo.ts';
import { sendCall } from './api-transport.ts';
import { findByKey } from './find-by-key.ts';
import { findRecord, prepareApiAction, readParameters, type ActionTools } from './prepare-api-action.ts';

export type ExecuteTools = ActionTools & { readonly transport: Transport };

/**
 * Carries out exactly what was approved, once. The newest state of the record is read right before; if anything differs from what was
 * approved, nothing is sent, unless the difference is this very action.
 */
export async function executeApiAction(
  tools: ExecuteTools,
  verified: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult> {
  const { action } = tools;
  const { approval, key } = verified;
  const read = readParameters(action, approval.parameters);
  if (read.is === 'impossible') return { is: 'failed', failure: read.failure };
  const difference = await differenceOf(tools, verified, context);
  if (difference !== undefined) return doneEarlier(tools, { verified, context, difference });
  const earlier = await foundBefore(tools, verified, context);
  if (earlier !== undefined) return earlier;
  const answer = await sendCall(
    tools.transport,
    tools.api,
    actionCall(tools, read.values, {
      id: targetId(tools, verified),
      key,
      approver: `${approval.by.name} (${approval.by.id})`.slice(0, 200),
      ticket: context.ticket.id,
    }),
  );
  const result = resultOf(tools, verified, answer);
  return result.is === 'succeeded'
    ? confirm(tools, { verified, context, values: read.values, result })
    : result;
}

/** The id of the record that was approved. */
export function targetId({ action }: ActionTools, { approval }: VerifiedApproval): string | undefined {
  const record = action.on?.lookUp.record;
  return record === undefined ? undefined : approval.target.ids[record];
}

type Difference = Extract<ExecutionResult, { is: 'failed' }>;

async function differenceOf(
  tools: ExecuteTools,
  verified: VerifiedApproval,
  context: ActionContext,
): Promise<Difference | undefined> {
  const { approval } = verified;
  const wanted = targetId(tools, verified);
  const now = await prepareApiAction(tools, {
    parameters: approval.parameters,
    context,
    freshness: 'newest',
    wanted,
  });
  if (now.is === 'impossible') return { is: 'failed', failure: now.failure };
  if (canonicalJson(now.target.ids) !== canonicalJson(approval.target.ids))
    return stale(`${now.target.name} is not as it was when this was approved.`);
  const edit = checkEdit({
    kind: apiActionKind(tools.api, tools.action),
    proposed: approval.parameters,
    edited: approval.parameters,
    atMost: now.atMost,
  });
  return edit.is === 'ok'
    ? undefined
    : stale(`What is left of ${now.target.name} is less than was approved.`);
}

const stale = (reason: string): Difference => ({ is: 'failed', failure: { code: 'stale', reason } });

type Earlier = {
  readonly verified: VerifiedApproval;
  readonly context: ActionContext;
  readonly difference: Difference;
};

/** A record that carries our key says that it was done before. */
async function doneEarlier(
  tools: ExecuteTools,
  { verified, context, difference }: Earlier,
): Promise<ExecutionResult> {
  const found = await findByKey(tools, verified, context);
  if (found.is !== 'found') return difference;
  return { is: 'succeeded', reference: found.id, ...undoOf(tools, verified, found.id) };
}

/**
 * Where the system itself heeds no key, what carries it is looked for right before: only if it is certain that there is nothing is anything
 * sent.
 */
async function foundBefore(
  tools: ExecuteTools,
  verified: VerifiedApproval,
  context: ActionContext,
): Promise<ExecutionResult | undefined> {
  const { action } = tools;
  if (action.keyHeader !== undefined || action.find.is !== 'key') return undefined;
  const found = await findByKey(tools, verified, context);
  switch (found.is) {
    case 'not-there':
      return undefined;
    case 'found':
      return { is: 'succeeded', reference: found.id, ...undoOf(tools, verified, found.id) };
    case 'cannot-tell':
      return { is: 'failed', failure: { code: 'unavailable', reason: `Nothing was sent. ${found.how}` } };
  }
}

/** Statuses that are about the sign-in or the form of a request: nobody carries such a one out. Source: RFC 9110, section 15.5. */
const neverCarriedOut = [401, 403, 405, 406, 411, 413, 414, 415];

/** What the answer means by the description. Whatever it does not name may have been carried out: `unknown`. */
function resultOf(tools: ExecuteTools, verified: VerifiedApproval, answer: SystemAnswer): ExecutionResult {
  const { action, api } = tools;
  switch (answer.is) {
    case 'answered': {
      const { status, body } = answer;
      if (passesAnswer(action.refusedWhen, status, body))
        return {
          is: 'failed',
          failure: { code: 'refused', status, reason: `${api.title} did not do it: its answer says so.` },
        };
      if (!passesAnswer(action.succeededWhen, status, body))
        return unknown(
          `${api.title} answered ${status}, and not as “succeeded when” of its description says.`,
        );
      return succeeded(tools, verified, body);
    }
    case 'refused': {
      // With a key, 409 can mean that the same key is under way, and may succeed.
      const isUnderWay = answer.status === 409 && action.keyHeader !== undefined;
      const isClear =
        neverCarriedOut.includes(answer.status) ||
        passesAnswer(action.refusedWhen, answer.status, answer.body);
      return { is: isClear && !isUnderWay ? 'failed' : 'unknown', failure: answer.failure };
    }
    case 'unavailable':
      return { is: 'failed', failure: answer.failure };
    case 'unknown':
      return { is: 'unknown', failure: answer.failure };
  }
}

type Succeeded = Extract<ExecutionResult, { is: 'succeeded' }>;

function succeeded(tools: ExecuteTools, verified: VerifiedApproval, body: unknown): Succeeded {
  const { reference: path } = tools.action;
  const reference = path && scalarText(jsonAt(body, path))?.slice(0, 200);
  return {
    is: 'succeeded',
    ...(reference === undefined ? {} : { reference }),
    ...(path !== undefined && reference === undefined
      ? { remark: `${tools.api.title} gave no reference: “${path.join('.')}” is not in its answer.` }
      : {}),
    ...undoOf(tools, verified, reference),
  };
}

type Done = {
  readonly verified: VerifiedApproval;
  readonly context: ActionContext;
  readonly values: Values;
  readonly result: Succeeded;
};

/** Reads the record once more. What it does not say is not taken for done. */
async function confirm(
  tools: ExecuteTools,
  { verified, context, values, result }: Done,
): Promise<ExecutionResult> {
  const { action, api } = tools;
  if (action.check.length === 0) return result;
  const wanted = targetId(tools, verified);
  const found = await findRecord(tools, { context, freshness: 'newest', wanted }, values);
  if (found.is === 'impossible' || found.record === undefined)
    return unknown(`${api.title} said that it was done, but it could not be looked at again.`);
  const { record } = found;
  const isDone = action.check.every((test) => {
    const read = tools.records.field(record, test.field);
    return passesField(test, read.is === 'value' ? read.value : undefined, values);
  });
  return isDone
    ? result
    : unknown(`${api.title} said that it was done, but ${record.name} does not show it.`);
}

const unknown = (reason: string): ExecutionResult => ({
  is: 'unknown',
  failure: { code: 'unknown-outcome', reason },
});
