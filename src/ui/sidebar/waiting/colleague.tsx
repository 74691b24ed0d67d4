import { Suspense, useState } from 'react';
import { Button } from '../../garden/button.tsx';
import { Icon } from '../../garden/icon.tsx';
import { Fill, Row, Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { Working } from '../../garden/working.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useRun } from '../run/run-context.tsx';
import { AskedLine } from './asked-line.tsx';
import { AskForm } from './lazy-forms.ts';
import type { WaitingOf } from './waiting-of.ts';

type ColleagueProps = {
  readonly waiting: WaitingOf<'gate' | 'judgement'>;
  readonly role: string;
  readonly question: string;
};

/** Somebody else has to answer: who, whether they were asked, and asking them. */
export function Colleague({ waiting, role, question }: ColleagueProps) {
  const { t } = useWords();
  const { run } = useRun();
  const [isAsking, setAsking] = useState(false);
  const { answerer, asking, isSending } = waiting;
  const mayAsk = asking.isOffered && run.mayAct.is === 'yes';
  const text = answerer.hasRequested
    ? 'gate.requested'
    : answerer.isKnown
      ? 'gate.waiting-for'
      : 'gate.nobody';
  return (
    <>
      <Row align="start">
        <Icon is="person" tone="subtle" />
        <Fill>
          <Stack gap="xxs">
            <Text size="sm">{t(text, { role })}</Text>
            <AskedLine asked={asking.asked} role={role} />
            {asking.asked ? (
              <Text size="sm" tone="subtle">
                {t('ask.answer-comes')}
              </Text>
            ) : null}
          </Stack>
        </Fill>
      </Row>
      {isSending ? <Working>{t('ask.sending')}</Working> : null}
      {mayAsk && isAsking ? (
        <Suspense>
          <AskForm waiting={waiting} role={role} question={question} onDone={() => setAsking(false)} />
        </Suspense>
      ) : null}
      {mayAsk && !isAsking && !isSending ? (
        <div>
          <Button onClick={() => setAsking(true)}>{t(asking.asked ? 'ask.again' : 'ask.ask')}</Button>
        </div>
      ) : null}
    </>
  );
}
