import { Suspense, useId, useState } from 'react';
import { Button } from '../../garden/button.tsx';
import { Heading } from '../../garden/heading.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import { AskedLine } from './asked-line.tsx';
import { Colleague } from './colleague.tsx';
import { RefusalForm } from './lazy-forms.ts';
import { SopQuote } from '../sop-quote.tsx';
import type { WaitingOf } from './waiting-of.ts';

type AnswerCardProps = {
  readonly waiting: WaitingOf<'gate' | 'judgement'>;
  /** What sort of question it is and whose. */
  readonly kind: string;
  readonly question: string;
  readonly role: string;
  readonly onAnswer: (answer: 'yes' | 'no', reason: string | undefined) => void;
};

/** A question that a person answers with yes or no; a no may say why. Who may not answer sees who may. */
export function AnswerCard({ waiting, kind, question, role, onAnswer }: AnswerCardProps) {
  const { run } = useRun();
  const heading = useId();
  const mayAnswer = waiting.answerer.youMay && run.mayAct.is === 'yes';
  return (
    <DecisionCard command={waiting.id} labelledBy={heading} {...(!mayAnswer && { tone: 'default' as const })}>
      <Text size="sm" tone="subtle">
        {kind}
      </Text>
      <Heading level={3} look="card" id={heading}>
        {question}
      </Heading>
      <SopQuote span={waiting.span} />
      {mayAnswer ? (
        <>
          <AskedLine asked={waiting.asking.asked} role={role} />
          <Answers question={question} isSending={waiting.isSending} onAnswer={onAnswer} />
        </>
      ) : (
        <Colleague waiting={waiting} role={role} question={question} />
      )}
    </DecisionCard>
  );
}

type AnswersProps = {
  readonly question: string;
  readonly isSending: boolean;
  readonly onAnswer: AnswerCardProps['onAnswer'];
};

function Answers({ question, isSending, onAnswer }: AnswersProps) {
  const { t } = useWords();
  const [isRefusing, setRefusing] = useState(false);
  if (isRefusing) {
    return (
      <Suspense>
        <RefusalForm
          question={question}
          isSending={isSending}
          onRefuse={(reason) => onAnswer('no', reason)}
          onCancel={() => setRefusing(false)}
        />
      </Suspense>
    );
  }
  return (
    <Row>
      <Button
        isDisabled={isSending}
        name={t('gate.answer-yes', { question })}
        onClick={() => onAnswer('yes', undefined)}
      >
        {t('gate.yes')}
      </Button>
      <Button
        isDisabled={isSending}
        name={t('gate.answer-no', { question })}
        onClick={() => setRefusing(true)}
      >
        {t('gate.no')}
      </Button>
    </Row>
  );
}
