import type { ProposalCommand } from './commands.ts';
import type { CommandId, Failure } from './events.ts';
import { isHold } from './joined-to-hold.ts';
import { findFailureHandler, findRejectionHandler, runHandler } from './handlers.ts';
import { missingFacts } from './missing-facts.ts';
import type { PlanItem } from './plan.ts';
import { planBeside } from './plan-beside.ts';
import type { At, Proposed } from './propose.ts';
import { lastEnding, stateOf } from './proposal-state.ts';
import { ask, commandAt, next, traceLine, wait, type Flow, type Walk } from './walk.ts';
import { textParameter } from './text-parameter.ts';
import { waitForTime } from './wait-for-time.ts';

/**
 * An action, from its proposal to its end. While nobody has decided it the walk goes on as if it were approved and had succeeded:
 * that is the plan. A failed one is tried again only as a new proposal, because each execution has an approval of its own.
 */
export function runProposal(at: At, proposed: Proposed, system: string): Flow {
  const { walk, place } = at;
  const name = `${place.id}/try`;
  for (let attempt = 0, retries = 0; ; attempt++) {
    const id = attempt === 0 ? place.id : `${name}#${attempt}`;
    const command = { ...commandAt(walk, place, id), ...proposed, attempt };
    const attempted = oneAttempt(at, command);
    planBeside(walk, command);
    if (attempted === 'succeeded') return afterSuccess(at, command);
    if ('to' in attempted) return attempted;
    // Nothing failed: whoever approved it was gone before anything was done.
    if (attempted.failure.code === 'interrupted') continue;
    const failed = onFailure(at, { command, system, failure: attempted.failure, retries });
    if (failed === 'retry') retries++;
    else if (failed === 'again') retries = 0;
    else return failed;
  }
}

type Attempted = ReturnType<typeof commandAt> & ProposalCommand;

/** Done, or taken for done by the plan; a failure that the SOP has to answer; or where else the run goes. */
function oneAttempt(at: At, command: Attempted): 'succeeded' | Flow | { readonly failure: Failure } {
  const { walk, place } = at;
  const decided = walk.ahead === 'no' ? walk.log.find(command.id, 'proposal-decided') : undefined;
  if (!decided) return waitForDecision(walk, at, command);
  const { event } = decided;
  if (event.decision === 'rejected') {
    addToPlan(walk, { ...command, state: { is: 'rejected', by: event.by, reason: event.reason } });
    traceLine(walk, place, 'rejected');
    return afterRejection(at, command);
  }
  const ended = lastEnding(walk, command.id);
  const item: PlanItem = { ...command, state: stateOf(walk, command.id, decided, ended) };
  addToPlan(walk, item);
  if (!ended || ended.event.result.is === 'unknown') {
    walk.waitingFor.push(command);
    traceLine(walk, place, ended ? 'unknown' : 'approved');
    if (ended) return wait;
    lookAhead(walk, item);
    return 'succeeded';
  }
  const { result } = ended.event;
  if (result.is === 'failed') {
    traceLine(walk, place, 'failed');
    return { failure: result.failure };
  }
  traceLine(walk, place, 'succeeded');
  return 'succeeded';
}

function waitForDecision(walk: Walk, { place }: At, command: Attempted): 'succeeded' {
  const isFirst = walk.ahead === 'no';
  const item: PlanItem = { ...command, state: { is: isFirst ? 'waiting' : 'planned' } };
  addToPlan(walk, item);
  if (isFirst) walk.waitingFor.push(command);
  traceLine(walk, place, 'proposed');
  lookAhead(walk, item);
  return 'succeeded';
}

/** After a hold the walk comes past what was done before it: that stands in the plan once. */
function addToPlan(walk: Walk, item: PlanItem): void {
  if (walk.plan.every(({ id }) => id !== item.id)) walk.plan.push(item);
}

function lookAhead(walk: Walk, item: PlanItem): void {
  walk.ahead = 'of-proposal';
  walk.assumed.push(item);
}

/** Its `On rejection of` body; without one the rep chooses to go on without it, which is a deviation, or to stop. */
function afterRejection({ walk, place, scope }: At, command: Attempted): Flow {
  const handler =
    command.action === undefined ? undefined : findRejectionHandler(walk, scope, command.action);
  if (handler) return runHandler(walk, scope, handler);
  const id = `${command.id}/deviation`;
  const chosen = walk.log.find(id, 'deviation-chosen');
  if (!chosen) return ask(walk, { ...commandAt(walk, place, id), kind: 'deviation', rejected: command.id });
  const { choice, by } = chosen.event;
  return choice === 'go-on' ? next : { to: 'end', outcome: { is: 'stopped', by, reason: undefined } };
}

function afterSuccess({ walk, place, following }: At, command: Attempted): Flow {
  if (command.operation === 'zendesk.escalate') {
    traceLine(walk, place, 'escalated');
    return {
      to: 'end',
      outcome: {
        is: 'escalated',
        to: textParameter(command.parameters, 'team'),
        because: textParameter(command.parameters, 'because') || undefined,
      },
    };
  }
  if (command.kind === 'ask' && !(following && isHold(following)))
    return waitForAnswer(walk, place, command.id);
  return next;
}

/** A question to the customer waits for the answer, unless the SOP says itself what it holds for. */
function waitForAnswer(walk: Walk, place: At['place'], command: CommandId): Flow {
  const id = `${command}/answer`;
  walk.log.find(id, 'held');
  if (walk.log.find(id, 'customer-answered')) return next;
  traceLine(walk, place, 'asked');
  return ask(walk, {
    ...commandAt(walk, place, id),
    kind: 'wait',
    until: { is: 'answer' },
    because: 'answer',
  });
}

type FailedAttempt = {
  readonly command: Attempted;
  readonly system: string;
  readonly failure: Failure;
  readonly retries: number;
};

/** Retries as written, then the `On failure of` body, or a gate. After a hold in that body it is proposed again. */
function onFailure(
  { walk, place, scope }: At,
  { command, system, failure, retries }: FailedAttempt,
): Flow | 'retry' | 'again' {
  const handler = findFailureHandler(walk, scope, { system, action: command.action });
  if (handler?.retry && retries < handler.retry.times) {
    const waited = waitForTime(walk, place, {
      name: `${command.id}/retry`,
      seconds: handler.retry.after,
      because: 'retry',
    });
    return waited.to === 'next' ? 'retry' : waited;
  }
  if (handler) {
    const flow = runHandler(walk, scope, handler);
    return flow.to === 'again' ? 'again' : flow;
  }
  return missingFacts(walk, place, {
    missing: [],
    because: 'failure',
    about: `${command.action ?? command.operation}: ${failure.reason}`,
  });
}
