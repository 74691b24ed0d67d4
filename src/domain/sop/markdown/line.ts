/** A line of a text without its line end, with its indentation measured in columns (a tab reaches to the next multiple of 4). */
export type Line = {
  readonly from: number;
  readonly to: number;
  /** Where the first character stands that is neither space nor tab; `to` for a blank line. */
  readonly start: number;
  readonly column: number;
  readonly isBlank: boolean;
};

/** The lines of `text` from `from` on. LF, CR LF and CR end a line, as in CommonMark. */
export function* linesOf(text: string, from: number): Generator<Line, undefined> {
  const lineEnd = /\r\n|\n|\r/g;
  let at = from;
  while (at < text.length) {
    lineEnd.lastIndex = at;
    const end = lineEnd.exec(text);
    yield measureLine(text, at, end?.index ?? text.length);
    at = end ? lineEnd.lastIndex : text.length;
  }
  return undefined;
}

function measureLine(text: string, from: number, to: number): Line {
  const { at, column } = skipSpace(text, { at: from, to, column: 0 });
  return { from, to, start: at, column, isBlank: at === to };
}

/** Goes over spaces and tabs and says where it arrived. */
export function skipSpace(
  text: string,
  start: { readonly at: number; readonly to: number; readonly column: number },
): { readonly at: number; readonly column: number } {
  let { at, column } = start;
  for (; at < start.to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) column += 1;
    else if (code === 9) column += 4 - (column % 4);
    else break;
  }
  return { at, column };
}
