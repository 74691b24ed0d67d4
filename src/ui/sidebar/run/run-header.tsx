import { Suspense, lazy } from 'react';
import type { SopHeading } from '../../../app/run-view.ts';
import { MenuPlace } from '../../garden/menu-place.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useSend, useView } from '../../store.tsx';
import { SopTitle } from '../sop-title.tsx';
import { useRun } from './run-context.tsx';

const ActionMenu = lazy(async () => ({ default: (await import('../../garden/action-menu.tsx')).ActionMenu }));

type RunHeaderProps = { readonly sop: SopHeading; readonly isEnded: boolean };

/** The SOP of the run, and what can be done with the run as a whole. */
export function RunHeader({ sop, isEnded }: RunHeaderProps) {
  return (
    <SopTitle sop={sop}>
      <Suspense fallback={<MenuPlace />}>
        <RunMenu isEnded={isEnded} />
      </Suspense>
    </SopTitle>
  );
}

function RunMenu({ isEnded }: { readonly isEnded: boolean }) {
  const { t } = useWords();
  const { run, openPanel } = useRun();
  const send = useSend();
  const mayCheck = useView(({ systems }) => systems !== undefined);
  const items = [
    ...(run.match ? [{ value: 'choose-sop', label: t('menu.choose-sop') }] : []),
    { value: 'run-again', label: t('menu.run-again') },
    ...(isEnded || run.mayAct.is === 'no' ? [] : [{ value: 'take-over', label: t('menu.take-over') }]),
    ...(mayCheck ? [{ value: 'check-systems', label: t('menu.check-systems') }] : []),
    { value: 'help', label: t('menu.help') },
  ];
  const onChoose = (value: string) => {
    if (value === 'run-again') send({ type: 'run-again' });
    if (value === 'check-systems') {
      send({ type: 'check-systems' });
      openPanel('systems');
    }
    if (value === 'choose-sop' || value === 'take-over' || value === 'help') openPanel(value);
  };
  return <ActionMenu label={t('menu.label')} items={items} onChoose={onChoose} />;
}
