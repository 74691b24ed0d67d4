import type { TextEdit } from '../../facts/problem.ts';

type Line = { readonly from: number; readonly to: number; readonly words: string };

const marker = /^([ \t]*)(?:([-*+])|(\d{1,8})([.)]))[ \t]+(?![-*+][ \t]|\d+[.)][ \t])/;
const startsBlock = /^ {0,3}(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|>|\||```|~~~|[-*_]{3,}\s*$)/;

/**
 * Adds a bullet right behind the one that stands at an offset and everything below it, with its indentation and its marker.
 * Undefined where the form of the text leaves a doubt about where that is.
 */
export function addBulletBehind(source: string, at: number, words: string): TextEdit | undefined {
  const first = startOfBullet(source, at);
  const sign = first && marker.exec(first.words);
  if (!sign) return undefined;
  const [whole, indent = '', bullet, number, dot = ''] = sign;
  const end = endOfBullet(source, first, { outer: widthOf(indent), inner: widthOf(whole) });
  const mark = bullet ?? `${String(Number(number) + 1)}${dot}`;
  return { from: end, to: end, text: `${lineEndOf(source)}${indent}${mark} ${words}` };
}

/** How lines end in a text. */
export function lineEndOf(source: string): string {
  return /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
}

/** The line that an offset stands in, without its end. */
export function lineAt(source: string, at: number): Line {
  const sign = lineEndOf(source).at(-1) ?? '\n';
  const end = source.indexOf(sign, at);
  const from = at === 0 ? 0 : source.lastIndexOf(sign, at - 1) + 1;
  const to = end < 0 ? source.length : source[end - 1] === '\r' ? end - 1 : end;
  return { from, to: Math.max(from, to), words: source.slice(from, Math.max(from, to)) };
}

/** The next line; undefined behind the last one. */
export function lineBehind(source: string, { to }: { readonly to: number }): Line | undefined {
  if (to >= source.length) return undefined;
  return lineAt(source, to + (source.startsWith('\r\n', to) ? 2 : 1));
}

/** Goes back over the lines of a paragraph to the one with the marker. */
function startOfBullet(source: string, at: number): Line | undefined {
  let line = lineAt(source, at);
  while (!marker.test(line.words)) {
    if (line.from === 0 || line.words.trim() === '') return undefined;
    line = lineAt(source, line.from - 1);
  }
  return line;
}

type Widths = { readonly outer: number; readonly inner: number };

function endOfBullet(source: string, first: Line, { outer, inner }: Widths): number {
  let end = first.to;
  let isBehindBlank = false;
  for (let line = lineBehind(source, first); line; line = lineBehind(source, line)) {
    if (line.words.trim() === '') {
      isBehindBlank = true;
      continue;
    }
    const width = widthOf(/^[ \t]*/.exec(line.words)?.[0] ?? '');
    const continuesParagraph = !isBehindBlank && !startsBlock.test(line.words) && !marker.test(line.words);
    const isBelow = width >= inner || (width > outer && !isBehindBlank && !marker.test(line.words));
    if (!isBelow && !continuesParagraph) break;
    end = line.to;
    isBehindBlank = false;
  }
  return end;
}

function widthOf(space: string): number {
  let width = 0;
  for (const sign of space) width += sign === '\t' ? 4 - (width % 4) : 1;
  return width;
}
