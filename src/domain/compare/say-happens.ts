import { quoted } from '../facts/found-problem.ts';
import type { Effect } from './effect.ts';
import type { ForCases, Turn } from './telling.ts';

/** `“close as resolved” now happens for …`. */
export function sayHappens(turn: Turn, effect: Effect, { text, isSure }: ForCases): string {
  const verb = isSure
    ? { gained: 'now happens', lost: 'no longer happens' }
    : { gained: 'may now happen', lost: 'may no longer happen' };
  return `${subjectOf(effect)} ${verb[turn]} ${text}`;
}

export const sayGone = (effect: Effect): string => `${subjectOf(effect)} no longer happens in any case`;

function subjectOf(effect: Effect): string {
  const words = effectWords(effect);
  return effect.isOwn && !effect.aside ? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}` : words;
}

/** `“propose full refund”`, `“propose full refund” a second time`, `a wait for a missing fact`. */
export function effectWords({ words, isOwn, again }: Effect): string {
  if (isOwn) return words;
  return again === undefined ? quoted(words) : `${quoted(words)} ${again}`;
}

/** `“draft reply sorry”, “notify Payments” and a wait for a missing fact`. */
export function wordsOf(effects: readonly Effect[], joint: 'and' | 'or'): string {
  const words = effects.map(effectWords);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
