import type { RecordChoice } from '../../../domain/decisions/proposal.ts';
import { Button } from '../../garden/button.tsx';
import { Stack } from '../../garden/stack.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useRun } from '../run/run-context.tsx';
import { Candidate } from './candidate.tsx';

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
          others={choice.candidates.filter(({ id }) => id !== candidate.id)}
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
