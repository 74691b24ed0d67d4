import type { ProposalView } from '../../../app/proposal-view.ts';
import type { RunView, StepView } from '../../../app/run-view.ts';
import type { WaitingView } from '../../../app/waiting-view.ts';
import type { CommandId } from '../../../domain/run/events.ts';

/** What a person has to decide next: the first thing in the plan that waits. Waits that only time ends are none. */
export function currentDecision(run: RunView): CommandId | undefined {
  for (const step of run.steps) {
    const found = waitingOf(run, step).find(isDecision)?.id ?? step.proposals.find(needsDecision)?.id;
    if (found !== undefined) return found;
  }
  return unplacedWaiting(run).find(isDecision)?.id;
}

/** What a step waits for besides its proposals; drawn where the step stands last, because that is where the run is. */
export function waitingOf(run: RunView, step: StepView): readonly WaitingView[] {
  const last = run.steps.findLast(({ number }) => number === step.number);
  return last === step ? run.waitingFor.filter((waiting) => waiting.step === step.number) : [];
}

/** What waits in a step that the plan does not show, such as an edge case before the first step. */
export function unplacedWaiting(run: RunView): readonly WaitingView[] {
  return run.waitingFor.filter((waiting) => run.steps.every(({ number }) => number !== waiting.step));
}

function needsDecision({ state }: ProposalView): boolean {
  switch (state.is) {
    case 'waiting':
    case 'stale':
    case 'expired':
    case 'refused':
      return true;
    case 'unknown':
      return state.check.is === 'cannot-tell';
    case 'planned':
    case 'approving':
    case 'running':
    case 'succeeded':
    case 'failed':
    case 'rejected':
      return false;
  }
}

function isDecision(waiting: WaitingView): boolean {
  return waiting.kind !== 'hold' && waiting.kind !== 'customer-answer';
}
