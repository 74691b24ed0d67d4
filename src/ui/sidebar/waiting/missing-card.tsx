import { Suspense, useId } from 'react';
import { Button } from '../../garden/button.tsx';
import { Heading } from '../../garden/heading.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import { FactForm } from './lazy-forms.ts';
import { SopQuote } from '../sop-quote.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** The run cannot decide: somebody gives the facts, has them read again, or takes over. */
export function MissingCard({ waiting }: { readonly waiting: WaitingOf<'missing'> }) {
  const { t } = useWords();
  const { run, decide } = useRun();
  const heading = useId();
  const mayAct = run.mayAct.is === 'yes';
  return (
    <DecisionCard command={waiting.id} labelledBy={heading} tone="warning">
      <Heading level={3} look="card" id={heading}>
        {t(`missing.${waiting.because}`, { about: revealHidden(waiting.about) })}
      </Heading>
      <SopQuote span={waiting.span} />
      {waiting.missing.length === 0 || !mayAct ? null : (
        <>
          <Text size="sm" tone="subtle">
            {t('missing.give')}
          </Text>
          <Suspense>
            <FactForm
              facts={waiting.missing}
              label={t('missing.form')}
              submit={t('missing.use')}
              isSending={waiting.isSending}
              isEmptyAnswer={false}
              onGive={(facts) => decide({ type: 'give-facts', command: waiting.id, facts })}
            >
              <OtherWays waiting={waiting} />
            </FactForm>
          </Suspense>
        </>
      )}
      {waiting.missing.length === 0 && mayAct ? (
        <Row isWrapped>
          <OtherWays waiting={waiting} />
        </Row>
      ) : null}
    </DecisionCard>
  );
}

function OtherWays({ waiting }: { readonly waiting: WaitingOf<'missing'> }) {
  const { t } = useWords();
  const { decide, openPanel } = useRun();
  return (
    <>
      <Button
        isDisabled={waiting.isSending}
        onClick={() => decide({ type: 'read-again', command: waiting.id })}
      >
        {t('missing.read-again')}
      </Button>
      <Button look="basic" onClick={() => openPanel('take-over')}>
        {t('footer.take-over')}
      </Button>
    </>
  );
}
