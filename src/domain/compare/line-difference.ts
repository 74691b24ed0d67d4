import type { LineDifference } from './difference.ts';
import { keptByShortestEdit, type Pair } from './shortest-edit.ts';

/**
 * The difference of two texts by lines. Lines that stand once in both texts are the anchors; between them the shortest edit is
 * looked for, within a limit of work, so that it takes little more than linear time on any texts.
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
