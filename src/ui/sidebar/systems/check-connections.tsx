import { Suspense, lazy, useState } from 'react';
import { Button } from '../../garden/button.tsx';
import { Stack } from '../../garden/stack.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useSend, useView } from '../../store.tsx';

const SystemsPanel = lazy(async () => ({ default: (await import('./systems-panel.tsx')).SystemsPanel }));

/** For admins, on a page without a run and its menu: what opens the connections. */
export function CheckConnections() {
  const { t } = useWords();
  const send = useSend();
  const mayCheck = useView(({ systems }) => systems !== undefined);
  const [isOpen, setOpen] = useState(false);
  if (!mayCheck) return null;
  const toggle = () => {
    if (!isOpen) send({ type: 'check-systems' });
    setOpen(!isOpen);
  };
  return (
    <Stack gap="sm">
      <div>
        <Button look="link" isExpanded={isOpen} onClick={toggle}>
          {t('menu.check-systems')}
        </Button>
      </div>
      {isOpen ? (
        <Suspense>
          <SystemsPanel onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </Stack>
  );
}
