import type { Span } from '../facts/problem.ts';
import type { TextLine } from './text-lines.ts';

/** A line of the header, as far as it is there while somebody types: `  order value: money USD from …`. */
export type HeaderLine = Span & {
  /** The key that the line stands below; undefined for a line that is not indented. */
  readonly block: string | undefined;
  readonly key: string;
  /** Behind the colon; undefined as long as the line has none. */
  readonly valueFrom: number | undefined;
};

export type HeaderLines = { readonly lines: readonly HeaderLine[]; readonly isClosed: boolean };

/**
 * The lines between two lines of `---`, one by one, so that a slip in one of them takes no other along. A header that is not
 * closed yet ends at an empty line or a heading.
 */
export function readHeaderLines(lines: readonly TextLine[]): HeaderLines | undefined {
  const opening = lines.findIndex(({ words }) => words.trim() !== '');
  if (!isDashes(lines[opening])) return undefined;
  const inside = lines.slice(opening + 1);
  const closing = inside.findIndex(isDashes);
  const open = inside.findIndex(({ words }) => words.trim() === '' || words.startsWith('#'));
  // An empty line at the end of an open header is where the next key is typed.
  const end = closing >= 0 ? closing : open >= 0 ? open + (isEmpty(inside[open]) ? 1 : 0) : inside.length;
  const read: HeaderLine[] = [];
  let block: string | undefined;
  for (const line of inside.slice(0, end)) {
    const isIndented = /^\s/.test(line.words);
    const { key, valueFrom } = readLine(line);
    if (!isIndented && key !== '') block = key;
    read.push({ from: line.from, to: line.to, key, valueFrom, block: isIndented ? block : undefined });
  }
  return { lines: read, isClosed: closing >= 0 };
}

const isDashes = (line: TextLine | undefined) => line !== undefined && /^---[ \t]*$/.test(line.words);
const isEmpty = (line: TextLine | undefined) => line?.words.trim() === '';

function readLine({ words, from }: TextLine): Pick<HeaderLine, 'key' | 'valueFrom'> {
  const colon = /:(?=\s|$)/.exec(words)?.index;
  const key = words
    .slice(0, colon)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
  return { key, valueFrom: colon === undefined ? undefined : from + colon + 1 };
}
