import type { Truth } from '../../domain/facts/value.ts';
import { Icon } from '../garden/icon.tsx';
import type { IconName } from '../garden/icon.tsx';
import type { Tone } from '../garden/tone.ts';
import { useWords } from '../i18n/use-words.tsx';

/** Yes, no or unknown as a sign with a name; each has a shape of its own. */
export function TruthIcon({ truth }: { readonly truth: Truth['is'] }) {
  const { t } = useWords();
  const { icon, tone } = signs[truth];
  return <Icon is={icon} tone={tone} label={t(`value.${truth}`)} />;
}

const signs = {
  yes: { icon: 'check', tone: 'success' },
  no: { icon: 'x', tone: 'subtle' },
  unknown: { icon: 'question', tone: 'warning' },
} as const satisfies Record<Truth['is'], { icon: IconName; tone: Tone }>;
