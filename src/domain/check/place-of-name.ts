import type { Span } from '../facts/problem.ts';
import { NameList } from '../sop/name-list.ts';

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;

/**
 * Where a name stands between two offsets of a text: its only place, or the first or the last one where that is asked for. Case
 * and runs of white space do not matter. Undefined where it does not stand there, such as when marks of Markdown stand inside it.
 */
export function placeOfName(
  source: string,
  span: Span,
  { name, which = 'only' }: { readonly name: string; readonly which?: 'first' | 'last' | 'only' },
): Span | undefined {
  const text = source.slice(span.from, span.to);
  const names = new NameList([name]);
  const places: Span[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && wordCharacter.test(text[at - 1] ?? '') && wordCharacter.test(text[at] ?? '')) continue;
    const found = names.matchAt(text, at);
    if (!found) continue;
    places.push({ from: span.from + at, to: span.from + found.to });
    at = found.to - 1;
  }
  if (which === 'only' && places.length > 1) return undefined;
  return which === 'last' ? places.at(-1) : places[0];
}
