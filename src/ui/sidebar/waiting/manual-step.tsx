import { useId } from 'react';
import { CheckboxField } from '../../garden/checkbox-field.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** A sentence of the SOP that only a person can do: ticked off when it is done. */
export function ManualStep({ waiting }: { readonly waiting: WaitingOf<'manual'> }) {
  const { t } = useWords();
  const { run, decide } = useRun();
  const heading = useId();
  return (
    <DecisionCard command={waiting.id} labelledBy={heading}>
      <Text size="sm" tone="subtle" id={heading}>
        {t('manual.kind')}
      </Text>
      <CheckboxField
        label={revealHidden(waiting.text)}
        isChecked={waiting.isSending}
        isDisabled={waiting.isSending || run.mayAct.is === 'no'}
        onChange={() => decide({ type: 'tick-manual', command: waiting.id, note: undefined })}
      />
    </DecisionCard>
  );
}
