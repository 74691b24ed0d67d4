import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { ProposalView } from '../../../app/proposal-view.ts';
import { Button } from '../../garden/button.tsx';
import { Form } from '../../garden/form.tsx';
import { RadioList } from '../../garden/radio-list.tsx';
import { Row } from '../../garden/stack.tsx';
import { TextAreaField } from '../../garden/text-area-field.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useRun } from '../run/run-context.tsx';

const reasons = [
  'wrong-amount',
  'wrong-target',
  'does-not-apply',
  'already-done',
  'customer-wish',
  'other',
] as const;

type RejectFormProps = {
  readonly proposal: ProposalView;
  readonly title: string;
  readonly onCancel: () => void;
};

/** Why not: a short reason, and more words where there are any. The reasons lead back to the sentence of the SOP to mend. */
export function RejectForm({ proposal, title, onCancel }: RejectFormProps) {
  const { t } = useWords();
  const { decide } = useRun();
  const [choice, setChoice] = useState<(typeof reasons)[number]>();
  const [words, setWords] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = (choice === undefined || choice === 'other') && words.trim() === '';
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isMissing) return setAsked(true);
    const parts = [
      ...(choice === undefined || choice === 'other' ? [] : [t(`reject.reason.${choice}`)]),
      ...(words.trim() === '' ? [] : [words.trim()]),
    ];
    return decide({ type: 'reject', command: proposal.id, reason: parts.join(': ') });
  };
  return (
    <Form onSubmit={onSubmit} onCancel={onCancel} label={t('proposal.reject-name', { title })}>
      <RadioList
        label={t('reject.why')}
        isFocused
        value={choice ?? ''}
        options={reasons.map((reason) => ({ value: reason, label: t(`reject.reason.${reason}`) }))}
        onChange={(value) => setChoice(reasons.find((reason) => reason === value))}
      />
      <TextAreaField
        label={t('reject.more')}
        value={words}
        onChange={setWords}
        problem={isAsked && isMissing ? t('reject.reason-missing') : undefined}
        problemLabel={t('form.mistake')}
      />
      <Row>
        <Button look="danger" type="submit" name={t('proposal.reject-name', { title })}>
          {t('proposal.reject')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </Row>
    </Form>
  );
}
