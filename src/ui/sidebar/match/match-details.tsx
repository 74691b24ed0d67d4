import type { MatchView, SopCandidate } from '../../../app/match-view.ts';
import { Heading } from '../../garden/heading.tsx';
import { Stack } from '../../garden/stack.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { CandidateTitle } from './candidate-title.tsx';
import { Reasons } from './reasons.tsx';

/** All reasons: of the mapping, of the SOPs that fit, and of those that do not. */
export function MatchDetails({ match }: { readonly match: MatchView }) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      {match.by.is === 'mapping' ? <Reasons reasons={match.by.reasons} /> : null}
      {match.candidates.map((candidate) => (
        <Candidate key={candidate.sop.id} candidate={candidate} />
      ))}
      {match.others.length === 0 ? null : (
        <>
          <Heading level={3} look="section">
            {t('why.others')}
          </Heading>
          {match.others.map((candidate) => (
            <Candidate key={candidate.sop.id} candidate={candidate} />
          ))}
        </>
      )}
    </Stack>
  );
}

function Candidate({ candidate }: { readonly candidate: SopCandidate }) {
  return (
    <Stack gap="xxs">
      <CandidateTitle sop={candidate.sop} />
      <Reasons reasons={candidate.reasons} />
    </Stack>
  );
}
