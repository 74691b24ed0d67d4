import type { Span } from '../../facts/problem.ts';
import { linesOf } from '../markdown/line.ts';

/** Where a header stands in a text. */
export type HeaderPlace = {
  /** The first `---`. */
  readonly opening: Span;
  /** What stands between the lines of dashes. */
  readonly content: Span;
  readonly isClosed: boolean;
  /** Where the rest of the document begins. */
  readonly bodyFrom: number;
  /** The marks of a block of code in which the header stands, as other tools export it. */
  readonly fence: Span | undefined;
};

const fenceBefore = /(?:```|~~~)[^\S\r\n]*\w*[^\S\r\n]*(?:\r\n?|\n)(?=---)/y;
const fenceBehind = /\s*(?:```|~~~)[^\S\r\n]*(?=[\r\n]|$)/y;

const dashes = /^---[ \t]*$/;
const key = /^[\p{L}"'][^:\r\n]*:(?:\s|$)/u;

/** Finds the YAML between two lines of `---` at the start of a text; also one whose second line is missing. */
export function findHeader(text: string): HeaderPlace | undefined {
  const start = text.search(/\S/);
  const fence = start < 0 ? undefined : matchAt(fenceBefore, text, start);
  const from = fence?.to ?? start;
  if (from < 0 || !text.startsWith('---', from)) return undefined;
  const lines = linesOf(text, from);
  const first = lines.next().value;
  if (!first || !dashes.test(text.slice(first.from, first.to))) return undefined;
  const opening = { from, to: from + 3 };
  let contentFrom: number | undefined;
  let unclosedTo: number | undefined;
  for (const line of lines) {
    contentFrom ??= line.from;
    const words = text.slice(line.from, line.to);
    if (dashes.test(words)) {
      const behind = fence && matchAt(fenceBehind, text, line.to);
      const content = { from: contentFrom, to: line.from };
      return { opening, content, isClosed: true, bodyFrom: behind?.to ?? line.to, fence };
    }
    if (line.isBlank || /^#{1,6}\s/.test(words)) unclosedTo ??= line.from;
  }
  if (contentFrom === undefined || !key.test(text.slice(contentFrom))) return undefined;
  const to = unclosedTo ?? text.length;
  return { opening, content: { from: contentFrom, to }, isClosed: false, bodyFrom: to, fence };
}

function matchAt(pattern: RegExp, text: string, from: number): Span | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? { from, to: pattern.lastIndex } : undefined;
}
