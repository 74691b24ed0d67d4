import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Button } from '../../garden/button.tsx';
import { Form } from '../../garden/form.tsx';
import { Row } from '../../garden/stack.tsx';
import { TextAreaField } from '../../garden/text-area-field.tsx';
import { useWords } from '../../i18n/use-words.tsx';

type RefusalFormProps = {
  readonly question: string;
  readonly isSending: boolean;
  readonly onRefuse: (reason: string | undefined) => void;
  readonly onCancel: () => void;
};

/** A no, with the reason where there is one. */
export function RefusalForm({ question, isSending, onRefuse, onCancel }: RefusalFormProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const name = t('gate.answer-no', { question });
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isSending) onRefuse(reason.trim() || undefined);
  };
  return (
    <Form label={name} onSubmit={onSubmit} onCancel={onCancel}>
      <TextAreaField
        label={t('gate.reason')}
        value={reason}
        onChange={setReason}
        isFocused
        problemLabel={t('form.mistake')}
      />
      <Row>
        <Button look="danger" type="submit" isDisabled={isSending} name={name}>
          {t('gate.no')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </Row>
    </Form>
  );
}
