import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Analysed, Space, SpaceOptions } from './space.ts';

/**
 * Does some work with the space of conditions. `too-many` where there are more combinations than can be looked at:
 * never a hang. Source: SOP language, section 6, last paragraph.
 */
export function inSpace<Result>(
  conditions: readonly CheckedExpression[],
  options: SpaceOptions,
  work: (space: Space) => Result,
): Analysed<Result> {
  throw new TypeError(`Not built yet: ${String(conditions.length)} ${options.today} ${work.name}`);
}
