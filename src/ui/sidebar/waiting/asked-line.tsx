import type { Asking } from '../../../app/waiting-view.ts';
import { Text } from '../../garden/text.tsx';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';

type AskedLineProps = { readonly asked: Asking['asked']; readonly role: string };

/** Who has asked for the answer, and when. */
export function AskedLine({ asked, role }: AskedLineProps) {
  const words = useWords();
  if (!asked) return null;
  return (
    <Text size="sm" tone="subtle">
      {words.t('ask.asked', { role, name: asked.by.name, time: formatTime(words, asked.at) })}
    </Text>
  );
}
