import type { Expression } from './expression.ts';
import type { ExpressionType } from './expression-type.ts';
import { foldSpace, sameText } from './fold-text.ts';
import { fail, nextAt, placeFrom, takeSign, takeWords, type Parsing } from './parsing.ts';

const words = /^\p{L}[\p{L}\p{M}\p{N}_ .\-'’]*$/u;

/**
 * Whether values stand without quotes in a column: in one that is a choice, and in one of no known type, where words may be choices.
 * Source: SOP language, section 3, "Cells".
 */
export function takesChoices(column: ExpressionType): boolean {
  return column.kind === 'choice' || column.kind === 'untyped';
}

/** Reads the values of a choice, separated by commas, in brackets also by `or`. */
export function parseChoices(
  parsing: Parsing,
  column: ExpressionType,
  end: ')' | '',
): readonly Expression[] | undefined {
  const inBrackets = end === ')';
  const items: Expression[] = [];
  const separated = () => takeSign(parsing, ',') || (inBrackets && takeWords(parsing, 'or'));
  do {
    const item = parseChoice(parsing, column, end);
    if (item === undefined) return undefined;
    items.push(item);
  } while (separated());
  if (end === '' || takeSign(parsing, end)) return items;
  return fail(parsing, 'The bracket is never closed.');
}

/** Reads what a choice is compared with: one of its values, with or without quotes, or a sum such as another fact. */
export function parseComparedChoice(parsing: Parsing, column: ExpressionType): Expression | undefined {
  const from = nextAt(parsing);
  if (isOption(column, parsing.text.slice(from))) return takeBare(parsing, parsing.text.trimEnd().length);
  return parseSumOrBare(parsing);
}

function parseChoice(parsing: Parsing, column: ExpressionType, end: ')' | ''): Expression | undefined {
  const from = nextAt(parsing);
  const to = endOfChoice(parsing, { column, from, end });
  const written = parsing.text.slice(from, to).trim();
  if (written === '') return fail(parsing, 'A value is missing here.');
  if (isOption(column, written)) return takeBare(parsing, from + written.length);
  if (/^["“(]/.test(written) || (column.kind === 'untyped' && !words.test(foldSpace(written)))) {
    return parseSumOrBare(parsing);
  }
  return takeBare(parsing, from + written.length);
}

/** A name that nothing declares is a value without quotes; the check tells whether it is one of the choice. */
function parseSumOrBare(parsing: Parsing): Expression | undefined {
  const sum = parsing.grammar.sum(parsing);
  if (sum?.kind !== 'undeclared') return sum;
  return { kind: 'literal', value: { kind: 'text', text: sum.name }, span: sum.span, text: sum.text };
}

/** A value without quotes reaches to the next comma, bracket or `or`; but a declared value with an `or` inside stays whole. */
function endOfChoice(parsing: Parsing, at: { column: ExpressionType; from: number; end: ')' | '' }): number {
  const { text } = parsing;
  const stops = [text.indexOf(',', at.from), at.end === '' ? -1 : text.indexOf(at.end, at.from)].filter(
    (stop) => stop >= 0,
  );
  const to = Math.min(text.length, ...stops);
  const written = text.slice(at.from, to);
  if (at.end === '' || isOption(at.column, written)) return to;
  const or = /\sor\s/i.exec(written);
  return or === null ? to : at.from + or.index;
}

function takeBare(parsing: Parsing, to: number): Expression {
  const from = nextAt(parsing);
  parsing.at = to;
  const place = placeFrom(parsing, from);
  return { kind: 'literal', value: { kind: 'text', text: foldSpace(place.text) }, ...place };
}

function isOption(column: ExpressionType, written: string): boolean {
  const folded = foldSpace(written);
  return column.kind === 'choice' && column.options.some((option) => sameText(foldSpace(option), folded));
}
