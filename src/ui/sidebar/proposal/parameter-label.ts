import type { Words } from '../../i18n/words.ts';
import { revealHidden } from '../../values/reveal-hidden.ts';

/** What people call a parameter of an action: as its description says, as the translations do, or else its own name. */
export function parameterLabel(name: string, words: Words, label?: string): string {
  if (label !== undefined) return revealHidden(label);
  return words.look(`parameter.${name}`)?.({}) ?? capitalised(revealHidden(name.replaceAll('_', ' ')));
}

/** Labels begin alike, whoever named them. */
function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
