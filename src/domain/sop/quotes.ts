import type { Span } from '../facts/problem.ts';

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”' };

/**
 * The quoted parts of a text in order, with their quotation marks: `"…"` and `“…”`. A mark without partner quotes nothing.
 * Takes linear time, also where thousands of marks are never closed.
 */
export function quotedRanges(text: string): readonly Span[] {
  const ranges: Span[] = [];
  const neverAgain = new Set<string>();
  const opening = /["“]/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const mark = closing[found[0]] ?? '"';
    const end = neverAgain.has(mark) ? -1 : text.indexOf(mark, found.index + 1);
    if (end < 0) {
      neverAgain.add(mark);
      continue;
    }
    ranges.push({ from: found.index, to: end + 1 });
    opening.lastIndex = end + 1;
  }
  return ranges;
}

/** Tells for places in rising order whether they stand inside one of the ranges. */
export function insideOf(ranges: readonly Span[]): (place: number) => boolean {
  let next = 0;
  return (place) => {
    while ((ranges[next]?.to ?? Infinity) <= place) next += 1;
    return (ranges[next]?.from ?? Infinity) <= place;
  };
}
