import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { useRun } from '../run/run-context.tsx';
import { AnswerCard } from './answer-card.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** A person with the role says yes or no. */
export function GateCard({ waiting }: { readonly waiting: WaitingOf<'gate'> }) {
  const { t } = useWords();
  const { decide } = useRun();
  return (
    <AnswerCard
      waiting={waiting}
      kind={t(waiting.isByAnother ? 'gate.kind-by-another' : 'gate.kind', { role: waiting.role })}
      question={
        waiting.question === undefined
          ? t('gate.question', { role: waiting.role })
          : revealHidden(waiting.question)
      }
      role={waiting.role}
      onAnswer={(answer, reason) => decide({ type: 'answer-gate', command: waiting.id, answer, reason })}
    />
  );
}
