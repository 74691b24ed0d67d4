import type { ProposalView } from '../../../app/proposal-view.ts';
import { Notice } from '../../garden/notice.tsx';
import { Text } from '../../garden/text.tsx';
import { Working } from '../../garden/working.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import type { Words } from '../../i18n/words.ts';
import { systemFailureText } from '../../values/failure-text.ts';
import { systemName } from '../../values/system-name.ts';
import type { Approvability } from './approvability.ts';

type ObstacleProps = { readonly proposal: ProposalView; readonly approvability: Approvability };

/** Why a proposal cannot be approved now. */
export function Obstacle({ proposal, approvability }: ObstacleProps) {
  const words = useWords();
  if (approvability.is === 'yes') return null;
  const text = obstacleText(proposal, approvability.because, words);
  if (approvability.because === 'preparing') return <Working>{text}</Working>;
  return (
    <Notice tone={approvability.because === 'impossible' ? 'danger' : 'warning'}>
      <Text size="sm">{text}</Text>
    </Notice>
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
    case 'may-not-change':
    case 'ticket-closed':
    case 'offline':
    case 'ended':
      return words.t(`obstacle.${because}`);
  }
}
