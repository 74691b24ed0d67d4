import type { Span } from '../facts/problem.ts';

/** A line without its break. */
export type TextLine = Span & { readonly words: string };

/** Every line of a text, an empty last one too: the cursor can stand in it. */
export function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let from = 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ from, to: index, words: text.slice(from, index) });
    from = index + lineBreak.length;
  }
  return [...lines, { from, to: text.length, words: text.slice(from) }];
}
