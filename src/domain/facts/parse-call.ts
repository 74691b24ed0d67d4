import type { Expression } from './expression.ts';
import { argumentCounts, isFunctionName, type FunctionName } from './function-names.ts';
import { quoted } from './found-problem.ts';
import { atEnd, fail, nested, nextAt, placeFrom, takeSign, type Parsing } from './parsing.ts';
import { enterValues, failWhereDoubtful, leaveValues } from './parse-set.ts';

const nameBeforeBracket = /([a-z]+(?:\s+[a-z]+)?)\s*\(/iy;

/**
 * Whether a function is called here: its name is followed by a bracket, whatever is declared.
 * Source: SOP language, section 3, "Forms".
 */
export function callHere(parsing: Parsing): FunctionName | undefined {
  nameBeforeBracket.lastIndex = nextAt(parsing);
  const name = nameBeforeBracket.exec(parsing.text)?.[1]?.toLowerCase().replaceAll(/\s+/g, ' ') ?? '';
  return isFunctionName(name) ? name : undefined;
}

/** Reads the call of a function that stands here. */
export function parseCall(parsing: Parsing, name: FunctionName): Expression | undefined {
  const from = nextAt(parsing);
  parsing.at = parsing.text.indexOf('(', from) + 1;
  const found = nested(parsing, () => parseArguments(parsing, name));
  if (found === undefined) return undefined;
  return { kind: 'call', name, arguments: found, ...placeFrom(parsing, from) };
}

function parseArguments(parsing: Parsing, name: FunctionName): readonly Expression[] | undefined {
  const outside = enterValues(parsing);
  const found: Expression[] = [];
  do {
    const argument = takeSign(parsing, ')') ? undefined : parsing.grammar.sum(parsing);
    if (argument === undefined) return fail(parsing, countSentence(name));
    found.push(argument);
  } while (takeSign(parsing, ','));
  if (failWhereDoubtful(parsing)) return undefined;
  if (found.length !== argumentCounts[name]) return fail(parsing, countSentence(name));
  if (!takeSign(parsing, ')')) return fail(parsing, unclosed(parsing, name));
  leaveValues(parsing, outside);
  return found;
}

function unclosed(parsing: Parsing, name: FunctionName): string {
  if (atEnd(parsing)) return `The bracket after ${quoted(name)} is never closed.`;
  return `A comma or a closing bracket is missing after this part of ${quoted(name)}.`;
}

function countSentence(name: FunctionName): string {
  const count = argumentCounts[name];
  return `${quoted(name)} needs ${count === 1 ? 'one value' : 'two values, separated by a comma,'} in its brackets.`;
}
