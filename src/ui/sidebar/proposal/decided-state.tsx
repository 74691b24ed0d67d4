import type { ProposalView } from '../../../app/proposal-view.ts';
import { Text } from '../../garden/text.tsx';
import { formatAge } from '../../i18n/format.ts';
import { Working } from '../../garden/working.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useView } from '../../store.tsx';
import { systemFailureText } from '../../values/failure-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { systemName } from '../../values/system-name.ts';
import { RequestId } from '../request-id.tsx';
import { ComputeAgain } from './compute-again.tsx';
import type { Decided } from './decided-proposal.tsx';
import { StaleChanges } from './stale-changes.tsx';
import { SucceededState } from './succeeded-state.tsx';
import { UnknownOutcome } from './unknown-outcome.tsx';

type DecidedStateProps = { readonly proposal: ProposalView; readonly state: Decided };

/** What became of it, in words, with what can be done now. */
export function DecidedState({ proposal, state }: DecidedStateProps) {
  const words = useWords();
  const now = useView((view) => view.now);
  const system = proposal.operation.split('.')[0] ?? proposal.operation;
  switch (state.is) {
    case 'approving':
      return <Working>{words.t('state-line.approving', { name: state.by.name })}</Working>;
    case 'running':
      return (
        <Working>
          {words.t('state-line.running', {
            system: systemName(system, words),
            age: formatAge(words, state.since, now),
          })}
        </Working>
      );
    case 'succeeded':
      return <SucceededState proposal={proposal} state={state} />;
    case 'failed':
      return (
        <>
          <Line text={systemFailureText(system, state.failure, words)} isDanger />
          <RequestId failure={state.failure} />
        </>
      );
    case 'unknown':
      return <UnknownOutcome proposal={proposal} state={state} system={system} />;
    case 'rejected':
      return (
        <Line
          text={words.t('state-line.rejected', { name: state.by.name, reason: revealHidden(state.reason) })}
        />
      );
    case 'stale':
      return <StaleChanges proposal={proposal} changes={state.changes} />;
    case 'expired':
      return (
        <>
          <Line text={words.t('state-line.expired')} />
          <ComputeAgain proposal={proposal} />
        </>
      );
    case 'refused':
      return (
        <>
          <Line
            text={words.t(`state-line.refused.${state.because}`, { detail: revealHidden(state.detail) })}
            isDanger
          />
          <ComputeAgain proposal={proposal} />
        </>
      );
  }
}

function Line({ text, isDanger = false }: { readonly text: string; readonly isDanger?: boolean }) {
  return (
    <Text size="sm" tone={isDanger ? 'danger' : 'subtle'}>
      {text}
    </Text>
  );
}
