import { useId } from 'react';
import type { ProposalCardState, ProposalView } from '../../../app/proposal-view.ts';
import { Icon } from '../../garden/icon.tsx';
import type { IconName } from '../../garden/icon.tsx';
import { Fill, Row, Stack } from '../../garden/stack.tsx';
import { StepDetail } from '../../garden/steps-list.tsx';
import { Text } from '../../garden/text.tsx';
import type { Tone } from '../../garden/tone.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import { DecidedState } from './decided-state.tsx';
import { proposalTitle } from './proposal-title.ts';

export type Decided = Exclude<ProposalCardState, { is: 'waiting' | 'planned' }>;

type DecidedProposalProps = { readonly proposal: ProposalView; readonly state: Decided };

/** What became of a proposal that was decided: a line, or a card where a person has to look again. */
export function DecidedProposal({ proposal, state }: DecidedProposalProps) {
  const words = useWords();
  const { current } = useRun();
  const heading = useId();
  const { icon, tone } = signs[state.is];
  const line = (
    <Row align="start">
      <Icon is={icon} tone={tone} label={words.t(`state.${state.is}`)} />
      <Fill>
        <Stack gap="xxs">
          <Text id={heading} isBold={state.is !== 'succeeded' && state.is !== 'rejected'}>
            {proposalTitle(proposal, proposal.parameters, words).text}
          </Text>
          <DecidedState proposal={proposal} state={state} />
        </Stack>
      </Fill>
    </Row>
  );
  if (current !== proposal.id && (state.is === 'succeeded' || state.is === 'rejected'))
    return <StepDetail>{line}</StepDetail>;
  return (
    <DecisionCard command={proposal.id} labelledBy={heading} tone={tone} look="flat">
      {line}
    </DecisionCard>
  );
}

const signs = {
  approving: { icon: 'clock', tone: 'primary' },
  running: { icon: 'clock', tone: 'primary' },
  succeeded: { icon: 'check', tone: 'success' },
  failed: { icon: 'error', tone: 'danger' },
  unknown: { icon: 'question', tone: 'warning' },
  rejected: { icon: 'x', tone: 'subtle' },
  stale: { icon: 'warning', tone: 'warning' },
  expired: { icon: 'clock', tone: 'warning' },
  refused: { icon: 'error', tone: 'danger' },
} as const satisfies Record<Decided['is'], { icon: IconName; tone: Tone }>;
