import type { ProposalCardState, ProposalView } from '../../../app/proposal-view.ts';
import { isLinkable, Link } from '../../garden/link.tsx';
import { Text } from '../../garden/text.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { systemName } from '../../values/system-name.ts';
import { useRun } from '../run/run-context.tsx';

type SucceededStateProps = {
  readonly proposal: ProposalView;
  readonly state: Extract<ProposalCardState, { is: 'succeeded' }>;
};

/** Done: by whom, when, where to look at it, and whether the system still works on it. */
export function SucceededState({ proposal, state }: SucceededStateProps) {
  const words = useWords();
  const time = formatTime(words, state.at);
  const system = systemName(proposal.operation.split('.')[0] ?? '', words);
  const { run } = useRun();
  // The open ticket is no place to look at; what cannot be a link is no invitation to look either.
  const isHere = state.url === run.ticket.url;
  const elsewhere = state.url !== undefined && !isHere && isLinkable(state.url) ? state.url : undefined;
  const note = words.look(`action.${proposal.operation}.done`)?.({});
  return (
    <>
      <Text size="sm" tone="subtle" as="div">
        {words.t(state.edited ? 'state-line.succeeded-edited' : 'state-line.succeeded', {
          name: state.by.name,
          time,
        })}
        {note === undefined ? null : <> · {note}</>}
        {state.pending ? <> · {words.t('state-line.pending', { system })}</> : null}
        {elsewhere === undefined ? null : (
          <>
            {' · '}
            <Link to={elsewhere} opensLabel={words.t('link.opens')}>
              {words.t('state-line.look', { system })}
            </Link>
          </>
        )}
        {elsewhere === undefined && !isHere && state.reference !== undefined ? (
          <> · {revealHidden(state.reference)}</>
        ) : null}
        {state.reconciled === undefined ? null : (
          <> · {words.t('state-line.reconciled', { how: revealHidden(state.reconciled) })}</>
        )}
      </Text>
      {state.remark === undefined ? null : (
        <Text size="sm" tone="warning" as="div">
          {revealHidden(state.remark)}
        </Text>
      )}
    </>
  );
}
