import type { SystemCheck } from '../../../app/ports/systems.ts';
import type { SystemView } from '../../../app/systems-view.ts';
import { Icon } from '../../garden/icon.tsx';
import { Fill, Row } from '../../garden/stack.tsx';
import { Tag } from '../../garden/tag.tsx';
import { Text } from '../../garden/text.tsx';
import { Working } from '../../garden/working.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import type { Words } from '../../i18n/words.ts';
import { failureText } from '../../values/failure-text.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { systemName } from '../../values/system-name.ts';
import { RequestId } from '../request-id.tsx';

/** One system: its sign, its name, and in words how it stands. */
export function SystemLine({ system }: { readonly system: SystemView }) {
  const words = useWords();
  const name = systemName(system.system, words);
  if (system.is === 'checking') return <Working>{words.t('systems.asking', { system: name })}</Working>;
  return (
    <Row align="start">
      <State is={system.is} />
      <Fill>
        <Row isWrapped>
          <Text isBold>{name}</Text>
          {system.is === 'connected' ? <Mode mode={system.mode} /> : null}
        </Row>
        <Said system={system} />
      </Fill>
    </Row>
  );
}

function State({ is }: Pick<SystemCheck, 'is'>) {
  const { t } = useWords();
  switch (is) {
    case 'connected':
      return <Icon is="check" tone="success" />;
    case 'not-set-up':
      return <Icon is="circle" tone="subtle" />;
    case 'failing':
      return <Icon is="error" tone="danger" label={t('systems.failing')} />;
  }
}

type Connected = Extract<SystemCheck, { is: 'connected' }>;

function Mode({ mode }: { readonly mode: Connected['mode'] | undefined }) {
  const { t } = useWords();
  if (mode === undefined) return null;
  return <Tag hue={mode === 'test' ? 'yellow' : 'green'}>{t(`systems.mode.${mode}`)}</Tag>;
}

function Said({ system }: { readonly system: SystemCheck }) {
  const words = useWords();
  switch (system.is) {
    case 'connected':
      return <Sentence>{connectedText(system, words)}</Sentence>;
    case 'not-set-up':
      return <Sentence>{notSetUpText(system.setting, words)}</Sentence>;
    case 'failing':
      return (
        <>
          <Text size="sm" as="div">
            {failingText(system.failure, words)}
          </Text>
          <RequestId failure={system.failure} />
        </>
      );
  }
}

function Sentence({ children }: { readonly children: string }) {
  return (
    <Text size="sm" tone="subtle" as="div">
      {children}
    </Text>
  );
}

function connectedText({ account, mode }: Connected, { t }: Words): string {
  const connected =
    account === undefined
      ? t('systems.connected')
      : t('systems.connected-to', { account: revealHidden(account) });
  return mode === undefined ? connected : `${connected} ${t(`systems.mode-text.${mode}`)}`;
}

function notSetUpText(setting: string, { t, look }: Words): string {
  return t('systems.not-set-up', {
    setting: look(`setting.${setting}`)?.({}) ?? setting,
    name: setting,
  });
}

/** A whole sentence that names the setting and the fix needs no code before it. */
function failingText(failure: Extract<SystemCheck, { is: 'failing' }>['failure'], words: Words): string {
  const reason = revealHidden(failure.reason).trim();
  return reason === '' ? failureText(failure, words) : reason;
}
