import type { Expression, Range } from './expression.ts';
import { quoted } from './found-problem.ts';
import { atEnd, fail, nested, nextAt, takeSign, takeWords, type Parsing } from './parsing.ts';
import { parseFact, parseWord } from './parse-name.ts';
import { letterAt } from './fact-name.ts';

/** What follows `in` and `one of`: values in round brackets, a range, or a fact that is a list. */
export type ExpressionSet =
  | { readonly kind: 'values'; readonly items: readonly Expression[] }
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'list'; readonly list: Expression };

/** Reads a set. Source: SOP language, section 3, `set`. */
export function parseSet(parsing: Parsing): ExpressionSet | undefined {
  const from = nextAt(parsing);
  if (takeSign(parsing, '[')) return nested(parsing, () => parseRange(parsing, true));
  if (takeSign(parsing, '(')) return nested(parsing, () => parseBracket(parsing));
  if (!letterAt(parsing.text, from)) {
    return fail(parsing, 'Values in brackets are missing here, as in (“a”, “b”), or a range, as in [1..5].');
  }
  const list = parseFact(parsing) ?? parseWord(parsing);
  if (list === undefined) return undefined;
  if (list.kind === 'fact' || list.kind === 'undeclared') return { kind: 'list', list };
  return fail(parsing, `${quoted(list.text)} needs brackets here, as in (${list.text}).`, {
    span: { from, to: parsing.at },
  });
}

/** Reads a range from behind its opening bracket. */
function parseRange(parsing: Parsing, fromIncluded: boolean): ExpressionSet | undefined {
  const { commaSeparates } = parsing;
  parsing.commaSeparates = false;
  const from = parsing.grammar.sum(parsing);
  if (from === undefined) return undefined;
  const range = parseRangeFrom(parsing, { from, fromIncluded });
  parsing.commaSeparates = commaSeparates;
  return range;
}

/** Notes a plain number with a thousands comma where it could be two; true if there is one. */
export function failWhereDoubtful(parsing: Parsing): boolean {
  const span = parsing.doubtful;
  if (span === undefined) return false;
  const written = parsing.text.slice(span.from, span.to);
  const joined = written.replaceAll(',', '');
  fail(parsing, `Is ${quoted(written)} one number or two? Write ${joined}, or put a space after the comma.`, {
    span,
    values: { name: written, suggestion: joined },
  });
  return true;
}

type Surroundings = Pick<Parsing, 'commaSeparates' | 'doubtful'>;

/** From here on commas separate values; what was so outside is given back. */
export function enterValues(parsing: Parsing): Surroundings {
  const { commaSeparates, doubtful } = parsing;
  parsing.commaSeparates = true;
  parsing.doubtful = undefined;
  return { commaSeparates, doubtful };
}

/** Behind the values it is as it was outside. */
export function leaveValues(parsing: Parsing, outside: Surroundings): void {
  parsing.commaSeparates = outside.commaSeparates;
  parsing.doubtful = outside.doubtful;
}

/** Behind a round bracket stand values or an open range; the first `..` tells. */
function parseBracket(parsing: Parsing): ExpressionSet | undefined {
  const outside = enterValues(parsing);
  const first = parsing.grammar.sum(parsing);
  if (first === undefined) return undefined;
  const isRange = parsing.text.startsWith('..', nextAt(parsing));
  if (isRange) parsing.commaSeparates = false;
  const set = isRange
    ? parseRangeFrom(parsing, { from: first, fromIncluded: false })
    : parseValuesFrom(parsing, first);
  leaveValues(parsing, outside);
  return set;
}

function parseValuesFrom(parsing: Parsing, first: Expression): ExpressionSet | undefined {
  const items = [first];
  while (takeSign(parsing, ',') || takeWords(parsing, 'or')) {
    const item = parsing.grammar.sum(parsing);
    if (item === undefined) return undefined;
    items.push(item);
  }
  if (failWhereDoubtful(parsing)) return undefined;
  if (takeSign(parsing, ')')) return { kind: 'values', items };
  return fail(
    parsing,
    atEnd(parsing) ? 'The bracket is never closed.' : 'A comma or a closing bracket is missing here.',
  );
}

/** Reads the rest of a range from behind its first end. */
export function parseRangeFrom(
  parsing: Parsing,
  start: { from: Expression; fromIncluded: boolean },
): ExpressionSet | undefined {
  if (!takeSign(parsing, '..')) {
    return fail(
      parsing,
      'Square brackets are for ranges, as in [1..5]. A set of values stands in round brackets.',
    );
  }
  const to = parsing.grammar.sum(parsing);
  if (to === undefined) return undefined;
  const toIncluded = takeSign(parsing, ']');
  if (toIncluded || takeSign(parsing, ')')) return { kind: 'range', range: { ...start, to, toIncluded } };
  return fail(parsing, 'The range is not closed with a bracket.');
}
