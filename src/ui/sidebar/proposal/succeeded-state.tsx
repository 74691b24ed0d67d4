import type { ProposalCardState, ProposalView } from '../../../app/proposal-view.ts';
import type { RunView } from '../../../app/run-view.ts';
import type { Person } from '../../../domain/run/events.ts';
import { Button } from '../../garden/button.tsx';
import { isLinkable, Link } from '../../garden/link.tsx';
import { Text } from '../../garden/text.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { systemName } from '../../values/system-name.ts';
import { useRun } from '../run/run-context.tsx';
import { proposalTitle } from './proposal-title.ts';

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
  const undone = undoneBy(proposal, run);
  const note = words.look(`action.${proposal.operation}.done`)?.({});
  return (
    <>
      <Text size="sm" tone="subtle" as="div">
        {words.t(state.edited ? 'state-line.succeeded-edited' : 'state-line.succeeded', {
          name: state.by.name,
          time,
        })}
        {note === undefined ? null : <> · {note}</>}
        {undone ? <> · {words.t('undo.undone', { name: undone.by.name })}</> : null}
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
      {proposal.isUndoOffered && run.mayActBeside.is === 'yes' ? <Undo proposal={proposal} /> : null}
      {state.remark === undefined ? null : (
        <Text size="sm" tone="warning" as="div">
          {revealHidden(state.remark)}
        </Text>
      )}
    </>
  );
}

/** Proposes to take it back; that is decided on a card of its own. */
function Undo({ proposal }: { readonly proposal: ProposalView }) {
  const words = useWords();
  const { decide } = useRun();
  const { text: title } = proposalTitle(proposal, proposal.parameters, words);
  return (
    <div>
      <Button
        look="link"
        name={words.t('undo.name', { title })}
        onClick={() => decide({ type: 'propose-undo', command: proposal.id })}
      >
        {words.t('undo.propose')}
      </Button>
    </div>
  );
}

function undoneBy({ id }: ProposalView, { steps }: RunView): { readonly by: Person } | undefined {
  const states = steps
    .flatMap((step) => step.proposals)
    .filter(({ added }) => added?.because === 'undo' && added.about === id)
    .map(({ state }) => state);
  return states.find((state) => state.is === 'succeeded');
}
