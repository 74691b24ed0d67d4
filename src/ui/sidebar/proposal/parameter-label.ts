import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';

/** What people call a parameter of an action; its own name where the translations have none. */
export function parameterLabel(name: string, words: Words): string {
  return words.look(`parameter.${name}`)?.({}) ?? revealHidden(name.replaceAll('_', ' '));
}
