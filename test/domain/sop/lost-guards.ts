import type { ParsedSop } from '../../../src/domain/sop/parse-sop.ts';
import { walk } from './sop-text.ts';

/**
 * What guards the proposals of a document and no longer does in a damaged copy of it: conditions, gates, and the locks and roles of
 * actions. A proposal that is gone altogether is no danger.
 */
export function lostGuards(whole: ParsedSop, damaged: ParsedSop): readonly string[] {
  const before = walk(whole).proposals;
  const after = walk(damaged).proposals;
  const unguarded = after.filter(({ conditions, gates }) => conditions + gates === 0);
  const weaker =
    before.length === after.length
      ? after.filter(
          ({ conditions, gates }, at) =>
            conditions < (before[at]?.conditions ?? 0) || gates < (before[at]?.gates ?? 0),
        )
      : [];
  return [
    ...unguarded.map(({ path, action }) => `${path}: “${action}” has no condition`),
    ...weaker.map(({ path, action }) => `${path}: “${action}” has fewer guards`),
    ...lostLocks(whole, damaged),
  ];
}

function lostLocks(whole: ParsedSop, damaged: ParsedSop): readonly string[] {
  const before = whole.sop?.actions ?? [];
  const after = damaged.sop?.actions ?? [];
  if (before.length !== after.length) return [];
  return before.flatMap(({ name, onlyIf, needs }, at) => [
    ...(onlyIf && !after[at]?.onlyIf ? [`“${name}” has no lock`] : []),
    ...(needs !== undefined && after[at]?.needs === undefined ? [`“${name}” needs no role`] : []),
  ]);
}
