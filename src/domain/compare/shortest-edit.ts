/** Lines that differ, at most. */
const mostEdits = 1000;

/** A line on the left and the equal one on the right, counted from 0. */
export type Pair = readonly [left: number, right: number];

/**
 * The lines that the shortest edit keeps, in order; none where it would be too long.
 * Source of the method: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
 */
export function keptByShortestEdit(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const trail: ReadonlyMap<number, number>[] = [];
  let furthest: ReadonlyMap<number, number> = new Map([[1, 0]]);
  for (let edits = 0; edits <= Math.min(mostEdits, left.length + right.length); edits++) {
    trail.push(furthest);
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = startOn(furthest, diagonal, edits);
      while (at < left.length && at - diagonal < right.length && left[at] === right[at - diagonal]) at++;
      next.set(diagonal, at);
      if (at >= left.length && at - diagonal >= right.length)
        return walkBack(trail, left.length, right.length);
    }
    furthest = next;
  }
  return [];
}

/** Where the best way on the left goes on that comes onto a diagonal by one more edit. */
function startOn(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  return comesFromAbove(furthest, diagonal, edits)
    ? (furthest.get(diagonal + 1) ?? 0)
    : (furthest.get(diagonal - 1) ?? 0) + 1;
}

function comesFromAbove(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0);
}

function walkBack(
  trail: readonly ReadonlyMap<number, number>[],
  left: number,
  right: number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let [a, b] = [left, right];
  for (let edits = trail.length - 1; edits >= 0; edits--) {
    const furthest = trail[edits] ?? new Map<number, number>();
    const diagonal = a - b;
    const start = startOn(furthest, diagonal, edits);
    while (a > start) pairs.push([--a, --b]);
    const previous = comesFromAbove(furthest, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    a = furthest.get(previous) ?? 0;
    b = a - previous;
  }
  return pairs.toReversed();
}
