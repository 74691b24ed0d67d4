import type { ProposalView } from '../../../app/proposal-view.ts';
import { Button } from '../../garden/button.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useRun } from '../run/run-context.tsx';
import { mayDecide } from './approvability.ts';

/** Nothing was done, or it was not possible: the proposal is computed with what holds now. */
export function ComputeAgain({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useWords();
  const { run, decide } = useRun();
  if (mayDecide(proposal, run).is === 'no') return null;
  return (
    <div>
      <Button look="primary" onClick={() => decide({ type: 'compute-again', command: proposal.id })}>
        {t('proposal.compute-again')}
      </Button>
    </div>
  );
}
