import type { Words } from '../i18n/words.ts';
import { revealHidden } from './reveal-hidden.ts';

/** What people call a system: `Stripe` for `stripe`; one that an admin has described by its name, `Carrier portal` for `carrier-portal`. */
export function systemName(system: string, words: Words): string {
  return words.look(`system.${system}`)?.({}) ?? plainName(revealHidden(system));
}

function plainName(system: string): string {
  const name = system.replaceAll(/[-_]/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
