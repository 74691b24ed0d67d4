import { useId } from 'react';
import { Button } from '../../garden/button.tsx';
import { useFocusOnAppear } from '../../garden/use-focus-on-appear.ts';
import { Heading } from '../../garden/heading.tsx';
import { Row, Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useSettled } from '../../shortcuts/use-settled.ts';
import { approvableTogether } from '../proposal/approvability.ts';
import { proposalTitle } from '../proposal/proposal-title.ts';
import { Panel } from '../../garden/panel.tsx';
import { useRun } from './run-context.tsx';

/** What would be approved, listed in order with the values that count now; only then the button. */
export function ApproveAllPanel() {
  const words = useWords();
  const { run, edits, decide, openPanel } = useRun();
  const heading = useId();
  const title = useFocusOnAppear<HTMLHeadingElement>();
  const listed = approvableTogether(run).map((proposal) => ({
    proposal,
    parameters: edits.valuesOf(proposal),
  }));
  const approvals = listed.map(({ proposal, parameters }) => ({ command: proposal.id, parameters }));
  const isSettled = useSettled(JSON.stringify(approvals));
  const approve = () => {
    openPanel(undefined);
    decide({ type: 'approve-all', approvals });
  };
  return (
    <Panel labelledBy={heading} onClose={() => openPanel(undefined)}>
      <Heading level={2} look="section" id={heading} ref={title}>
        {words.t('approve-all.title', { count: listed.length })}
      </Heading>
      <Stack as="ol" gap="xxs">
        {listed.map(({ proposal, parameters }, index) => (
          <li key={proposal.id}>
            <Text isBold={proposal.movesMoney}>
              {words.t('approve-all.item', {
                number: index + 1,
                title: proposalTitle(proposal, parameters, words).text,
              })}
            </Text>
          </li>
        ))}
      </Stack>
      <Text size="sm" tone="subtle">
        {words.t('approve-all.text')}
      </Text>
      <Row>
        <Button look="primary" isDisabled={!isSettled || listed.length === 0} onClick={approve}>
          {words.t('approve-all.approve', { count: listed.length })}
        </Button>
        <Button onClick={() => openPanel(undefined)}>{words.t('form.cancel')}</Button>
      </Row>
    </Panel>
  );
}
