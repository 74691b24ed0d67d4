import type { ComparisonSign, Expression } from './expression.ts';
import { fail, nextAt, nextWord, placeFrom, takeSign, takeWords, type Parsing } from './parsing.ts';
import { parseSet } from './parse-set.ts';

type Operand = { readonly operand: Expression; readonly from: number };

/** The longer sign first, so that `<=` is not read as `<`. */
const signs: readonly ComparisonSign[] = ['<=', '>=', '!=', '<', '>', '='];

const wordedSigns: readonly (readonly [words: readonly string[], sign: ComparisonSign])[] = [
  [['at', 'least'], '>='],
  [['at', 'most'], '<='],
  [['less', 'than'], '<'],
  [['more', 'than'], '>'],
  [['before'], '<'],
  [['after'], '>'],
];

/** Reads one comparison, in signs or in words, or a sum alone. Source: SOP language, section 3, `cmp`. */
export function parseComparison(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  const operand = parsing.grammar.sum(parsing);
  if (operand === undefined) return undefined;
  const left: Operand = { operand, from };
  const sign = takeComparisonSign(parsing);
  if (sign !== undefined) return compareWithSum(parsing, left, sign);
  switch (nextWord(parsing)) {
    case 'is':
      takeWords(parsing, 'is');
      return parseAfterIs(parsing, left);
    case 'in':
    case 'not':
      if (takeWords(parsing, 'not', 'in')) return negated(parsing, left, parseMembership(parsing, left));
      return takeWords(parsing, 'in') ? parseMembership(parsing, left) : operand;
    case 'between':
      return parseBetween(parsing, left);
    case 'contains':
      takeWords(parsing, 'contains');
      return parseContains(parsing, left);
    default:
      return operand;
  }
}

/** Takes `<`, `<=`, `>`, `>=`, `=` or `!=` if one comes next. */
export function takeComparisonSign(parsing: Parsing): ComparisonSign | undefined {
  return signs.find((sign) => takeSign(parsing, sign));
}

/** Reads a set and asks whether an operand is in it. */
export function parseMembership(parsing: Parsing, left: Operand): Expression | undefined {
  const set = parseSet(parsing);
  if (set === undefined) return undefined;
  const place = placeFrom(parsing, left.from);
  const { operand } = left;
  switch (set.kind) {
    case 'values':
      return { kind: 'in-set', operand, items: set.items, ...place };
    case 'range':
      return { kind: 'in-range', operand, range: set.range, ...place };
    case 'list':
      return { kind: 'in-list', operand, list: set.list, ...place };
  }
}

function parseAfterIs(parsing: Parsing, left: Operand): Expression | undefined {
  const not =
    parsing.vocabulary.matchAt(parsing.text, nextAt(parsing)) === undefined && takeWords(parsing, 'not');
  const isFact = parsing.vocabulary.matchAt(parsing.text, nextAt(parsing)) !== undefined;
  const asserted = isFact ? compareWithSum(parsing, left, '=') : parseAsserted(parsing, left);
  return not ? negated(parsing, left, asserted) : asserted;
}

function parseAsserted(parsing: Parsing, left: Operand): Expression | undefined {
  if (takeWords(parsing, 'known')) return known(parsing, left);
  if (takeWords(parsing, 'unknown')) return negated(parsing, left, known(parsing, left));
  if (takeWords(parsing, 'one', 'of')) return parseMembership(parsing, left);
  if (takeWords(parsing, 'none', 'of')) return negated(parsing, left, parseMembership(parsing, left));
  if (nextWord(parsing) === 'between') return parseBetween(parsing, left);
  const worded = wordedSigns.find(([words]) => takeWords(parsing, ...words));
  return compareWithSum(parsing, left, worded?.[1] ?? '=');
}

function compareWithSum(parsing: Parsing, left: Operand, sign: ComparisonSign): Expression | undefined {
  const right = parsing.grammar.sum(parsing);
  if (right === undefined) return undefined;
  return { kind: 'comparison', sign, left: left.operand, right, ...placeFrom(parsing, left.from) };
}

/** `between` includes both ends. */
function parseBetween(parsing: Parsing, left: Operand): Expression | undefined {
  takeWords(parsing, 'between');
  const from = parsing.grammar.sum(parsing);
  if (from === undefined) return undefined;
  if (!takeWords(parsing, 'and')) return fail(parsing, '“between” needs two values, as in between 1 and 5.');
  const to = parsing.grammar.sum(parsing);
  if (to === undefined) return undefined;
  const range = { from, to, fromIncluded: true, toIncluded: true };
  return { kind: 'in-range', operand: left.operand, range, ...placeFrom(parsing, left.from) };
}

function parseContains(parsing: Parsing, left: Operand): Expression | undefined {
  const part = parsing.grammar.sum(parsing);
  if (part === undefined) return undefined;
  return { kind: 'contains', whole: left.operand, part, ...placeFrom(parsing, left.from) };
}

function known(parsing: Parsing, left: Operand): Expression {
  return { kind: 'known', operand: left.operand, ...placeFrom(parsing, left.from) };
}

function negated(parsing: Parsing, left: Operand, operand: Expression | undefined): Expression | undefined {
  return operand && { kind: 'not', operand, times: 1, ...placeFrom(parsing, left.from) };
}
