import { errorAt } from '../../facts/found-problem.ts';
import type { ExamplesTable } from '../document.ts';
import { withoutMarkup, withoutPipeEscapes } from '../markup.ts';
import type { Span } from '../../facts/problem.ts';
import { PlacedText } from '../placed-text.ts';
import type { Reading } from '../reading.ts';
import type { Section } from './section.ts';

/** The table under `## Examples`, cell by cell; what it means is read by `readExamples`. */
export function readExamplesTable(sections: readonly Section[], reading: Reading): ExamplesTable | undefined {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'));
  const [table, second] = tables;
  if (second) {
    const message = 'There is one table of examples. Put the rows of this one into the first.';
    reading.report(errorAt(second, { id: 'syntax', message }));
  }
  if (!table) return undefined;
  const placed = (cell: Span): PlacedText => withoutPipeEscapes(PlacedText.at(reading.source, cell));
  const readCell = (cell: Span) => partOf(placed(cell));
  // A head may be bold, as exports write it; a cell is a value, which keeps its signs.
  const readHead = (head: Span) => partOf(withoutMarkup(placed(head)));
  for (const row of table.rows) {
    if (row.cells.length === table.columns.length) continue;
    const message = `This row has ${String(row.cells.length)} cells, but the table of examples has ${String(table.columns.length)} columns.`;
    reading.report(errorAt({ from: row.from, to: row.to }, { id: 'syntax', message }));
  }
  const rows = table.rows.map(({ from, to, cells }) => ({ span: { from, to }, cells: cells.map(readCell) }));
  return { span: { from: table.from, to: table.to }, columns: table.columns.map(readHead), rows };
}

function partOf({ text, span }: PlacedText): { readonly text: string; readonly span: Span } {
  return { text, span };
}
