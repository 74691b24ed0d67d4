import type { TextEdit } from '../../facts/problem.ts';

/** A text with edits applied that do not overlap. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits.toSorted((left, right) => left.from - right.from)) {
    pieces.push(source.slice(at, from), text);
    at = to;
  }
  return pieces.join('') + source.slice(at);
}
