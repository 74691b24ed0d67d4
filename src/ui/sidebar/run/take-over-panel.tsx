import { useId, useState } from 'react';
import { Button } from '../../garden/button.tsx';
import { Heading } from '../../garden/heading.tsx';
import { Row } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { TextAreaField } from '../../garden/text-area-field.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { Panel } from '../../garden/panel.tsx';
import { useRun } from './run-context.tsx';

/** The rep goes on by hand, and says why. */
export function TakeOverPanel() {
  const { t } = useWords();
  const { decide, openPanel } = useRun();
  const heading = useId();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const takeOver = () => {
    if (isMissing) return setAsked(true);
    openPanel(undefined);
    decide({ type: 'take-over', reason: reason.trim() });
  };
  return (
    <Panel labelledBy={heading} onClose={() => openPanel(undefined)}>
      <Heading level={2} look="section" id={heading}>
        {t('take-over.title')}
      </Heading>
      <Text size="sm" tone="subtle">
        {t('take-over.text')}
      </Text>
      <TextAreaField
        label={t('take-over.reason')}
        value={reason}
        onChange={setReason}
        isFocused
        problem={isAsked && isMissing ? t('take-over.reason-missing') : undefined}
        problemLabel={t('form.mistake')}
      />
      <Row>
        <Button look="primary" onClick={takeOver}>
          {t('take-over.confirm')}
        </Button>
        <Button onClick={() => openPanel(undefined)}>{t('form.cancel')}</Button>
      </Row>
    </Panel>
  );
}
