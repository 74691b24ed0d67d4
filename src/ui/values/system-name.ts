import type { Words } from '../i18n/words.ts';
import { revealHidden } from './reveal-hidden.ts';

/** What people call a system: `Stripe` for `stripe`. */
export function systemName(system: string, words: Words): string {
  return words.look(`system.${system}`)?.({}) ?? revealHidden(system);
}
