import { useId } from 'react';
import { Button } from '../../garden/button.tsx';
import { Heading } from '../../garden/heading.tsx';
import { Icon } from '../../garden/icon.tsx';
import { Fill, Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { formatInstant, formatTimeLeft } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { useView } from '../../store.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import { SopQuote } from '../sop-quote.tsx';
import type { WaitingOf } from './waiting-of.ts';

/** The run waits: until a time, with how long that is still, or until something is so. */
export function HoldCard({ waiting }: { readonly waiting: WaitingOf<'hold'> }) {
  const { t } = useWords();
  const { run, decide } = useRun();
  const heading = useId();
  const { until } = waiting;
  return (
    <DecisionCard command={waiting.id} labelledBy={heading} look="flat">
      <Row align="start">
        <Icon is="clock" tone="primary" />
        <Fill>
          <Heading level={3} look="card" id={heading}>
            {until.is === 'time' ? (
              <TimeLeft because={waiting.because} at={until.at} />
            ) : (
              t('hold.until', { condition: revealHidden(until.condition) })
            )}
          </Heading>
          <Text size="sm" tone="subtle">
            {until.is === 'time' ? (
              <EndsAt at={until.at} />
            ) : (
              t('hold.reads', { facts: until.facts.map(revealHidden).join(', ') })
            )}
          </Text>
        </Fill>
      </Row>
      <SopQuote span={waiting.span} />
      {run.mayAct.is === 'no' ? null : (
        <Row isWrapped>
          {until.is === 'time' ? (
            <Button
              isDisabled={waiting.isSending}
              onClick={() => decide({ type: 'end-hold', command: waiting.id })}
            >
              {t('hold.go-on')}
            </Button>
          ) : (
            <Button
              isDisabled={waiting.isSending}
              onClick={() => decide({ type: 'read-again', command: waiting.id })}
            >
              {t('missing.read-again')}
            </Button>
          )}
        </Row>
      )}
    </DecisionCard>
  );
}

function TimeLeft({ because, at }: { readonly because: 'hold' | 'retry'; readonly at: string }) {
  const words = useWords();
  const now = useView((view) => view.now);
  return <>{words.t(`hold.${because}`, { left: formatTimeLeft(words, at, now) })}</>;
}

function EndsAt({ at }: { readonly at: string }) {
  const words = useWords();
  return <>{words.t('hold.at', { time: formatInstant(words, at) })}</>;
}
