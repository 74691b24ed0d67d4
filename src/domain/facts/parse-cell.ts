import { checkedExpression } from './checked-expression.ts';
import { checkExpression } from './check-expression.ts';
import { startChecking, typeOf, type Checking } from './checking.ts';
import type { Expression } from './expression.ts';
import { parseCellTest } from './parse-cell-test.ts';
import { parseColumn } from './parse-column.ts';
import { syntaxProblem, type ParsedExpression } from './parse-condition.ts';
import { startExpression } from './parse-expression.ts';
import { fail, type Parsing } from './parsing.ts';
import { sortProblems } from './problem.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Parses and checks a cell of a decision table as a condition on its column. `any` or `-` asks nothing, so it is yes even for an
 * unknown column and uses no fact. Never throws. Source: SOP language, section 3, `cell`.
 */
export function parseCell(options: {
  column: string;
  columnOffset: number;
  cell: string;
  cellOffset: number;
  vocabulary: Vocabulary;
}): ParsedExpression {
  const { vocabulary } = options;
  const head = startExpression(options.column, { vocabulary, offset: options.columnOffset });
  const column = parseColumn(head);
  if (column === undefined) return unparsed(head);
  const checking = startChecking();
  checkExpression(checking, column);
  const body = startExpression(options.cell, { vocabulary, offset: options.cellOffset });
  if (options.cell.trim() === '')
    return unparsed(body, 'An empty cell says nothing. Write “any” if everything fits.');
  const cell = parseCellTest(body, { operand: column, type: typeOf(checking, column) });
  if (cell === undefined) return { expression: undefined, problems: [syntaxProblem(body, { isCell: true })] };
  return checkedCell(cell, checking);
}

function checkedCell(cell: Expression, columnOnly: Checking): ParsedExpression {
  const isAny = cell.kind === 'literal';
  const checking = startChecking();
  checkExpression(checking, cell);
  const { problems } = isAny ? columnOnly : checking;
  if (problems.length > 0) return { expression: undefined, problems: sortProblems(problems) };
  return { expression: checkedExpression(cell, checking), problems: [] };
}

function unparsed(parsing: Parsing, message = 'This cannot be read.'): ParsedExpression {
  if (parsing.failure === undefined) fail(parsing, message);
  return { expression: undefined, problems: [syntaxProblem(parsing)] };
}
