import type { FactJson } from '../facts/fact-json.ts';
import type { FactName, IsoDate } from '../facts/value.ts';
import type { Box } from './space.ts';

/**
 * Facts that lie in a box, one value for each of its sides; null is unknown. Undefined where a side rests on several facts or on a question
 * for which no value can be made.
 */
export function sampleFacts(box: Box, today: IsoDate): ReadonlyMap<FactName, FactJson | null> | undefined {
  throw new TypeError(`Not built yet: ${String(box.sides.length)} ${today}`);
}
