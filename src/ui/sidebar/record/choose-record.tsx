import { useId } from 'react';
import type { RecordCandidate, RecordChoice } from '../../../domain/decisions/proposal.ts';
import { Button } from '../../garden/button.tsx';
import { Card } from '../../garden/card.tsx';
import { FactsList, Pair } from '../../garden/facts-list.tsx';
import { Link } from '../../garden/link.tsx';
import { Row, Stack } from '../../garden/stack.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { looseText } from '../../values/loose-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { useRun } from '../run/run-context.tsx';
import { previewLabel } from '../proposal/preview-label.ts';

type ChooseRecordProps = {
  readonly choice: RecordChoice;
  /** The reading or the proposal that asks. */
  readonly command: string;
  readonly isSending: boolean;
};

/** The records that may be meant, each with what tells it from the others. Nothing is chosen beforehand. */
export function ChooseRecord({ choice, command, isSending }: ChooseRecordProps) {
  const { t } = useWords();
  const { run, decide } = useRun();
  const { system, record } = choice;
  const choose = (id: string | null, name: string) => () =>
    decide({ type: 'choose-record', command, system, record, id, name });
  const mayChoose = run.mayAct.is === 'yes';
  return (
    <Stack gap="xs">
      {choice.candidates.map((candidate) => (
        <Candidate
          key={candidate.id}
          candidate={candidate}
          isNameShared={choice.candidates.some(
            ({ id, name }) => name === candidate.name && id !== candidate.id,
          )}
          isSending={isSending}
          onChoose={mayChoose ? choose(candidate.id, candidate.name) : undefined}
        />
      ))}
      {mayChoose ? (
        <div>
          <Button look="basic" isDisabled={isSending} onClick={choose(null, t('choose-record.none'))}>
            {t('choose-record.none')}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

type CandidateProps = {
  readonly candidate: RecordCandidate;
  /** Another one is called the same: two payments with one card. */
  readonly isNameShared: boolean;
  readonly isSending: boolean;
  readonly onChoose: (() => void) | undefined;
};

function Candidate({ candidate, isNameShared, isSending, onChoose }: CandidateProps) {
  const words = useWords();
  const heading = useId();
  const name = revealHidden(candidate.name);
  const details = candidate.details.map(({ label, value }) => ({
    label,
    text: value === null || value === '' ? words.t('value.empty') : looseText(value, words),
  }));
  const told = isNameShared ? [name, ...details.map(({ text }) => text)].join(', ') : name;
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
        {details.map(({ label, text }) => (
          <Pair key={label} name={previewLabel(label, words)}>
            {text}
          </Pair>
        ))}
      </FactsList>
      {onChoose === undefined ? null : (
        <Row>
          <Button
            isDisabled={isSending}
            name={words.t('choose-record.use-name', { name: told })}
            onClick={onChoose}
          >
            {words.t('choose-record.use')}
          </Button>
        </Row>
      )}
    </Card>
  );
}
