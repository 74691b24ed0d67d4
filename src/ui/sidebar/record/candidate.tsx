import { useId } from 'react';
import type { RecordCandidate } from '../../../domain/decisions/proposal.ts';
import { Button } from '../../garden/button.tsx';
import { Card } from '../../garden/card.tsx';
import { FactsList, Pair } from '../../garden/facts-list.tsx';
import { Link } from '../../garden/link.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import type { Words } from '../../i18n/words.ts';
import { looseText } from '../../values/loose-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { previewLabel } from '../proposal/preview-label.ts';

type CandidateProps = {
  readonly candidate: RecordCandidate;
  readonly others: readonly RecordCandidate[];
  readonly isSending: boolean;
  readonly onChoose: (() => void) | undefined;
};

/** A record that may be meant. What tells it from the others stands out. */
export function Candidate({ candidate, others, isSending, onChoose }: CandidateProps) {
  const words = useWords();
  const heading = useId();
  const name = revealHidden(candidate.name);
  const details = detailsOf(candidate, words).map((detail) => ({
    ...detail,
    isOwn: others.some((other) => !holds(detailsOf(other, words), detail)),
  }));
  return (
    <Card labelledBy={heading} look="flat">
      <strong id={heading}>
        {candidate.url === undefined ? (
          name
        ) : (
          <Link to={candidate.url} opensLabel={words.t('link.opens')}>
            {name}
          </Link>
        )}
      </strong>
      <FactsList>
        {details.map(({ label, text, isOwn }) => (
          <Pair key={label} name={previewLabel(label, words)}>
            <Text isBold={isOwn}>{text}</Text>
          </Pair>
        ))}
      </FactsList>
      {onChoose === undefined ? null : (
        <Row>
          <Button
            isDisabled={isSending}
            name={words.t('choose-record.use-name', {
              name: others.some((other) => other.name === candidate.name)
                ? [name, ...details.flatMap(({ text, isOwn }) => (isOwn ? [text] : []))].join(', ')
                : name,
            })}
            onClick={onChoose}
          >
            {words.t('choose-record.use')}
          </Button>
        </Row>
      )}
    </Card>
  );
}

type Detail = { readonly label: string; readonly text: string };

function detailsOf({ details }: RecordCandidate, words: Words): readonly Detail[] {
  return details.map(({ label, value }) => ({
    label,
    text: value === null || value === '' ? words.t('value.empty') : looseText(value, words),
  }));
}

const holds = (details: readonly Detail[], { label, text }: Detail): boolean =>
  details.some((other) => other.label === label && other.text === text);
