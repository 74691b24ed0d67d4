import { Fragment } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import type { StepView } from '../../../app/run-view.ts';
import type { WaitingView } from '../../../app/waiting-view.ts';
import { Disclosure } from '../../garden/disclosure.tsx';
import { Icon } from '../../garden/icon.tsx';
import type { IconName } from '../../garden/icon.tsx';
import { StepItem } from '../../garden/steps-list.tsx';
import { Text } from '../../garden/text.tsx';
import type { Tone } from '../../garden/tone.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { ProposalCard } from '../proposal/proposal-card.tsx';
import { WaitingCard } from '../waiting/waiting-card.tsx';
import { waitingOf } from './current-decision.ts';
import { useRun } from './run-context.tsx';
import { Trace } from './trace.tsx';

/** A step: its name opens to how it came to what it came to; below it, what it proposes and waits for. */
export function PlanStep({ step }: { readonly step: StepView }) {
  const { t } = useWords();
  const { run } = useRun();
  const { icon, tone } = signs[step.state];
  const waiting = waitingOf(run, step);
  const decided = step.proposals.filter((proposal) => !isAhead(proposal) && !isAsk(proposal));
  const ahead = step.proposals.filter(isAhead);
  return (
    <StepItem
      icon={<Icon is={icon} tone={tone} label={t(`plan.state.${step.state}`)} />}
      title={<StepTitle step={step} />}
      isCurrent={step.state === 'current'}
    >
      <Cards proposals={decided} />
      {waiting.map((of) => (
        <WaitingCard key={of.id} waiting={of} />
      ))}
      <Cards proposals={step.proposals.filter((proposal) => isAsk(proposal) && !isSaid(proposal, waiting))} />
      <Cards proposals={ahead} />
    </StepItem>
  );
}

function Cards({ proposals }: { readonly proposals: readonly ProposalView[] }) {
  return (
    <>
      {proposals.map((proposal) => (
        <Fragment key={proposal.id}>
          <ProposalCard proposal={proposal} />
        </Fragment>
      ))}
    </>
  );
}

function StepTitle({ step }: { readonly step: StepView }) {
  const { t } = useWords();
  const name =
    step.number === 0
      ? t('plan.edge-cases')
      : t('plan.step', { number: step.number, name: revealHidden(step.name) });
  if (step.trace.length === 0)
    return <Text tone={step.state === 'planned' ? 'subtle' : 'default'}>{name}</Text>;
  return (
    <Disclosure level={3} look={step.state === 'done' ? 'plain' : 'section'} label={name}>
      <Trace entries={step.trace} evidence={step.evidence} />
    </Disclosure>
  );
}

/** What takes something back stands behind that, whether it is decided or not. */
function isAhead({ added, state }: ProposalView): boolean {
  return !added && (state.is === 'waiting' || state.is === 'planned');
}

function isAsk({ added }: ProposalView): boolean {
  return added?.because === 'ask-colleague';
}

/** The card of the question says that a colleague was asked, as long as it waits. */
function isSaid({ added, state }: ProposalView, waiting: readonly WaitingView[]): boolean {
  return state.is === 'succeeded' && waiting.some(({ id }) => id === added?.about);
}

const signs = {
  done: { icon: 'check', tone: 'success' },
  current: { icon: 'circle-full', tone: 'primary' },
  planned: { icon: 'circle', tone: 'subtle' },
  failed: { icon: 'error', tone: 'danger' },
} as const satisfies Record<StepView['state'], { icon: IconName; tone: Tone }>;
