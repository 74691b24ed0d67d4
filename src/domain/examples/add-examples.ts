import type { Span, TextEdit } from '../facts/problem.ts';
import type { IsoDate } from '../facts/value.ts';
import type { ExamplesTable, Sop } from '../sop/document.ts';
import { splitRow } from '../sop/markdown/read-table.ts';
import { exampleColumns, type Head, type NewRow } from './example-columns.ts';
import { writtenCell } from './written-cell.ts';

/**
 * The edits that put rows at the end of the table of examples: with a column for each fact that has none yet, and with the section where
 * there is none. Nothing else in the text changes. Undefined where a table cannot say a row.
 */
export function addExamples(
  sop: Sop,
  rows: readonly NewRow[],
  today: IsoDate,
): readonly TextEdit[] | undefined {
  if (rows.length === 0) return [];
  const heads = exampleColumns(sop, rows, today);
  const lines = linesOf(heads, rows, today);
  if (!lines || !heads.some(({ is }) => is === 'expect')) return undefined;
  const { examples } = sop;
  if (examples) return [...newColumns(sop, examples, heads), ...newLines(sop, examples, lines)];
  return [newSection(sop, [titleLine(heads), `|${'---|'.repeat(heads.length)}`, ...lines])];
}

/** The rows as lines below the heads of their columns, to be shown. Undefined where a table cannot say a row. */
export function exampleLines(
  sop: Sop,
  rows: readonly NewRow[],
  today: IsoDate,
): readonly [heads: string, ...rows: readonly string[]] | undefined {
  const heads = exampleColumns(sop, rows, today);
  const lines = linesOf(heads, rows, today);
  return lines && [titleLine(heads), ...lines];
}

function linesOf(
  heads: readonly Head[],
  rows: readonly NewRow[],
  today: IsoDate,
): readonly string[] | undefined {
  const lines = rows.flatMap((row) => {
    const cells = heads.map((head) => cellOf(head, row, today));
    return cells.includes(undefined) ? [] : [tableLine(cells.map((cell) => cell ?? ''))];
  });
  return lines.length === rows.length ? lines : undefined;
}

const titleLine = (heads: readonly Head[]): string => tableLine(heads.map(({ text }) => text));

function cellOf({ is }: Head, { facts, fails, expect }: NewRow, today: IsoDate): string | undefined {
  switch (is) {
    case 'silent':
      return '';
    case 'fails':
      return fails.join(', ');
    case 'expect':
      return expect.replaceAll('|', '\\|');
    default:
      return writtenCell(is, facts.get(is.fact), today);
  }
}

const tableLine = (cells: readonly string[]): string =>
  `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`;

/** New columns stand together; their cells in the rows that are there stay empty. */
function newColumns(
  { source }: Sop,
  { columns, rows }: ExamplesTable,
  heads: readonly Head[],
): readonly TextEdit[] {
  const added = heads.filter(({ isNew }) => isNew);
  const at = heads.findIndex(({ isNew }) => isNew);
  if (added.length === 0) return [];
  const delimiterFrom = endOfLine(source, columns.at(-1)?.span.to ?? 0);
  const line = startOfLine(source, delimiterFrom);
  const delimiters = splitRow(source, { from: line, to: endOfLine(source, line) });
  return [
    ...inserted(columns[at]?.span, added.map(({ text }) => `${text} | `).join('')),
    ...inserted(delimiters[at], '---|'.repeat(added.length)),
    ...rows.flatMap(({ cells }) => {
      const span = cells[at]?.span;
      // An empty cell begins right behind its pipe.
      return inserted(span, (span?.from === span?.to ? ' |' : '| ').repeat(added.length));
    }),
  ];
}

const inserted = (place: Span | undefined, text: string): readonly TextEdit[] =>
  place ? [{ from: place.from, to: place.from, text }] : [];

function newLines({ source }: Sop, { span }: ExamplesTable, lines: readonly string[]): readonly TextEdit[] {
  const before = source.slice(0, span.to);
  const lastLine = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const indent = /^[ \t]*/.exec(lastLine)?.[0] ?? '';
  const end = lineEnd(source);
  return [{ from: span.to, to: span.to, text: lines.map((line) => end + indent + line).join('') }];
}

/** How the text ends its lines. */
const lineEnd = (source: string): string => /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';

function endOfLine(source: string, from: number): number {
  const found = source.slice(from).search(/[\r\n]/);
  return found < 0 ? source.length : from + found;
}

/** Behind the end of a line that stands at an offset. */
function startOfLine(source: string, at: number): number {
  return at + (/^(?:\r\n|\n|\r)/.exec(source.slice(at, at + 2))?.[0].length ?? 0);
}

/** Below a heading “Examples” that has no table yet; otherwise behind everything but the evidence. */
function newSection({ source }: Sop, table: readonly string[]): TextEdit {
  const end = lineEnd(source);
  const text = table.join(end);
  const heading = /^#{1,6}[ \t]+examples[ \t]*:?[ \t]*#*[ \t]*$/im.exec(source);
  if (heading) {
    const at = heading.index + heading[0].length;
    return { from: at, to: at, text: `${end}${end}${text}${end}` };
  }
  const at = evidenceStart(source);
  const before = source.slice(0, at);
  const gap =
    before.trim() === '' || /(?:\n[ \t]*\r?\n|\r[ \t]*\r)[ \t]*$/.test(before)
      ? ''
      : /[\r\n]$/.test(before)
        ? end
        : end + end;
  const marks = /^(#{1,6})[ \t]+steps\b/im.exec(source)?.[1] ?? '##';
  const after = at < source.length ? end + end : end;
  return { from: at, to: at, text: `${gap}${marks} Examples${end}${end}${text}${after}` };
}

/** Where the definitions of evidence at the end of the text begin. */
function evidenceStart(source: string): number {
  const lines = source.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  let at = source.length;
  let start = source.length;
  for (const line of lines.toReversed()) {
    at -= line.length;
    if (/^ {0,3}\[[^\]]{1,80}\]:[ \t]/.test(line)) start = at;
    else if (line.trim() !== '') break;
  }
  return start;
}
