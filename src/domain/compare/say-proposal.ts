import type { Effect } from './effect.ts';
import { effectWords, sayHappens, wordsOf } from './say-happens.ts';
import type { ForCases } from './telling.ts';

/** `“propose full refund” now happens behind “gate Team lead” for …`. */
export function sayNew(effect: Effect, behind: readonly Effect[], cases: ForCases): string {
  return behind.length === 0
    ? sayHappens('gained', effect, cases)
    : sayWith(effect, `behind ${wordsOf(behind, 'and')}`, cases);
}

/** `“propose full refund” now happens without “gate Team lead” for …`. */
export function sayWithout(effect: Effect, gone: readonly Effect[], cases: ForCases): string {
  return sayWith(effect, `without ${wordsOf(gone, 'or')}`, cases);
}

function sayWith(effect: Effect, how: string, cases: ForCases): string {
  return `${sayHappens('gained', effect, { ...cases, text: '' }).trim()} ${how} ${cases.text}`;
}

type Moved = {
  readonly gone: readonly Effect[];
  readonly added: readonly Effect[];
  readonly cases: ForCases;
};

/** `“propose full refund” now goes through without “gate Team lead” for …`. */
export function sayMoved(effect: Effect, { gone, added, cases: { text, isSure } }: Moved): string {
  const [go, need] = isSure ? ['now goes', 'now needs'] : ['may now go', 'may now need'];
  const subject = effectWords(effect);
  if (gone.length === 0) return `${subject} ${need} ${wordsOf(added, 'and')} first ${text}`;
  if (added.length === 0) return `${subject} ${go} through without ${wordsOf(gone, 'and')} ${text}`;
  return `${subject} ${need} ${wordsOf(added, 'and')} instead of ${wordsOf(gone, 'and')} ${text}`;
}
