import { Suspense, lazy } from 'react';
import { Button } from '../../garden/button.tsx';
import { IconButton } from '../../garden/icon-button.tsx';
import { Icon } from '../../garden/icon.tsx';
import { Fill, Row, Stack } from '../../garden/stack.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useShortcut, useShortcuts } from '../../shortcuts/use-shortcut.tsx';
import { useSend } from '../../store.tsx';
import { approvableTogether } from '../proposal/approvability.ts';
import { useRun } from './run-context.tsx';
import type { RunPanel } from './run-context.tsx';

const ApproveAllPanel = lazy(async () => ({
  default: (await import('./approve-all-panel.tsx')).ApproveAllPanel,
}));
const TakeOverPanel = lazy(async () => ({ default: (await import('./take-over-panel.tsx')).TakeOverPanel }));
const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.tsx')).HelpPanel }));

type RunFooterProps = { readonly panel: RunPanel | undefined; readonly isEnded: boolean };

/** What can be done with the whole plan. Its panels open in the page: a dialog over an iframe of unknown height may be out of sight. */
export function RunFooter({ panel, isEnded }: RunFooterProps) {
  return (
    <Stack gap="sm">
      <Suspense>
        <OpenPanel panel={panel} />
      </Suspense>
      {panel === 'approve-all' || panel === 'take-over' ? null : <Bar panel={panel} isEnded={isEnded} />}
    </Stack>
  );
}

function OpenPanel({ panel }: { readonly panel: RunPanel | undefined }) {
  switch (panel) {
    case 'approve-all':
      return <ApproveAllPanel />;
    case 'take-over':
      return <TakeOverPanel />;
    case 'help':
      return <HelpPanel />;
    case 'choose-sop':
    case 'systems':
    case undefined:
      return null;
  }
}

function Bar({ panel, isEnded }: RunFooterProps) {
  return (
    <Row isWrapped>
      <Fill>
        <Row isWrapped>{isEnded ? <AfterTheEnd /> : <WholePlan />}</Row>
      </Fill>
      <HelpButton isOpen={panel === 'help'} />
    </Row>
  );
}

function WholePlan() {
  const { t } = useWords();
  const { run, openPanel } = useRun();
  const { isOn } = useShortcuts();
  const { length: count } = approvableTogether(run);
  const approveAll = count > 1 ? () => openPanel('approve-all') : undefined;
  useShortcut('A', approveAll);
  if (run.mayAct.is === 'no') return null;
  return (
    <>
      {approveAll ? (
        <Button onClick={approveAll} shortcut={isOn ? { label: '⇧A', keys: 'Shift+A' } : undefined}>
          {t('footer.approve-all', { count })}
        </Button>
      ) : null}
      <Button look="basic" onClick={() => openPanel('take-over')}>
        {t('footer.take-over')}
      </Button>
    </>
  );
}

function AfterTheEnd() {
  const { t } = useWords();
  const { run, openPanel } = useRun();
  const send = useSend();
  return (
    <>
      <Button onClick={() => send({ type: 'run-again' })}>{t('footer.run-again')}</Button>
      {run.match ? (
        <Button look="basic" onClick={() => openPanel('choose-sop')}>
          {t('menu.choose-sop')}
        </Button>
      ) : null}
    </>
  );
}

function HelpButton({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useWords();
  const { openPanel } = useRun();
  const toggle = () => openPanel(isOpen ? undefined : 'help');
  useShortcut('?', toggle);
  return (
    <IconButton
      label={t('menu.help')}
      icon={<Icon is="question" />}
      isExpanded={isOpen}
      shortcut="?"
      onClick={toggle}
    />
  );
}
