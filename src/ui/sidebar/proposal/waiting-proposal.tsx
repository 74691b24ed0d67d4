import { useId, useState } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import { Heading } from '../../garden/heading.tsx';
import { Row } from '../../garden/stack.tsx';
import { Tag } from '../../garden/tag.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useShortcut } from '../../shortcuts/use-shortcut.tsx';
import { useSettled } from '../../shortcuts/use-settled.ts';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import { approvabilityOf } from './approvability.ts';
import { EditForm } from './edit-form.tsx';
import { Obstacle } from './obstacle.tsx';
import { ProposalActions } from './proposal-actions.tsx';
import { ProposalDetails } from './proposal-details.tsx';
import { proposalTitle } from './proposal-title.ts';
import { RejectForm } from './reject-form.tsx';

type Mode = 'decide' | 'edit' | 'reject';

/** The proposal that is to be decided now: what, how much, where, why. */
export function WaitingProposal({ proposal }: { readonly proposal: ProposalView }) {
  const words = useWords();
  const { run, edits, decide } = useRun();
  const [mode, setMode] = useState<Mode>('decide');
  const heading = useId();
  const parameters = edits.valuesOf(proposal);
  const title = proposalTitle(proposal, parameters, words).text;
  const approvability = approvabilityOf(proposal, run);
  const isSettled = useSettled(JSON.stringify([proposal.id, parameters]));
  const isDeciding = mode === 'decide' && run.mayAct.is === 'yes';
  const isEditable = proposal.fields.some(({ editable }) => editable);
  const approve = approvability.is === 'yes' ? () => decide({ type: 'approve', command: proposal.id, parameters }) : undefined;
  useShortcut('a', isDeciding && isSettled ? approve : undefined);
  useShortcut('e', isDeciding && isEditable ? () => setMode('edit') : undefined);
  useShortcut('r', isDeciding ? () => setMode('reject') : undefined);
  const back = () => setMode('decide');
  return (
    <DecisionCard command={proposal.id} labelledBy={heading}>
      <Row gap="xs" isWrapped>
        <Heading level={4} look="card" id={heading}>
          {title}
        </Heading>
        {edits.isEdited(proposal) ? <Tag hue="yellow">{words.t('proposal.edited')}</Tag> : null}
        {proposal.attempt > 0 ? <Tag>{words.t('proposal.attempt', { number: proposal.attempt + 1 })}</Tag> : null}
        {proposal.risk === 'high' ? <Tag hue="red">{words.t('proposal.high-risk')}</Tag> : null}
      </Row>
      <ProposalDetails proposal={proposal} parameters={parameters} />
      <Obstacle proposal={proposal} approvability={approvability} />
      {mode === 'edit' ? <EditForm proposal={proposal} onDone={back} /> : null}
      {mode === 'reject' ? <RejectForm proposal={proposal} title={title} onCancel={back} /> : null}
      {isDeciding ? (
        <ProposalActions
          title={title}
          onApprove={approve}
          isKeyReady={isSettled}
          onEdit={isEditable ? () => setMode('edit') : undefined}
          onReject={() => setMode('reject')}
        />
      ) : null}
    </DecisionCard>
  );
}
