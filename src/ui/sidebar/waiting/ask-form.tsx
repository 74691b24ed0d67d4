import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Button } from '../../garden/button.tsx';
import { Form } from '../../garden/form.tsx';
import { Row } from '../../garden/stack.tsx';
import { TextAreaField } from '../../garden/text-area-field.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useSend } from '../../store.tsx';
import { useRun } from '../run/run-context.tsx';
import { askNote } from './ask-note.ts';
import type { WaitingOf } from './waiting-of.ts';

type AskFormProps = {
  readonly waiting: WaitingOf<'gate' | 'judgement'>;
  readonly role: string;
  readonly question: string;
  readonly onDone: () => void;
};

/** The internal note that asks a colleague, to be read and changed before it is sent: sending it approves exactly this text. */
export function AskForm({ waiting, role, question, onDone }: AskFormProps) {
  const words = useWords();
  const { run, currentCard } = useRun();
  const send = useSend();
  const [note, setNote] = useState(() => askNote(waiting, { question, run, words }));
  const [isAsked, setAsked] = useState(false);
  const isMissing = note.trim() === '';
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isMissing) return setAsked(true);
    send({ type: 'ask-colleague', command: waiting.id, note: note.trim() });
    // The question goes on waiting, so the focus stays with it: nothing follows before the colleague has answered.
    currentCard.current?.focus();
    return onDone();
  };
  return (
    <Form label={words.t('ask.ask')} onSubmit={onSubmit} onCancel={onDone}>
      <TextAreaField
        label={words.t('ask.note', { role })}
        hint={words.t('ask.hint')}
        value={note}
        onChange={setNote}
        isFocused
        rows={10}
        problem={isAsked && isMissing ? words.t('ask.note-missing') : undefined}
        problemLabel={words.t('form.mistake')}
      />
      <Row isWrapped>
        <Button look="primary" type="submit">
          {words.t('ask.send')}
        </Button>
        <Button onClick={onDone}>{words.t('form.cancel')}</Button>
      </Row>
    </Form>
  );
}
