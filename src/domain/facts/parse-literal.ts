import { isCalendarDate } from './calendar.ts';
import { currencySigns, isCurrencyCode } from './currency.ts';
import { parseDecimal, type Decimal } from './decimal.ts';
import { secondsOfUnit } from './duration.ts';
import type { Expression } from './expression.ts';
import { quoted } from './found-problem.ts';
import { writtenNumber } from './number-text.ts';
import { fail, nextAt, nextWord, placeFrom, takeSign, type Parsing } from './parsing.ts';
import type { Value } from './value.ts';

const numberHere = new RegExp(writtenNumber, 'y');
const dateHere = /\d{4}-\d{2}-\d{2}(?!\d)/y;
const lengthless = new Set(['month', 'months', 'year', 'years']);

/** Reads a number, percentage, money with a code, duration or date. The next character must be a digit. */
export function parseNumeric(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  const date = matchHere(dateHere, parsing.text, from);
  if (date !== undefined) return parseDate(parsing, from, date);
  const written = takeNumber(parsing);
  if (written === undefined) return undefined;
  const end = parsing.at;
  const value = withUnit(parsing, written.number);
  if (value === undefined) return undefined;
  if (value.kind === 'number' && written.grouped && parsing.commaSeparates)
    parsing.doubtful ??= { from, to: end };
  return { kind: 'literal', value, ...placeFrom(parsing, from) };
}

/** Reads `$200`, `€ 50`, `£1,234.50`. The next character must be one of these signs. */
export function parseSignedMoney(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  const sign = parsing.text[from] ?? '';
  parsing.at = from + 1;
  const written = takeNumber(parsing);
  if (written === undefined) return fail(parsing, `An amount is missing after ${quoted(sign)}.`);
  const value: Value = { kind: 'money', amount: written.number, currency: currencySigns[sign] ?? '' };
  return { kind: 'literal', value, ...placeFrom(parsing, from) };
}

/** Reads a text in `"…"` or `“…”`. The next character must open it. */
export function parseText(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  const closing = parsing.text[from] === '“' ? '”' : '"';
  const to = parsing.text.indexOf(closing, from + 1);
  if (to < 0) {
    const span = { from, to: parsing.text.length };
    return fail(parsing, `The quotation mark that opens here is never closed with ${closing}.`, { span });
  }
  parsing.at = to + 1;
  const value: Value = { kind: 'text', text: parsing.text.slice(from + 1, to) };
  return { kind: 'literal', value, ...placeFrom(parsing, from) };
}

function parseDate(parsing: Parsing, from: number, date: string): Expression | undefined {
  const span = { from, to: from + date.length };
  if (!isCalendarDate(date)) return fail(parsing, `There is no day ${date} in the calendar.`, { span });
  parsing.at = span.to;
  return { kind: 'literal', value: { kind: 'date', date }, ...placeFrom(parsing, from) };
}

/** Takes a written number; a dot that belongs to none (`5.`) is an error. */
function takeNumber(parsing: Parsing): { number: Decimal; grouped: boolean } | undefined {
  const from = nextAt(parsing);
  const written = matchHere(numberHere, parsing.text, from);
  if (written === undefined) return undefined;
  const number = parseDecimal(written.replaceAll(',', ''));
  const span = { from, to: from + written.length };
  if (number === undefined) return fail(parsing, 'This number has too many digits.', { span });
  parsing.at = span.to;
  if (parsing.text[span.to] === '.' && parsing.text[span.to + 1] !== '.') {
    return fail(parsing, `A number does not end with a dot. Write ${quoted(written)}.`, { span });
  }
  return { number, grouped: written.includes(',') };
}

/** A number with what follows it: `%`, a unit, the code of a currency, or nothing. */
function withUnit(parsing: Parsing, number: Decimal): Value | undefined {
  if (takeSign(parsing, '%')) return { kind: 'number', number: number.times('0.01') };
  const word = nextWord(parsing);
  if (word === '') return { kind: 'number', number };
  const from = nextAt(parsing);
  const written = parsing.text.slice(from, from + word.length);
  const seconds = secondsOfUnit(word);
  if (seconds === undefined && !isCurrencyCode(written)) return withoutUnit(parsing, word, number);
  parsing.at = from + word.length;
  return seconds === undefined
    ? { kind: 'money', amount: number, currency: written }
    : { kind: 'duration', seconds: number.times(seconds) };
}

function withoutUnit(parsing: Parsing, word: string, number: Decimal): Value | undefined {
  const from = nextAt(parsing);
  const span = { from, to: from + word.length };
  if (lengthless.has(word)) {
    return fail(parsing, 'Months and years have no fixed length. Say it in weeks or days.', { span });
  }
  const code = word.toUpperCase();
  if (isCurrencyCode(code)) {
    const message = `The code of a currency is written in capitals. Did you mean ${quoted(code)}?`;
    return fail(parsing, message, { span, values: { name: word, suggestion: code } });
  }
  return { kind: 'number', number };
}

function matchHere(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
