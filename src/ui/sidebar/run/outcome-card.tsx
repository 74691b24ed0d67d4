import type { Instant } from '../../../domain/run/events.ts';
import type { Outcome } from '../../../domain/run/outcome.ts';
import { Notice } from '../../garden/notice.tsx';
import { Text } from '../../garden/text.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.tsx';
import { outcomeText } from '../../values/outcome-text.ts';

type OutcomeCardProps = {
  readonly outcome: Outcome;
  readonly at: Instant;
  /** How many of its actions were taken back. */
  readonly undone: number;
};

/** How the run ended, and when; and whether something of it was taken back, beside the SOP. */
export function OutcomeCard({ outcome, at, undone }: OutcomeCardProps) {
  const words = useWords();
  return (
    <Notice tone={tones[outcome.is]}>
      <Text isBold>{outcomeText(outcome, words)}</Text>{' '}
      <Text size="sm" tone="subtle">
        {formatInstant(words, at)}
      </Text>
      {undone === 0 ? null : (
        <Text size="sm" as="div">
          {words.t('undo.count', { count: undone })}
        </Text>
      )}
    </Notice>
  );
}

const tones = {
  closed: 'success',
  escalated: 'primary',
  stopped: 'warning',
  failed: 'danger',
  cancelled: 'warning',
} as const satisfies Record<Outcome['is'], string>;
