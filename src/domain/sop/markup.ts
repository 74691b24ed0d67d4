import type { Span } from '../facts/problem.ts';
import type { PlacedText } from './placed-text.ts';
import { insideOf, quotedRanges } from './quotes.ts';

const hasMarkup = /[\\`*]|\s{100}/;
const markup = /\\[!-/:-@[-`{-~]|`+|\*\*(?=\S)|(?<=\S)\*\*|\s{100,}/g;

/**
 * A bullet without the marks that only change how it looks: `**`, backticks, and backslashes in front of signs. In quotes it
 * keeps its marks, because they belong to a text that goes to somebody; `\{` stays for the template to read.
 */
export function withoutMarkup(placed: PlacedText): PlacedText {
  if (!hasMarkup.test(placed.text)) return placed;
  const isQuoted = insideOf(quotedRanges(placed.text));
  const taken: Span[] = [];
  for (const found of placed.text.matchAll(markup)) {
    const [mark] = found;
    const to = found.index + (mark.startsWith('\\') ? 1 : mark.length);
    // A long run of white space is cut to one character, so that no pattern spends its time in it.
    if (/\s/.test(mark)) taken.push({ from: found.index + 1, to });
    else if (!isQuoted(found.index) || isEscape(mark)) taken.push({ from: found.index, to });
  }
  return placed.without(taken);
}

/** Quotes are counted with their backslashes, so that taking these out does not open or close one. */
function isEscape(mark: string): boolean {
  return mark.startsWith('\\') && !/["{}]/.test(mark);
}

const pipe = /\\\|/g;

/** The text of a table cell: `\|` is a pipe. */
export function withoutPipeEscapes(placed: PlacedText): PlacedText {
  if (!placed.text.includes('\\|')) return placed;
  return placed.without([...placed.text.matchAll(pipe)].map(({ index }) => ({ from: index, to: index + 1 })));
}
