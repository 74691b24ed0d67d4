import type { MatchView, SopCandidate } from '../../../app/match-view.ts';
import { Button } from '../../garden/button.tsx';
import { Card } from '../../garden/card.tsx';
import { Disclosure } from '../../garden/disclosure.tsx';
import { Stack } from '../../garden/stack.tsx';
import { useId } from 'react';
import { useWords } from '../../i18n/use-words.tsx';
import { useSend } from '../../store.tsx';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { CandidateTitle } from './candidate-title.tsx';
import { Reasons } from './reasons.tsx';

/** SOPs to choose from: those that may fit, best first, then the others. */
export function ChooseSop({ match }: { readonly match: MatchView }) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      {match.candidates.map((candidate, index) => (
        <Choice key={candidate.sop.id} candidate={candidate} isBest={index === 0} />
      ))}
      {match.others.length === 0 ? null : (
        <Disclosure
          level={2}
          look="quiet"
          isOpen={match.candidates.length === 0}
          label={t('choose.others', { count: match.others.length })}
        >
          <Stack gap="xs">
            {match.others.map((candidate) => (
              <Choice key={candidate.sop.id} candidate={candidate} isBest={false} />
            ))}
          </Stack>
        </Disclosure>
      )}
    </Stack>
  );
}

type ChoiceProps = { readonly candidate: SopCandidate; readonly isBest: boolean };

function Choice({ candidate: { sop, reasons }, isBest }: ChoiceProps) {
  const { t } = useWords();
  const send = useSend();
  const title = useId();
  return (
    <Card labelledBy={title} tone={isBest ? 'primary' : 'default'}>
      <div id={title}>
        <CandidateTitle sop={sop} />
      </div>
      <Reasons reasons={reasons} />
      <div>
        <Button
          look={isBest ? 'primary' : 'default'}
          name={t('choose.use-name', { title: revealHidden(sop.title) })}
          onClick={() => send({ type: 'choose-sop', sop: sop.id })}
        >
          {t('choose.use')}
        </Button>
      </div>
    </Card>
  );
}
