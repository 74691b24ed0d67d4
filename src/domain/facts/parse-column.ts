import type { Expression } from './expression.ts';
import { failAtRest } from './parse-expression.ts';
import { parseFact } from './parse-name.ts';
import { atEnd, attempt, nextAt, placeFrom, takeWords, type Parsing } from './parsing.ts';

/**
 * Reads the head of a column: a fact, `count(…)`, `days since(…)` or another sum; also `days since promised date`, without brackets,
 * as in the heads of example tables. Source: SOP language, sections 2 and 5.
 */
export function parseColumn(parsing: Parsing): Expression | undefined {
  const fact = attempt(parsing, () => whole(parsing, parseFact(parsing)));
  const counted = fact ?? attempt(parsing, () => whole(parsing, parseDaysWithoutBrackets(parsing)));
  if (counted !== undefined) return counted;
  const sum = parsing.grammar.sum(parsing);
  return sum === undefined || atEnd(parsing) ? sum : failAtRest(parsing);
}

function parseDaysWithoutBrackets(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  const isSince = takeWords(parsing, 'days', 'since');
  if (!isSince && !takeWords(parsing, 'days', 'until')) return undefined;
  const date = parseFact(parsing);
  if (date === undefined) return undefined;
  return {
    kind: 'call',
    name: isSince ? 'days since' : 'days until',
    arguments: [date],
    ...placeFrom(parsing, from),
  };
}

function whole(parsing: Parsing, expression: Expression | undefined): Expression | undefined {
  return atEnd(parsing) ? expression : undefined;
}
