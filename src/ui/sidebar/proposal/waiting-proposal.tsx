import { Suspense, useId, useRef, useState } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import type { RunView } from '../../../app/run-view.ts';
import type { CommandId } from '../../../domain/run/events.ts';
import { Heading } from '../../garden/heading.tsx';
import { Row } from '../../garden/stack.tsx';
import { Tag } from '../../garden/tag.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useShortcut } from '../../shortcuts/use-shortcut.tsx';
import { useInView } from '../../shortcuts/use-in-view.ts';
import { useSettled } from '../../shortcuts/use-settled.ts';
import { DecisionCard } from '../decision-card.tsx';
import { useRun } from '../run/run-context.tsx';
import { approvabilityOf, mayDecide } from './approvability.ts';
import { EditForm, RejectForm } from './lazy-forms.ts';
import { Obstacle } from './obstacle.tsx';
import { ProposalActions } from './proposal-actions.tsx';
import { ProposalDetails } from './proposal-details.tsx';
import { proposalTitle } from './proposal-title.ts';

type Mode = 'decide' | 'edit' | 'reject';

/** The proposal that is to be decided now: what, how much, where, why. */
export function WaitingProposal({ proposal }: { readonly proposal: ProposalView }) {
  const words = useWords();
  const { run, current, edits, decide, currentCard } = useRun();
  const [mode, setMode] = useState<Mode>('decide');
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const isInView = useInView(title);
  const parameters = edits.valuesOf(proposal);
  const text = proposalTitle(proposal, parameters, words).text;
  const approvability = approvabilityOf(proposal, run);
  const isSettled = useSettled(JSON.stringify([proposal.id, parameters]));
  const isDeciding = mode === 'decide' && mayDecide(proposal, run).is === 'yes';
  // Two can wait at once, the run's and one beside the SOP: a key is for the one that is next.
  const hasKeys = isDeciding && isNextProposal(proposal, run, current);
  const isEditable = proposal.fields.some(({ editable }) => editable);
  const approve =
    approvability.is === 'yes'
      ? () => decide({ type: 'approve', command: proposal.id, parameters })
      : undefined;
  // A key decides only what is in sight; otherwise it brings the card there.
  const byKey = isInView ? approve : () => currentCard.current?.focus();
  useShortcut('a', hasKeys && isSettled ? byKey : undefined);
  useShortcut('e', hasKeys && isEditable ? () => setMode('edit') : undefined);
  useShortcut('r', hasKeys ? () => setMode('reject') : undefined);
  const back = () => setMode('decide');
  return (
    <DecisionCard command={proposal.id} labelledBy={heading}>
      <Row gap="xs" isWrapped>
        <Heading level={3} look="card" id={heading} ref={title}>
          {text}
        </Heading>
        {edits.isEdited(proposal) ? <Tag hue="yellow">{words.t('proposal.edited')}</Tag> : null}
        {proposal.approver.is === 'role' && proposal.approver.youHaveIt ? (
          <Tag hue="blue">{words.t('proposal.as-role', { role: proposal.approver.role })}</Tag>
        ) : null}
        {proposal.attempt > 0 ? (
          <Tag>{words.t('proposal.attempt', { number: proposal.attempt + 1 })}</Tag>
        ) : null}
      </Row>
      <ProposalDetails proposal={proposal} parameters={parameters} />
      <Obstacle proposal={proposal} approvability={approvability} />
      <Suspense>
        {mode === 'edit' ? <EditForm proposal={proposal} onDone={back} /> : null}
        {mode === 'reject' ? <RejectForm proposal={proposal} title={text} onCancel={back} /> : null}
      </Suspense>
      {isDeciding ? (
        <ProposalActions
          title={text}
          isApprovable={approvability.is === 'yes' || approvability.because !== 'not-allowed'}
          onApprove={approve}
          hasKeys={hasKeys}
          isKeyReady={isSettled}
          onEdit={isEditable ? () => setMode('edit') : undefined}
          onReject={() => setMode('reject')}
        />
      ) : null}
    </DecisionCard>
  );
}

/** Whether no other proposal comes first. What is no proposal, such as a step to be ticked, has no keys. */
function isNextProposal({ id }: ProposalView, run: RunView, current: CommandId | undefined): boolean {
  const other = run.steps.flatMap((step) => step.proposals).find((proposal) => proposal.id === current);
  return other === undefined || other.id === id;
}
