import type { Effect } from './effect.ts';
import { sayGone, sayHappens } from './say-happens.ts';
import type { Headline } from './take-beside.ts';
import { difference, regionIn, type ForCases, type Telling, type Turn } from './telling.ts';

/** An effect that was gained or lost, with all the cases of that. */
export function headlineOf(telling: Telling, turn: Turn, effect: Effect): Headline {
  const { space, before, after, everything } = telling;
  const region = difference(telling, turn, effect);
  const [then, now] = [regionIn(telling, before, effect.key), regionIn(telling, after, effect.key)];
  const say = (cases: ForCases): string => sayHappens(turn, effect, cases);
  if (turn === 'gained') return { effect, turn, region, whole: now, say };
  if (now === space.nothing) return { effect, turn, region, whole: everything, say: () => sayGone(effect) };
  return { effect, turn, region, whole: region, among: space.union(then, now), say };
}
