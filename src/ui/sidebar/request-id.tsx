import type { Failure } from '../../domain/run/events.ts';
import { Selectable } from '../garden/selectable.tsx';
import { Text } from '../garden/text.tsx';
import { useWords } from '../i18n/use-words.tsx';
import { revealHidden } from '../values/reveal-hidden.ts';

/** The number under which the system's support finds what went wrong; nothing where the system gave none. */
export function RequestId({ failure: { requestId } }: { readonly failure: Failure }) {
  const { t } = useWords();
  if (requestId === undefined) return null;
  return (
    <Text size="sm" tone="subtle" as="div">
      {t('failure.request')} <Selectable>{revealHidden(requestId)}</Selectable>
    </Text>
  );
}
