import { parseCell } from '../../facts/parse-cell.ts';
import type { CheckedExpression } from '../../facts/checked-expression.ts';
import { errorAt, quoted } from '../../facts/found-problem.ts';
import { spellingDistance } from '../../facts/closest-spelling.ts';
import type { Span } from '../../facts/problem.ts';
import { readLine } from '../body/line.ts';
import { takeCites } from '../cites.ts';
import { readBody } from '../body/read-body.ts';
import type { CheckedText } from '../check-text.ts';
import type { Decision } from '../document.ts';
import type { Table, TableRow } from '../markdown/block.ts';
import { withoutMarkup, withoutPipeEscapes } from '../markup.ts';
import { PlacedText } from '../placed-text.ts';
import type { Reading } from '../reading.ts';
import { remapExpression, remapProblem } from '../remap.ts';
import type { Section } from './section.ts';

const modes = ['first match', 'exactly one'] as const;

/** The name and the mode of `## Decision: remedy (first match)`. */
export function decisionTitle(section: Section): {
  readonly name: string;
  readonly mode: Decision['mode'];
  readonly slip: string | undefined;
} {
  const words = section.name;
  const bracketed = /\s*\(([^()]*)\)$/.exec(words);
  const written = bracketed?.[1]?.trim().toLowerCase() ?? '';
  const mode = modes.find((known) => known === written);
  const name = words.slice(0, bracketed?.index ?? words.length);
  if (mode) return { name, mode, slip: undefined };
  const isSlip = modes.some((known) => bracketed && spellingDistance(written.slice(0, 40), known) <= 3);
  return isSlip
    ? { name, mode: 'first match', slip: written }
    : { name: words, mode: 'first match', slip: undefined };
}

/** Reads a decision table: the last column says what to do, the others are tested. */
export function readDecision(section: Section, reading: Reading): Decision {
  const { name, mode, slip } = decisionTitle(section);
  const { heading } = section;
  const place = heading?.text ?? section.span;
  const report = (message: string, span: Span = place): void =>
    reading.report(errorAt(span, { id: 'syntax', message }));
  if (name === '') report('The decision has no name: “## Decision: remedy (first match)”.');
  if (slip !== undefined)
    report(`A table is read as “(first match)” or “(exactly one)”, not ${quoted(slip)}.`);
  const [table, second] = section.blocks.filter((block) => block.type === 'table');
  if (second) report('A decision has one table. Put the rows of this one into the first.', second);
  const read = table ? readTable(table, reading) : undefined;
  if (!read || read.rows.length === 0) {
    const isPlain = section.blocks.some(({ from, to }) => /\|.*\|/.test(reading.source.slice(from, to)));
    const line = ' Below the names of the columns stands a line of dashes, such as “|---|---|”.';
    report(`The decision ${quoted(name)} has no table with rows.${!table && isPlain ? line : ''}`);
  }
  const cites = heading ? takeCites(PlacedText.at(reading.source, heading.text), reading).cites : [];
  return { name, mode, span: section.span, cites, columns: read?.columns ?? [], rows: read?.rows ?? [] };
}

type Column = { readonly placed: PlacedText; readonly isUsable: boolean };
type Row = Decision['rows'][number];

function readTable(table: Table, reading: Reading): Pick<Decision, 'columns' | 'rows'> {
  const heads = table.columns.map((head) => plainCell(head, reading));
  const tested = heads.slice(0, -1);
  const then = heads.at(-1);
  if (then && !/^then$/i.test(then.text)) {
    const message = `The last column says what to do and is called “then”, not ${quoted(then.text)}.`;
    reading.report(errorAt(then.span, { id: 'syntax', message }));
  }
  const columns = tested.map((placed) => ({ placed, isUsable: checkColumn(placed, reading) }));
  const rows = table.rows.map((row, index) => readRow(row, { columns, number: index + 1, reading }));
  return { columns: tested.map((placed) => ({ text: placed.text, span: placed.span })), rows };
}

/** The words of a cell without the marks that only change how it looks: other tools write the heads of tables in bold. */
function plainCell(cell: Span, { source }: Reading): PlacedText {
  return withoutMarkup(withoutPipeEscapes(PlacedText.at(source, cell)));
}

function checkColumn(column: PlacedText, reading: Reading): boolean {
  const anything = PlacedText.decoded('any', new Uint32Array(3).fill(column.span.to), column.span.to);
  const { problems } = readCell(column, anything, reading);
  reading.reportAll(problems);
  return problems.length === 0;
}

function readRow(
  row: TableRow,
  {
    columns,
    number,
    reading,
  }: { readonly columns: readonly Column[]; readonly number: number; readonly reading: Reading },
): Row {
  const span = { from: row.from, to: row.to };
  if (row.cells.length !== columns.length + 1) {
    const message = `This row has ${cellCount(row.cells.length)}, but the table has ${cellCount(columns.length + 1)} a row. A “|” inside a cell is written “\\|”.`;
    reading.report(errorAt(span, { id: 'syntax', message }));
    // Nobody can say which column a cell stands in.
    return { span, cells: [], body: { instructions: [], handlers: [] } };
  }
  const read = columns.map(({ placed, isUsable }, index) => {
    const cell = row.cells[index];
    return cell && isUsable ? readTested(placed, plainCell(cell, reading), reading) : undefined;
  });
  const body = readThen(row, { at: columns.length, number, reading });
  const cells = read.filter((cell) => cell !== undefined);
  // A row that lost a cell would apply too often, so it does nothing.
  const isWhole = cells.length === read.length;
  return { span, cells: cells.flat(), body: isWhole ? body : { instructions: [], handlers: [] } };
}

function cellCount(count: number): string {
  return count === 1 ? '1 cell' : `${String(count)} cells`;
}

/** The condition of a cell, none for `any`; undefined for a cell with a mistake. */
function readTested(
  column: PlacedText,
  cell: PlacedText,
  reading: Reading,
): readonly CheckedExpression[] | undefined {
  const { expression, problems } = readCell(column, cell, reading);
  reading.reportAll(problems);
  if (!expression) return undefined;
  return /^(?:any|-)$/i.test(cell.text) ? [] : [expression];
}

function readCell(column: PlacedText, cell: PlacedText, reading: Reading): CheckedText {
  const { vocabulary } = reading.declared;
  const texts = { column: column.text, cell: cell.text, vocabulary };
  if (column.isOnePiece && cell.isOnePiece) {
    return parseCell({ ...texts, columnOffset: column.placeAt(0), cellOffset: cell.placeAt(0) });
  }
  // Together they are one text whose characters know where they stand.
  const both = PlacedText.join(column, cell);
  const read = parseCell({ ...texts, columnOffset: 0, cellOffset: column.text.length });
  return {
    expression: read.expression && remapExpression(read.expression, both),
    problems: read.problems.map((problem) => remapProblem(problem, both)),
  };
}

function readThen(
  row: TableRow,
  { at, number, reading }: { readonly at: number; readonly number: number; readonly reading: Reading },
) {
  const cell = row.cells[at];
  const place = { prefix: `>${String(number)}.`, step: undefined, reading, notes: [] };
  if (!cell || cell.from === cell.to) {
    reading.report(
      errorAt(row, { id: 'syntax', message: 'This row does not say what to do: its last cell is empty.' }),
    );
    return readBody({ inline: undefined, lists: [] }, place);
  }
  const line = readLine(withoutPipeEscapes(PlacedText.at(reading.source, cell)), [], reading);
  return readBody({ inline: { phrase: line.phrase, cites: line.cites }, lists: [] }, place);
}
