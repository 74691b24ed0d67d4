import type { Words } from '../../i18n/words.ts';
import { parameterLabel } from './parameter-label.ts';

/** What people call a line that a system shows besides the parameters. */
export function previewLabel(label: string, words: Words): string {
  return words.look(`preview.${label}`)?.({}) ?? parameterLabel(label, words);
}
