import { useId } from 'react';
import { Button } from '../../garden/button.tsx';
import { CheckboxField } from '../../garden/checkbox-field.tsx';
import { FactsList, Pair } from '../../garden/facts-list.tsx';
import { useFocusOnAppear } from '../../garden/use-focus-on-appear.ts';
import { Heading } from '../../garden/heading.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcut.tsx';
import { Panel } from '../../garden/panel.tsx';
import { useRun } from './run-context.tsx';

const keys = [
  { key: 'A', does: 'help.approve' },
  { key: 'Shift + A', does: 'help.approve-all' },
  { key: 'E', does: 'help.edit' },
  { key: 'R', does: 'help.reject' },
  { key: '?', does: 'help.help' },
] as const;

/** The keys, and the switch that turns them off. */
export function HelpPanel() {
  const { t } = useWords();
  const { openPanel } = useRun();
  const { isOn, setOn } = useShortcuts();
  const heading = useId();
  const title = useFocusOnAppear<HTMLHeadingElement>();
  return (
    <Panel labelledBy={heading} onClose={() => openPanel(undefined)}>
      <Heading level={2} look="section" id={heading} ref={title}>
        {t('help.title')}
      </Heading>
      <FactsList>
        {keys.map(({ key, does }) => (
          <Pair key={key} name={key}>
            {t(does)}
          </Pair>
        ))}
      </FactsList>
      <CheckboxField label={t('help.switch')} isChecked={isOn} onChange={setOn} />
      <div>
        <Button onClick={() => openPanel(undefined)}>{t('form.close')}</Button>
      </div>
    </Panel>
  );
}
