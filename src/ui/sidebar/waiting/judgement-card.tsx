import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { useRun } from '../run/run-context.tsx';
import { AnswerCard } from './answer-card.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** A person answers what no rule can. */
export function JudgementCard({ waiting }: { readonly waiting: WaitingOf<'judgement'> }) {
  const { t } = useWords();
  const { decide } = useRun();
  return (
    <AnswerCard
      waiting={waiting}
      kind={waiting.role === undefined ? t('judgement.kind') : t('judgement.kind-by', { role: waiting.role })}
      question={revealHidden(waiting.question)}
      role={waiting.role ?? ''}
      onAnswer={(answer, reason) => decide({ type: 'answer-judgement', command: waiting.id, answer, reason })}
    />
  );
}
