import type { ProposalView } from '../../../app/proposal-view.ts';
import type { RunView } from '../../../app/run-view.ts';

/** Whether this person can approve a proposal now, and what stands in the way. */
export type Approvability =
  | { readonly is: 'yes' }
  | {
      readonly is: 'no';
      readonly because:
        | 'preparing'
        | 'impossible'
        /** The system says that this person has no right to it. */
        | 'not-allowed'
        | 'role-missing'
        | 'role-unknown'
        | 'forbidden'
        | Extract<RunView['mayAct'], { is: 'no' }>['because'];
    };

/** What the view says about approving, as one answer. The application verifies every approval again. */
export function approvabilityOf(proposal: ProposalView, run: RunView): Approvability {
  const { preparation, approver } = proposal;
  const may = mayDecide(proposal, run);
  if (may.is === 'no') return may;
  if (approver.is === 'nobody') return { is: 'no', because: 'forbidden' };
  if (approver.is === 'role' && !approver.isKnown) return { is: 'no', because: 'role-unknown' };
  if (approver.is === 'role' && !approver.youHaveIt) return { is: 'no', because: 'role-missing' };
  if (preparation.is === 'ready') return { is: 'yes' };
  const isRight = preparation.is === 'impossible' && preparation.failure.code === 'not-allowed';
  return { is: 'no', because: isRight ? 'not-allowed' : preparation.is };
}

/** Whether this person can decide anything about it: what people propose beside the SOP goes on after the end of the run. */
export function mayDecide(
  { added }: Pick<ProposalView, 'added'>,
  { mayAct, mayActBeside }: RunView,
): RunView['mayAct'] {
  return added ? mayActBeside : mayAct;
}

/** The proposals that can be approved in one go: from the one that waits, in order, up to the first that this person cannot approve. */
export function approvableTogether(run: RunView): readonly ProposalView[] {
  const ahead = run.steps
    .flatMap((step) => step.proposals)
    .filter(({ added, state }) => !added && (state.is === 'waiting' || state.is === 'planned'));
  const stop = ahead.findIndex((proposal) => approvabilityOf(proposal, run).is === 'no');
  const together = stop === -1 ? ahead : ahead.slice(0, stop);
  return together[0]?.state.is === 'waiting' ? together : [];
}
