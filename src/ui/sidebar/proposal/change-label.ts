import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { parameterLabel } from './parameter-label.ts';

/** What has changed, in words: `fact:order value` is a fact, `parameter:amount` and `limit:amount` speak of a parameter. */
export function changeLabel(what: string, words: Words): string {
  const [kind = '', ...rest] = what.split(':');
  const name = rest.join(':');
  switch (kind) {
    case 'fact':
      return revealHidden(name);
    case 'parameter':
      return parameterLabel(name, words);
    case 'limit':
      return words.t('change.limit', { name: parameterLabel(name, words) });
    default:
      return words.look(`change.${what}`)?.({}) ?? revealHidden(what);
  }
}
