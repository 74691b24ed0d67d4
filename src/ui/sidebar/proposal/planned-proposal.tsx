import { Suspense, useId, useState } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import { Button } from '../../garden/button.tsx';
import { Icon } from '../../garden/icon.tsx';
import { Row, Fill, Stack } from '../../garden/stack.tsx';
import { StepDetail, StepGroup } from '../../garden/steps-list.tsx';
import { Tag } from '../../garden/tag.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { useRun } from '../run/run-context.tsx';
import { choiceTitle } from '../record/record-name.ts';
import { approvabilityOf } from './approvability.ts';
import { EditForm } from './lazy-forms.ts';
import { Obstacle } from './obstacle.tsx';
import { ProposalDetails } from './proposal-details.tsx';
import { proposalTitle } from './proposal-title.ts';

/** What follows if those before it are approved: one line that opens to its preview. */
export function PlannedProposal({ proposal }: { readonly proposal: ProposalView }) {
  const words = useWords();
  const { run, edits } = useRun();
  const [isOpen, setOpen] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const heading = useId();
  const parameters = edits.valuesOf(proposal);
  const title = proposalTitle(proposal, parameters, words).text;
  const isEditable = run.mayAct.is === 'yes' && proposal.fields.some(({ editable }) => editable);
  return (
    <StepGroup aria-labelledby={heading}>
      <Stack gap="xs">
        <Row align="start">
          <Icon is="circle" tone="subtle" label={words.t('state.planned')} />
          <Fill>
            <Row isWrapped gap="xs">
              <Text id={heading}>{title}</Text>
              {edits.isEdited(proposal) ? <Tag hue="yellow">{words.t('proposal.edited')}</Tag> : null}
            </Row>
          </Fill>
          <Button
            look="link"
            name={words.t('proposal.preview-name', { title })}
            isExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {words.t('proposal.preview')}
          </Button>
        </Row>
        {isOpen ? null : <Ahead proposal={proposal} />}
        {isOpen ? (
          <Stack gap="xs">
            <ProposalDetails proposal={proposal} parameters={parameters} />
            <Obstacle proposal={proposal} approvability={approvabilityOf(proposal, run)} />
            <Suspense>
              {isEditing ? <EditForm proposal={proposal} onDone={() => setEditing(false)} /> : null}
            </Suspense>
            {isEditable && !isEditing ? (
              <div>
                <Button name={words.t('proposal.edit-name', { title })} onClick={() => setEditing(true)}>
                  {words.t('proposal.edit')}
                </Button>
              </div>
            ) : null}
          </Stack>
        ) : null}
      </Stack>
    </StepGroup>
  );
}

/** What will stand in its way, said before anything ahead of it is approved. */
function Ahead({ proposal: { preparation } }: { readonly proposal: ProposalView }) {
  const words = useWords();
  if (preparation.is !== 'impossible') return null;
  const { choice, failure } = preparation;
  return (
    <StepDetail>
      <Text size="sm" tone="warning">
        {choice
          ? choiceTitle(choice, words)
          : words.t('obstacle.ahead', { reason: revealHidden(failure.reason) })}
      </Text>
    </StepDetail>
  );
}
