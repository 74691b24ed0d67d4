import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { IsoDate } from '../facts/value.ts';
import { inSpace } from '../regions/in-space.ts';
import type { RegionWords } from '../regions/space.ts';
import type { SameFacts } from './same-facts.ts';

/** Where a condition is yes now and was not, and the reverse; undefined where there are too many combinations to say. */
export type ConditionDifference =
  { readonly gained: readonly RegionWords[]; readonly lost: readonly RegionWords[] } | undefined;

type Conditions = { readonly before: CheckedExpression; readonly after: CheckedExpression };

export function compareConditions(
  { before, after }: Conditions,
  facts: SameFacts,
  today: IsoDate,
): ConditionDifference {
  const [old, current] = [facts.ofBefore(before), facts.ofAfter(after)];
  const analysed = inSpace([old, current], { today, unknowns: 'everywhere' }, (space) => {
    const [then, now] = [space.decide(old).yes, space.decide(current).yes];
    return { gained: space.words(space.subtract(now, then)), lost: space.words(space.subtract(then, now)) };
  });
  return analysed.is === 'done' ? analysed.result : undefined;
}
