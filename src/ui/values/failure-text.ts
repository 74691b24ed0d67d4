import type { Failure } from '../../domain/run/events.ts';
import type { Words } from '../i18n/words.ts';
import { revealHidden } from './reveal-hidden.ts';
import { systemName } from './system-name.ts';

/** Why something did not work, in our words, with the provider's own behind it. */
export function failureText(failure: Failure, words: Words): string {
  const code = words.t(`failure.${failure.code}`);
  const reason = revealHidden(failure.reason).trim().replace(/\.$/, '');
  return reason === '' ? code : words.t('failure.with-reason', { code, reason });
}

/** The same, with the system that it was about. */
export function systemFailureText(system: string, failure: Failure, words: Words): string {
  return words.t('failure.of-system', {
    system: systemName(system, words),
    failure: failureText(failure, words),
  });
}
