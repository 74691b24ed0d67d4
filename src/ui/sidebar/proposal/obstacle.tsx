import type { RecordChoice } from '../../../domain/decisions/proposal.ts';
import type { ProposalView } from '../../../app/proposal-view.ts';
import { Notice } from '../../garden/notice.tsx';
import { Text } from '../../garden/text.tsx';
import { Working } from '../../garden/working.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import type { Words } from '../../i18n/words.ts';
import { systemFailureText } from '../../values/failure-text.ts';
import { systemName } from '../../values/system-name.ts';
import { ChooseRecord } from '../record/choose-record.tsx';
import { choiceTitle } from '../record/record-name.ts';
import { RequestId } from '../request-id.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import type { Approvability } from './approvability.ts';
import { ComputeAgain } from './compute-again.tsx';

type ObstacleProps = { readonly proposal: ProposalView; readonly approvability: Approvability };

/** Why a proposal cannot be approved now. */
export function Obstacle({ proposal, approvability }: ObstacleProps) {
  const words = useWords();
  if (approvability.is === 'yes') return null;
  const text = obstacleText(proposal, approvability.because, words);
  if (approvability.because === 'preparing') return <Working>{text}</Working>;
  const { preparation } = proposal;
  if (approvability.because === 'impossible' && preparation.is === 'impossible' && preparation.choice)
    return <WhichRecord command={proposal.id} choice={preparation.choice} />;
  if (approvability.because !== 'impossible' || preparation.is !== 'impossible')
    return (
      <Notice tone="warning">
        <Text size="sm">{text}</Text>
      </Notice>
    );
  return (
    <>
      <Notice tone="danger">
        <Text size="sm">{text}</Text>
        <RequestId failure={preparation.failure} />
      </Notice>
      {proposal.state.is === 'waiting' ? <ComputeAgain proposal={proposal} /> : null}
    </>
  );
}

/** It is possible as soon as somebody says which record is meant. */
function WhichRecord({ command, choice }: { readonly command: string; readonly choice: RecordChoice }) {
  const words = useWords();
  return (
    <>
      <Text>{choiceTitle(choice, words)}</Text>
      <ChooseRecord choice={choice} command={command} isSending={false} />
    </>
  );
}

function obstacleText(
  proposal: ProposalView,
  because: Extract<Approvability, { is: 'no' }>['because'],
  words: Words,
): string {
  const { preparation, approver, operation } = proposal;
  const system = operation.split('.')[0] ?? operation;
  switch (because) {
    case 'preparing':
      return words.t('obstacle.preparing', { system: systemName(system, words) });
    case 'impossible':
      return preparation.is === 'impossible' ? systemFailureText(system, preparation.failure, words) : '';
    case 'forbidden':
      return words.t(`obstacle.forbidden.${approver.is === 'nobody' ? approver.because : 'not-offered'}`);
    case 'role-missing':
    case 'role-unknown':
      return words.t(`obstacle.${because}`, { role: approver.is === 'role' ? approver.role : '' });
    case 'not-allowed':
      return preparation.is === 'impossible'
        ? words.t('obstacle.not-allowed', {
            system: systemName(system, words),
            reason: revealHidden(preparation.failure.reason).trim().replace(/\.$/, ''),
          })
        : '';
    case 'may-not-change':
    case 'ticket-closed':
    case 'offline':
    case 'ended':
      return words.t(`obstacle.${because}`);
  }
}
