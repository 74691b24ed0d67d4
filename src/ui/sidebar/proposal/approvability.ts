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
        | 'role-missing'
        | 'role-unknown'
        | 'forbidden'
        | Extract<RunView['mayAct'], { is: 'no' }>['because'];
    };

/** What the view says about approving, as one answer. The application verifies every approval again. */
export function approvabilityOf({ preparation, approver }: ProposalView, { mayAct }: RunView): Approvability {
  if (mayAct.is === 'no') return mayAct;
  if (approver.is === 'nobody') return { is: 'no', because: 'forbidden' };
  if (approver.is === 'role' && !approver.isKnown) return { is: 'no', because: 'role-unknown' };
  if (approver.is === 'role' && !approver.youHaveIt) return { is: 'no', because: 'role-missing' };
  return preparation.is === 'ready' ? { is: 'yes' } : { is: 'no', because: preparation.is };
}

/** The proposals that can be approved in one go: from the one that waits, in order, up to the first that this person cannot approve. */
export function approvableTogether(run: RunView): readonly ProposalView[] {
  const ahead = run.steps
    .flatMap((step) => step.proposals)
    .filter(({ state }) => state.is === 'waiting' || state.is === 'planned');
  const stop = ahead.findIndex((proposal) => approvabilityOf(proposal, run).is === 'no');
  const together = stop === -1 ? ahead : ahead.slice(0, stop);
  return together[0]?.state.is === 'waiting' ? together : [];
}
