import type { LineDifference } from './difference.ts';

/** Lines that differ between two anchors, at most: a stretch with more is shown as replaced. */
const mostEdits = 1000;

/**
 * The difference of two texts by lines. Lines that stand once in both texts are the anchors; between them the shortest edit is
 * looked for, within a limit of work, so that it takes little more than linear time on any texts.
 * Source of the method: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
 */
export function lineDifference(before: string, after: string): readonly LineDifference[] {
  const left = linesOf(before);
  const right = linesOf(after);
  const found: LineDifference[] = [];
  let [from, to] = [0, 0];
  for (const [atLeft, atRight] of [...anchors(left, right), [left.length, right.length] as const]) {
    for (const pair of commonBetween(left, right, { from, to, endLeft: atLeft, endRight: atRight })) {
      addUpTo(found, { left, right, from, to, atLeft: pair[0], atRight: pair[1] });
      [from, to] = [pair[0] + 1, pair[1] + 1];
    }
    addUpTo(found, { left, right, from, to, atLeft, atRight });
    [from, to] = [atLeft + 1, atRight + 1];
  }
  return found;
}

/** The line behind the last break is no line where it is empty. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

type Pair = readonly [left: number, right: number];
type Stretch = {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly atLeft: number;
  readonly atRight: number;
};

/** What is left out on either side before a pair of equal lines, then the pair; behind the end there is none. */
function addUpTo(found: LineDifference[], { left, right, from, to, atLeft, atRight }: Stretch): void {
  for (let at = from; at < atLeft; at++) found.push({ is: 'removed', text: left[at] ?? '', before: at + 1 });
  for (let at = to; at < atRight; at++) found.push({ is: 'added', text: right[at] ?? '', after: at + 1 });
  const text = left[atLeft];
  if (text !== undefined) found.push({ is: 'same', text, before: atLeft + 1, after: atRight + 1 });
}

/** Pairs of lines that stand exactly once in each text, as many as are in the same order in both. */
function anchors(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const places = onlyPlaces(right);
  const pairs: Pair[] = [];
  for (const [text, at] of onlyPlaces(left)) {
    const other = places.get(text);
    if (other !== undefined) pairs.push([at, other]);
  }
  return longestRising(pairs.toSorted(([a], [b]) => a - b));
}

function onlyPlaces(lines: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line);
    places.set(line, at);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

/** The longest part of the pairs that also rises on the right, by piles (patience sorting). */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  type Card = { readonly pair: Pair; readonly below: Card | undefined };
  const tops: Card[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    tops[low] = { pair, below: tops[low - 1] };
  }
  const rising: Pair[] = [];
  for (let card = tops.at(-1); card; card = card.below) rising.push(card.pair);
  return rising.toReversed();
}

type Gap = {
  readonly from: number;
  readonly to: number;
  readonly endLeft: number;
  readonly endRight: number;
};

/** Equal lines of a gap, in order: those at its two ends, and what the shortest edit keeps of what is between. */
function commonBetween(left: readonly string[], right: readonly string[], gap: Gap): readonly Pair[] {
  let { from, to, endLeft, endRight } = gap;
  const first: Pair[] = [];
  const last: Pair[] = [];
  while (from < endLeft && to < endRight && left[from] === right[to]) first.push([from++, to++]);
  while (endLeft > from && endRight > to && left[endLeft - 1] === right[endRight - 1])
    last.push([--endLeft, --endRight]);
  const between = keptByShortestEdit(left.slice(from, endLeft), right.slice(to, endRight));
  return [...first, ...between.map(([a, b]): Pair => [a + from, b + to]), ...last.toReversed()];
}

/** Nothing is kept where the edit would be too long. */
function keptByShortestEdit(left: readonly string[], right: readonly string[]): readonly Pair[] {
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
