import type { ProposalCardState, ProposalView } from '../../../app/proposal-view.ts';
import { Button } from '../../garden/button.tsx';
import { isLinkable, Link } from '../../garden/link.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { Working } from '../../garden/working.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { failureText } from '../../values/failure-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { systemName } from '../../values/system-name.ts';
import { RequestId } from '../request-id.tsx';
import { useRun } from '../run/run-context.tsx';

type UnknownOutcomeProps = {
  readonly proposal: ProposalView;
  readonly state: Extract<ProposalCardState, { is: 'unknown' }>;
  readonly system: string;
};

/** It may have happened. The system is asked; where it cannot tell, a person looks there and says what is so. */
export function UnknownOutcome({ proposal, state, system }: UnknownOutcomeProps) {
  const words = useWords();
  const name = systemName(system, words);
  return (
    <>
      <Text size="sm">{words.t('unknown-outcome.text', { failure: failureText(state.failure, words) })}</Text>
      <RequestId failure={state.failure} />
      {state.check.is === 'checking' ? (
        <Working>{words.t('unknown-outcome.checking', { system: name })}</Working>
      ) : (
        <>
          <Text size="sm" tone="subtle">
            {words.t('unknown-outcome.cannot-tell', {
              system: name,
              how: withoutPeriod(revealHidden(state.check.how)),
              time: formatInstant(words, state.check.at),
            })}
          </Text>
          <LookThere proposal={proposal} name={name} />
          <Settle proposal={proposal} />
        </>
      )}
    </>
  );
}

/** The record that it is about, where it is not the open ticket. */
function LookThere({
  proposal: { preparation },
  name,
}: {
  readonly proposal: ProposalView;
  readonly name: string;
}) {
  const { t } = useWords();
  const { run } = useRun();
  const url = preparation.is === 'ready' ? preparation.target.url : undefined;
  if (url === undefined || url === run.ticket.url || !isLinkable(url)) return null;
  return (
    <div>
      <Link to={url} opensLabel={t('link.opens')}>
        {t('state-line.look', { system: name })}
      </Link>
    </div>
  );
}

/** It stands inside a sentence of ours. */
const withoutPeriod = (sentence: string) => sentence.replace(/\.$/, '');

function Settle({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useWords();
  const { run, decide } = useRun();
  if (run.mayActBeside.is === 'no') return null;
  const settle = (settlement: 'happened' | 'did-not-happen' | 'ask-again') => () =>
    decide({ type: 'settle-unknown', command: proposal.id, settlement });
  return (
    <Row isWrapped>
      <Button onClick={settle('ask-again')}>{t('unknown-outcome.ask-again')}</Button>
      <Button onClick={settle('happened')}>{t('unknown-outcome.happened')}</Button>
      <Button onClick={settle('did-not-happen')}>{t('unknown-outcome.did-not-happen')}</Button>
    </Row>
  );
}
