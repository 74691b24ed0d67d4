import type { Span } from '../../facts/problem.ts';

const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether the line is the `|---|---|` row below the heads of `columns` columns. Source: GitHub Flavored Markdown, "Tables". */
export function isDelimiterRow(line: string, columns: number): boolean {
  return (
    /[|:]/.test(line) &&
    delimiterRow.test(line) &&
    splitRow(line, { from: 0, to: line.length }).length === columns
  );
}

/** The cells of a table row between its pipes, without the space around them; `\|` is a pipe inside a cell. */
export function splitRow(text: string, row: Span): readonly Span[] {
  const { from, to } = trimSpan(text, row);
  const cells: Span[] = [];
  let cellFrom = text[from] === '|' ? from + 1 : from;
  for (let at = cellFrom; at < to; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '|') {
      cells.push(trimSpan(text, { from: cellFrom, to: at }));
      cellFrom = at + 1;
    }
  }
  if (cellFrom < to) cells.push(trimSpan(text, { from: cellFrom, to }));
  return cells;
}

/** The span without white space at its ends; an empty one stays where it began. */
export function trimSpan(text: string, span: Span): Span {
  let { from, to } = span;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  while (from < to && isSpace(text, from)) from += 1;
  return { from, to };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}
