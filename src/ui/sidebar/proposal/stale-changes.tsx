import type { ProposalView } from '../../../app/proposal-view.ts';
import type { Change } from '../../../domain/decisions/approval.ts';
import { FactsList, Pair } from '../../garden/facts-list.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { looseText } from '../../values/loose-text.ts';
import { ComputeAgain } from './compute-again.tsx';
import { changeLabel } from './change-label.ts';

type StaleChangesProps = { readonly proposal: ProposalView; readonly changes: readonly Change[] };

/** What is different from what was approved. */
export function StaleChanges({ proposal, changes }: StaleChangesProps) {
  const words = useWords();
  return (
    <>
      <Text size="sm">{words.t('state-line.stale')}</Text>
      <FactsList>
        {changes.map(({ what, before, after }) => (
          <Pair key={what} name={changeLabel(what, words, proposal.fields)}>
            {words.t('proposal.change', { before: looseText(before, words), after: looseText(after, words) })}
          </Pair>
        ))}
      </FactsList>
      <ComputeAgain proposal={proposal} />
    </>
  );
}
