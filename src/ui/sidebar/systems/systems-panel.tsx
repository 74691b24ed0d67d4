import { useId } from 'react';
import type { SystemsView, SystemView } from '../../../app/systems-view.ts';
import { Button } from '../../garden/button.tsx';
import { Heading } from '../../garden/heading.tsx';
import { LiveRegion } from '../../garden/live-region.tsx';
import { Panel } from '../../garden/panel.tsx';
import { Row, Stack } from '../../garden/stack.tsx';
import { Text } from '../../garden/text.tsx';
import { useBorrowedFocus } from '../../garden/use-borrowed-focus.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { useSend, useView } from '../../store.tsx';
import { SystemLine } from './system-line.tsx';

/** For admins: whether every system is connected, and what to do about those that are not. Whoever opens it asks. */
export function SystemsPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const send = useSend();
  const view = useView(({ systems }) => systems) ?? nothing;
  const heading = useId();
  const title = useBorrowedFocus<HTMLHeadingElement>();
  return (
    <Panel labelledBy={heading} onClose={onClose}>
      <Heading level={2} look="section" id={heading} ref={title}>
        {t('systems.title')}
      </Heading>
      <Summary view={view} />
      <Stack as="ul" gap="sm">
        {view.systems.map((system) => (
          <li key={system.system}>
            <SystemLine system={system} />
          </li>
        ))}
      </Stack>
      <Row>
        <Button isDisabled={view.isChecking} onClick={() => send({ type: 'check-systems' })}>
          {t('systems.again')}
        </Button>
        <Button look="basic" onClick={onClose}>
          {t('form.close')}
        </Button>
      </Row>
    </Panel>
  );
}

const nothing: SystemsView = { isChecking: false, systems: [] };

/** Said aloud when the asking begins and when all of them have answered, not with each of them. */
function Summary({ view: { isChecking, systems } }: { readonly view: SystemsView }) {
  const { t } = useWords();
  const count = (is: SystemView['is']) => systems.filter((system) => system.is === is).length;
  const counts = {
    connected: count('connected'),
    failing: count('failing'),
    'not-set-up': count('not-set-up'),
  };
  return (
    <LiveRegion>
      <Text size="sm" tone="subtle">
        {isChecking ? t('systems.checking') : t('systems.summary', counts)}
      </Text>
    </LiveRegion>
  );
}
