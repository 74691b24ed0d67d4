import { useId } from 'react';
import { Heading } from '../../garden/heading.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { DecisionCard } from '../decision-card.tsx';
import { ChooseRecord } from '../record/choose-record.tsx';
import { choiceTitle } from '../record/record-name.ts';
import type { WaitingOf } from './waiting-of.ts';

/** Several records fit, and the run reads on with the one that the rep means. */
export function RecordCard({ waiting }: { readonly waiting: WaitingOf<'record'> }) {
  const words = useWords();
  const heading = useId();
  const { choice, facts } = waiting;
  return (
    <DecisionCard command={waiting.id} labelledBy={heading}>
      <Heading level={3} look="card" id={heading}>
        {choiceTitle(choice, words)}
      </Heading>
      <Text size="sm" tone="subtle">
        {words.t('choose-record.text', {
          count: choice.candidates.length,
          facts: facts.map(revealHidden).join(', '),
        })}
      </Text>
      <ChooseRecord choice={choice} command={waiting.id} isSending={waiting.isSending} />
    </DecisionCard>
  );
}
