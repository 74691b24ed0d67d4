import type { Expression } from './expression.ts';
import { quoted } from './found-problem.ts';
import { parseComparison } from './parse-comparison.ts';
import { parseSum } from './parse-sum.ts';
import {
  atEnd,
  fail,
  nextAt,
  nextWord,
  placeFrom,
  startParsing,
  takeWords,
  type Grammar,
  type Parsing,
} from './parsing.ts';
import type { Vocabulary } from './vocabulary.ts';

const grammar: Grammar = { condition: parseOr, sum: parseSum };

/** Starts to parse a text by the grammar of conditions. */
export function startExpression(text: string, options: { vocabulary: Vocabulary; offset: number }): Parsing {
  return startParsing(text, { ...options, grammar });
}

/** Reads a condition or expression that takes up the whole text; undefined, with a `failure`, if it cannot be parsed. */
export function parseWhole(parsing: Parsing): Expression | undefined {
  const expression = parseOr(parsing);
  return expression === undefined || atEnd(parsing) ? expression : failAtRest(parsing);
}

/** Notes that something stands where nothing more can follow. */
export function failAtRest(parsing: Parsing): undefined {
  const at = nextAt(parsing);
  const before = parsing.text.slice(0, parsing.at).trimEnd().split(/\s+/).slice(-3).join(' ');
  const rest = parsing.text.slice(at, at + 40).split(/\s+/)[0] ?? '';
  const values = { name: rest };
  return fail(
    parsing,
    `After ${quoted(before)} an operator such as “and” or “=” is missing before ${quoted(rest)}.`,
    {
      span: { from: at, to: at + rest.length },
      values,
    },
  );
}

function parseOr(parsing: Parsing): Expression | undefined {
  return parseJoined(parsing, { word: 'or', part: parseAnd });
}

function parseAnd(parsing: Parsing): Expression | undefined {
  return parseJoined(parsing, { word: 'and', part: parseNot });
}

function parseJoined(
  parsing: Parsing,
  join: { word: 'and' | 'or'; part: (parsing: Parsing) => Expression | undefined },
): Expression | undefined {
  const from = nextAt(parsing);
  const parts: Expression[] = [];
  do {
    const part = join.part(parsing);
    if (part === undefined) return undefined;
    parts.push(part);
  } while (takeWords(parsing, join.word));
  const [only] = parts;
  return parts.length === 1 ? only : { kind: join.word, parts, ...placeFrom(parsing, from) };
}

/** Any number of `not`s before a comparison. A declared name that starts with `not-` is a name. */
function parseNot(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  let times = 0;
  while (startsWithNot(parsing) && takeWords(parsing, 'not')) times += 1;
  const operand = parseComparison(parsing);
  if (operand === undefined || times === 0) return operand;
  return { kind: 'not', operand, times, ...placeFrom(parsing, from) };
}

function startsWithNot(parsing: Parsing): boolean {
  return (
    nextWord(parsing) === 'not' && parsing.vocabulary.matchAt(parsing.text, nextAt(parsing)) === undefined
  );
}
