import { useId } from 'react';
import { Button } from '../../garden/button.tsx';
import { Heading } from '../../garden/heading.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import { SopQuote } from '../sop-quote.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** An edge case that nobody could decide is put to the rep, once per run. */
export function QuestionCard({ waiting }: { readonly waiting: WaitingOf<'question'> }) {
  const { t } = useWords();
  const { run, decide } = useRun();
  const heading = useId();
  const question = t('question.title', { condition: revealHidden(waiting.condition) });
  const answer = (yesOrNo: 'yes' | 'no') => () =>
    decide({ type: 'answer-question', command: waiting.id, answer: yesOrNo });
  return (
    <DecisionCard command={waiting.id} labelledBy={heading}>
      <Heading level={3} look="card" id={heading}>
        {question}
      </Heading>
      <Text size="sm" tone="subtle">
        {t('question.text')}
      </Text>
      <SopQuote span={waiting.span} />
      {run.mayAct.is === 'no' ? null : (
        <Row>
          <Button
            isDisabled={waiting.isSending}
            name={t('gate.answer-yes', { question })}
            onClick={answer('yes')}
          >
            {t('gate.yes')}
          </Button>
          <Button
            isDisabled={waiting.isSending}
            name={t('gate.answer-no', { question })}
            onClick={answer('no')}
          >
            {t('gate.no')}
          </Button>
        </Row>
      )}
    </DecisionCard>
  );
}
