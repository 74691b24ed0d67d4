import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';

/** What people call a parameter of an action; its own name where the translations have none. */
export function parameterLabel(name: string, words: Words): string {
  return words.look(`parameter.${name}`)?.({}) ?? capitalised(revealHidden(name.replaceAll('_', ' ')));
}

/** Labels begin alike, whoever named them. */
function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
