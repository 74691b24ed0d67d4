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
};

const dashes = /^---[ \t]*$/;
const key = /^[\p{L}"'][^:\r\n]*:(?:\s|$)/u;

/** Finds the YAML between two lines of `---` at the start of a text; also one whose second line is missing. */
export function findHeader(text: string): HeaderPlace | undefined {
  const from = text.search(/\S/);
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
      return { opening, content: { from: contentFrom, to: line.from }, isClosed: true, bodyFrom: line.to };
    }
    if (line.isBlank || /^#{1,6}\s/.test(words)) unclosedTo ??= line.from;
  }
  if (contentFrom === undefined || !key.test(text.slice(contentFrom))) return undefined;
  const to = unclosedTo ?? text.length;
  return { opening, content: { from: contentFrom, to }, isClosed: false, bodyFrom: to };
}
