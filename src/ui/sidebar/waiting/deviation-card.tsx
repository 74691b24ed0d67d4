import { useId } from 'react';
import { Button } from '../../garden/button.tsx';
import { Heading } from '../../garden/heading.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { DecisionCard } from '../decision-card.tsx';
import { proposalTitle } from '../proposal/proposal-title.ts';
import { useRun } from '../run/run-context.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** The SOP does not say what follows after a rejection: on without it, or stop. */
export function DeviationCard({ waiting }: { readonly waiting: WaitingOf<'deviation'> }) {
  const words = useWords();
  const { run, decide } = useRun();
  const heading = useId();
  const rejected = run.steps.flatMap((step) => step.proposals).find(({ id }) => id === waiting.rejected);
  const title = rejected ? proposalTitle(rejected, rejected.parameters, words).text : '';
  const choose = (choice: 'go-on' | 'stop') => () =>
    decide({ type: 'choose-deviation', command: waiting.id, choice });
  return (
    <DecisionCard command={waiting.id} labelledBy={heading}>
      <Heading level={3} look="card" id={heading}>
        {words.t('deviation.title', { title })}
      </Heading>
      <Text size="sm" tone="subtle">
        {words.t('deviation.text')}
      </Text>
      {run.mayAct.is === 'no' ? null : (
        <Row isWrapped>
          <Button isDisabled={waiting.isSending} onClick={choose('go-on')}>
            {words.t('deviation.go-on')}
          </Button>
          <Button isDisabled={waiting.isSending} onClick={choose('stop')}>
            {words.t('deviation.stop')}
          </Button>
        </Row>
      )}
    </DecisionCard>
  );
}
