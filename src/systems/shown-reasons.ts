import type { Preparation } from '../domain/decisions/proposal.ts';
import type { ExecutionResult, Failure } from '../domain/run/events.ts';
import type { Reconciliation } from '../app/ports/actions.ts';
import type { ReadAnswer } from '../app/ports/records.ts';
import type { SystemCheck } from '../app/ports/systems.ts';
import type { ActionImplementation, System } from './system.ts';
import { maskPrivateWords } from './transport/private-words.ts';

/** A reason may be shown, stored and written into notes, so it stays a sentence or two. */
const longestReason = 1_000;

/**
 * A system whose reasons can be shown and stored, wherever they come from: the transport masks what a refusal says, and an adapter may take a
 * reason out of an answer that says 200. No address, no card number and no key of it gets any further; line breaks become blanks.
 */
export function withShownReasons(system: System): System {
  return {
    ...system,
    read: async (request) => shownRead(await system.read(request)),
    check: async () => shownCheck(await system.check()),
    actions: system.actions.map(shownAction),
  };
}

function shownAction(action: ActionImplementation): ActionImplementation {
  return {
    ...action,
    prepare: async (proposal, context, freshness) =>
      shownPreparation(await action.prepare(proposal, context, freshness)),
    execute: async (approval, context) => shownResult(await action.execute(approval, context)),
    reconcile: async (approval, context) => shownReconciliation(await action.reconcile(approval, context)),
  };
}

const shownRead = (answer: ReadAnswer): ReadAnswer =>
  answer.is === 'failed' ? { ...answer, failure: shownFailure(answer.failure) } : answer;

const shownCheck = (check: SystemCheck): SystemCheck =>
  check.is === 'failing' ? { ...check, failure: shownFailure(check.failure) } : check;

const shownPreparation = (preparation: Preparation): Preparation =>
  preparation.is === 'impossible'
    ? { ...preparation, failure: shownFailure(preparation.failure) }
    : preparation;

function shownResult<R extends ExecutionResult>(result: R): R {
  if (result.is !== 'succeeded') return { ...result, failure: shownFailure(result.failure) };
  const { reconciled } = result;
  return reconciled === undefined ? result : { ...result, reconciled: shown(reconciled) };
}

function shownReconciliation(reconciliation: Reconciliation): Reconciliation {
  const how = shown(reconciliation.how);
  return reconciliation.is === 'happened'
    ? { ...reconciliation, result: shownResult(reconciliation.result), how }
    : { ...reconciliation, how };
}

const shownFailure = (failure: Failure): Failure => ({ ...failure, reason: shown(failure.reason) });

function shown(reason: string): string {
  const line = maskPrivateWords(reason)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line.length > longestReason ? `${line.slice(0, longestReason - 1)}…` : line;
}
