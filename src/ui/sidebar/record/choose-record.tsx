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
  readonly isSending: boolean;
  readonly onChoose: (() => void) | undefined;
};

function Candidate({ candidate, isSending, onChoose }: CandidateProps) {
  const words = useWords();
  const heading = useId();
  const name = revealHidden(candidate.name);
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
        {candidate.details.map(({ label, value }) => (
          <Pair key={label} name={previewLabel(label, words)}>
            {value === null || value === '' ? words.t('value.empty') : looseText(value, words)}
          </Pair>
        ))}
      </FactsList>
      {onChoose === undefined ? null : (
        <Row>
          <Button
            isDisabled={isSending}
            name={words.t('choose-record.use-name', { name })}
            onClick={onChoose}
          >
            {words.t('choose-record.use')}
          </Button>
        </Row>
      )}
    </Card>
  );
}
