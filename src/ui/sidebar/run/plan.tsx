import type { Ref } from 'react';
import { useId } from 'react';
import { Heading } from '../../garden/heading.tsx';
import { StepsList } from '../../garden/steps-list.tsx';
import { Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { aheadText } from '../../values/ahead-text.ts';
import { outcomeText } from '../../values/outcome-text.ts';
import { WaitingCard } from '../waiting/waiting-card.tsx';
import { unplacedWaiting } from './current-decision.ts';
import { PlanStep } from './plan-step.tsx';
import { useRun } from './run-context.tsx';

/** What was done, what waits, and what follows if it is approved, in order. */
export function Plan({ headingRef }: { readonly headingRef: Ref<HTMLHeadingElement> }) {
  const words = useWords();
  const { run } = useRun();
  const heading = useId();
  return (
    <Stack as="section" aria-labelledby={heading} gap="xs">
      <Heading level={2} look="section" id={heading} ref={headingRef}>
        {words.t('plan.title')}
      </Heading>
      {unplacedWaiting(run).map((waiting) => (
        <WaitingCard key={waiting.id} waiting={waiting} />
      ))}
      <StepsList label={words.t('plan.title')}>
        {run.steps.map((step) => (
          <PlanStep key={keyOf(step)} step={step} />
        ))}
      </StepsList>
      {run.ahead ? <Then what={aheadText(run.ahead, words)} /> : null}
      {run.plannedOutcome ? <Then what={outcomeText(run.plannedOutcome, words)} /> : null}
    </Stack>
  );
}

/** What comes behind what the plan shows. */
function Then({ what }: { readonly what: string }) {
  const { t } = useWords();
  return (
    <Text size="sm" tone="subtle">
      {t('plan.then', { what })}
    </Text>
  );
}

/** A step that is gone to again stands there again, with other lines. */
function keyOf({ number, trace, proposals }: ReturnType<typeof useRun>['run']['steps'][number]): string {
  return `${number} ${trace[0]?.id ?? proposals[0]?.id ?? ''}`;
}
