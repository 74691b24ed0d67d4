import type { ProposalView } from '../../../app/proposal-view.ts';
import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';
import { parameterLabel } from './parameter-label.ts';

/** What has changed, in words: `fact:order value` is a fact, `parameter:amount` and `limit:amount` speak of a parameter. */
export function changeLabel(what: string, words: Words, fields: ProposalView['fields'] = []): string {
  const [kind = '', ...rest] = what.split(':');
  const name = rest.join(':');
  const label = fields.find((field) => field.name === name)?.label;
  switch (kind) {
    case 'fact':
      return revealHidden(name);
    case 'parameter':
      return parameterLabel(name, words, label);
    case 'limit':
      return words.t('change.limit', { name: parameterLabel(name, words, label) });
    default:
      return words.look(`change.${what}`)?.({}) ?? revealHidden(what);
  }
}
