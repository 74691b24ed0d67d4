import { useId } from 'react';
import { Heading } from '../../garden/heading.tsx';
import { Icon } from '../../garden/icon.tsx';
import { Quote } from '../../garden/quote.tsx';
import { Fill, Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { formatAge } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { useView } from '../../store.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { DecisionCard } from '../decision-card.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** A question was sent to the customer; the run goes on with the answer. */
export function CustomerAnswerCard({ waiting }: { readonly waiting: WaitingOf<'customer-answer'> }) {
  const words = useWords();
  const heading = useId();
  const now = useView((view) => view.now);
  return (
    <DecisionCard command={waiting.id} labelledBy={heading} look="flat">
      <Row align="start">
        <Icon is="clock" tone="primary" />
        <Fill>
          <Heading level={3} look="card" id={heading}>
            {words.t('customer-answer.title')}
          </Heading>
          {waiting.askedAt === undefined ? null : (
            <Text size="sm" tone="subtle">
              {words.t('customer-answer.asked', { age: formatAge(words, waiting.askedAt, now) })}
            </Text>
          )}
        </Fill>
      </Row>
      <Quote>{revealHidden(waiting.question)}</Quote>
    </DecisionCard>
  );
}
