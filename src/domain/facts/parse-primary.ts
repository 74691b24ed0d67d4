import type { Expression } from './expression.ts';
import { letterAt } from './fact-name.ts';
import { quoted } from './found-problem.ts';
import { callHere, parseCall } from './parse-call.ts';
import { parseNumeric, parseSignedMoney, parseText } from './parse-literal.ts';
import { parseFact, parseWord } from './parse-name.ts';
import {
  atEnd,
  fail,
  nested,
  nextAt,
  nextWord,
  placeFrom,
  takeSign,
  takeWords,
  type Parsing,
} from './parsing.ts';

/** Reads one operand: a literal, a fact, a call, an `if`, or a condition in brackets. Source: SOP language, section 3, `prim`. */
export function parsePrimary(parsing: Parsing): Expression | undefined {
  const at = nextAt(parsing);
  if (letterAt(parsing.text, at)) return parseNamed(parsing);
  const sign = parsing.text[at] ?? '';
  if (sign >= '0' && sign <= '9') return parseNumeric(parsing);
  switch (sign) {
    case '(':
      return parseBrackets(parsing);
    case '"':
    case '“':
      return parseText(parsing);
    case '$':
    case '€':
    case '£':
      return parseSignedMoney(parsing);
    default:
      return fail(parsing, missingOperand(parsing, sign));
  }
}

function parseNamed(parsing: Parsing): Expression | undefined {
  const called = callHere(parsing);
  if (called !== undefined) return parseCall(parsing, called);
  const fact = parseFact(parsing);
  if (fact !== undefined) return fact;
  return nextWord(parsing) === 'if' ? nested(parsing, () => parseIf(parsing)) : parseWord(parsing);
}

/** The part after `else` reaches as far as a sum. */
function parseIf(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  takeWords(parsing, 'if');
  const condition = parsing.grammar.condition(parsing);
  if (condition === undefined) return undefined;
  if (!takeWords(parsing, 'then')) return fail(parsing, 'After the condition of “if”, “then” is missing.');
  const then = parsing.grammar.sum(parsing);
  if (then === undefined) return undefined;
  if (!takeWords(parsing, 'else') && !takeWords(parsing, 'otherwise')) {
    return fail(parsing, '“if … then …” needs an “else”. A comparison after “then” stands in brackets.');
  }
  const otherwise = parsing.grammar.sum(parsing);
  if (otherwise === undefined) return undefined;
  // oxlint-disable-next-line no-thenable -- a tree is never awaited, and the language says “then”
  return { kind: 'if', condition, then, otherwise, ...placeFrom(parsing, from) };
}

function parseBrackets(parsing: Parsing): Expression | undefined {
  takeSign(parsing, '(');
  const inside = nested(parsing, () => parsing.grammar.condition(parsing));
  if (inside === undefined) return undefined;
  if (takeSign(parsing, ')')) return inside;
  return fail(
    parsing,
    atEnd(parsing) ? 'A bracket is never closed.' : 'A closing bracket or an operator is missing here.',
  );
}

function missingOperand(parsing: Parsing, sign: string): string {
  if (sign === '')
    return parsing.text.trim() === ''
      ? 'A condition is missing.'
      : 'A fact or a value is missing at the end.';
  if (sign === "'" || sign === '‘' || sign === '`')
    return 'Texts stand in double quotes, as in "lost"; facts in none.';
  if (sign === '[') return 'A range stands only after “in” or “one of”.';
  if (sign === '.') return 'A number starts with a digit, as in 0.5.';
  return `A fact or a value is missing before ${quoted(sign)}.`;
}
