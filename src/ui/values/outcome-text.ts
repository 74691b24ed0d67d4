import type { Outcome } from '../../domain/run/outcome.ts';
import type { Words } from '../i18n/words.ts';
import { failureText } from './failure-text.ts';
import { revealHidden } from './reveal-hidden.ts';

/** How a run ended or will end, in one line. */
export function outcomeText(outcome: Outcome, words: Words): string {
  switch (outcome.is) {
    case 'closed':
      return words.t('outcome.closed', { as: revealHidden(outcome.as) });
    case 'escalated':
      return outcome.because === undefined
        ? words.t('outcome.escalated', { team: outcome.to })
        : words.t('outcome.escalated-because', { team: outcome.to, reason: revealHidden(outcome.because) });
    case 'stopped':
      return stoppedText(outcome, words);
    case 'failed':
      return words.t('outcome.failed', { failure: failureText(outcome.failure, words) });
    case 'cancelled':
      return words.t('outcome.cancelled', { reason: revealHidden(outcome.reason) });
  }
}

function stoppedText({ by, reason }: Extract<Outcome, { is: 'stopped' }>, words: Words): string {
  if (by === 'sop')
    return reason === undefined
      ? words.t('outcome.stopped-by-sop')
      : words.t('outcome.stopped-by-sop-because', { reason: revealHidden(reason) });
  if (reason === undefined) return words.t('outcome.stopped', { name: by.name });
  return words.t('outcome.stopped-because', { name: by.name, reason: revealHidden(reason) });
}
