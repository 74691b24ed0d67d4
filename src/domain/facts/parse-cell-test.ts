import type { Decimal } from './decimal.ts';
import type { ComparisonSign, Expression, ExpressionOf, Place } from './expression.ts';
import type { ExpressionType } from './expression-type.ts';
import { foldSpace } from './fold-text.ts';
import { quoted } from './found-problem.ts';
import { parseChoices, parseComparedChoice, takesChoices } from './parse-choices.ts';
import { parseMembership, takeComparisonSign } from './parse-comparison.ts';
import { failAtRest } from './parse-expression.ts';
import { enterValues, failWhereDoubtful, leaveValues, parseRangeFrom, parseSet } from './parse-set.ts';
import {
  atEnd,
  attempt,
  fail,
  nested,
  nextAt,
  placeFrom,
  takeSign,
  takeWords,
  type Parsing,
} from './parsing.ts';

/** The column that a cell tests. */
export type Column = { readonly operand: Expression; readonly type: ExpressionType };

/** Reads the text of a cell as a test of its column; the literal yes for `any` and `-`. */
export function parseCellTest(parsing: Parsing, column: Column): Expression | undefined {
  const word = foldSpace(parsing.text).toLowerCase();
  if (word === 'any' || word === '-')
    return { kind: 'literal', value: { kind: 'yes-no', yes: true }, ...takeAll(parsing) };
  if (word === 'unknown') return isUnknown(parsing, column);
  const test = parseTest(parsing, column);
  return test === undefined || atEnd(parsing) ? test : failAtRest(parsing);
}

function parseTest(parsing: Parsing, column: Column): Expression | undefined {
  const from = nextAt(parsing);
  const sign = takeComparisonSign(parsing);
  if (sign !== undefined) {
    const right = takesBareChoice(column, sign)
      ? parseComparedChoice(parsing, column.type)
      : parsing.grammar.sum(parsing);
    return right && { kind: 'comparison', sign, left: column.operand, right, ...placeFrom(parsing, from) };
  }
  if (attempt(parsing, () => takeExclusion(parsing, column))) return parseExcluded(parsing, column, from);
  if (parsing.text[from] === '[') return parseRange(parsing, column);
  if (parsing.text[from] === '(') return parseOpenRange(parsing, column);
  return parseValues(parsing, column);
}

/** What a column of no known type is greater or less than is no choice. */
function takesBareChoice({ type }: Column, sign: ComparisonSign): boolean {
  return type.kind === 'choice' || (takesChoices(type) && (sign === '=' || sign === '!='));
}

function isUnknown(parsing: Parsing, column: Column): Expression {
  const place = takeAll(parsing);
  return { kind: 'not', times: 1, operand: { kind: 'known', operand: column.operand, ...place }, ...place };
}

/** `not in` before a set. In a column that is a choice it may also start a value, which stands without quotes. */
function takeExclusion(parsing: Parsing, { type }: Column): true | undefined {
  if (!takeWords(parsing, 'not', 'in')) return undefined;
  const isExclusion = !takesChoices(type) || /[([]/.test(parsing.text[nextAt(parsing)] ?? '');
  return isExclusion ? true : undefined;
}

function parseExcluded(parsing: Parsing, column: Column, from: number): Expression | undefined {
  const operand =
    takesChoices(column.type) && takeSign(parsing, '(')
      ? inSet(parsing, { column, from, items: parseChoices(parsing, column.type, ')') })
      : parseMembership(parsing, { operand: column.operand, from });
  return operand && { kind: 'not', operand, times: 1, ...placeFrom(parsing, from) };
}

function parseRange(parsing: Parsing, { operand }: Column): Expression | undefined {
  const from = nextAt(parsing);
  const set = parseSet(parsing);
  return set?.kind === 'range'
    ? { kind: 'in-range', operand, range: set.range, ...placeFrom(parsing, from) }
    : undefined;
}

/** A round bracket opens a range, or a value like any other; the `..` tells. */
function parseOpenRange(parsing: Parsing, column: Column): Expression | undefined {
  const from = nextAt(parsing);
  const first = attempt(parsing, () => parseFirstEnd(parsing));
  if (first === undefined) return parseValues(parsing, column);
  const set = parseRangeFrom(parsing, { from: first, fromIncluded: false });
  if (set?.kind !== 'range') return undefined;
  return { kind: 'in-range', operand: column.operand, range: set.range, ...placeFrom(parsing, from) };
}

function parseFirstEnd(parsing: Parsing): Expression | undefined {
  takeSign(parsing, '(');
  const first = nested(parsing, () => parsing.grammar.sum(parsing));
  return parsing.text.startsWith('..', nextAt(parsing)) ? first : undefined;
}

/** Values separated by commas. */
function parseValues(parsing: Parsing, column: Column): Expression | undefined {
  const from = nextAt(parsing);
  const items = takesChoices(column.type) ? parseChoices(parsing, column.type, '') : parseSums(parsing);
  return inSet(parsing, { column, from, items });
}

function parseSums(parsing: Parsing): readonly Expression[] | undefined {
  const outside = enterValues(parsing);
  const items: Expression[] = [];
  do {
    const item = parsing.grammar.sum(parsing);
    if (item === undefined) return undefined;
    if (isMeantAsRange(item)) return failAtRange(parsing, item);
    items.push(item);
  } while (takeSign(parsing, ','));
  if (failWhereDoubtful(parsing)) return undefined;
  leaveValues(parsing, outside);
  return items;
}

/** `$200 - $1000` would be the amount of minus $800; between two written values with the smaller one first it is meant as a range. */
function isMeantAsRange(item: Expression): item is ExpressionOf<'sum' | 'product'> {
  if (item.kind !== 'sum' || item.rest.length !== 1) return false;
  const [link] = item.rest;
  const [low, high] = [amountOf(item.first), link?.sign === '-' ? amountOf(link.operand) : undefined];
  return low !== undefined && high !== undefined && low.lt(high);
}

function amountOf(expression: Expression): Decimal | undefined {
  if (expression.kind !== 'literal') return undefined;
  const { value } = expression;
  return value.kind === 'money' ? value.amount : value.kind === 'number' ? value.number : undefined;
}

function failAtRange(parsing: Parsing, item: ExpressionOf<'sum' | 'product'>): undefined {
  const [low, high] = [item.first.text, item.rest[0]?.operand.text ?? ''];
  const message = `${quoted(item.text)} would be a subtraction. Write ${quoted(`[${low}..${high}]`)} for a range with both ends, or ${quoted(`[${low}..${high})`)} for one that stops below ${high}.`;
  const from = item.span.from - parsing.offset;
  return fail(parsing, message, { span: { from, to: from + item.text.length } });
}

function inSet(
  parsing: Parsing,
  set: { column: Column; from: number; items: readonly Expression[] | undefined },
): Expression | undefined {
  const { column, from, items } = set;
  return items && { kind: 'in-set', operand: column.operand, items, ...placeFrom(parsing, from) };
}

function takeAll(parsing: Parsing): Place {
  const from = nextAt(parsing);
  parsing.at = parsing.text.trimEnd().length;
  return placeFrom(parsing, from);
}
