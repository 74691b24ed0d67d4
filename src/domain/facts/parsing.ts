import { endsName } from './fact-name.ts';
import { endOfSpace } from './fold-text.ts';
import type { Expression, Place } from './expression.ts';
import type { Span } from './problem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Why a text cannot be parsed; offsets in the text itself. */
type Failure = Span & { readonly message: string; readonly values: Readonly<Record<string, string>> };

/** The rules that the others come back to. Held here, so that no file of the parser needs one that needs it. */
export type Grammar = {
  readonly condition: (parsing: Parsing) => Expression | undefined;
  readonly sum: (parsing: Parsing) => Expression | undefined;
};

/** How far the parser has come with a text. A rule that fails leaves a `failure` and answers undefined. */
export type Parsing = {
  readonly text: string;
  /** What is added to offsets in the text to get offsets in the document. */
  readonly offset: number;
  readonly vocabulary: Vocabulary;
  readonly grammar: Grammar;
  /** The end of what was read. */
  at: number;
  /** How many brackets and branches are open. */
  depth: number;
  /** Whether a comma would separate values here, so that `1,200` could be two numbers. */
  commaSeparates: boolean;
  /** The first plain number with a thousands comma where it could be two. */
  doubtful: Span | undefined;
  failure: Failure | undefined;
  /** How many names that nothing declares have been looked up for their closest spelling. */
  lookUps: number;
};

/** Brackets and branches nest 100 deep. Source: SOP language, section 3, "Forms". */
const deepest = 100;

/** Starts at the beginning of a text. */
export function startParsing(
  text: string,
  options: { vocabulary: Vocabulary; grammar: Grammar; offset: number },
): Parsing {
  const start = {
    at: 0,
    depth: 0,
    commaSeparates: false,
    doubtful: undefined,
    failure: undefined,
    lookUps: 0,
  };
  return { text, ...options, ...start };
}

/** The offset of the next character that is not white space; the length of the text where there is none. */
export function nextAt(parsing: Parsing): number {
  return endOfSpace(parsing.text, parsing.at);
}

/** Whether nothing is left. */
export function atEnd(parsing: Parsing): boolean {
  return nextAt(parsing) === parsing.text.length;
}

/** Takes a sign if it comes next. */
export function takeSign(parsing: Parsing, sign: string): boolean {
  const at = nextAt(parsing);
  if (!parsing.text.startsWith(sign, at)) return false;
  parsing.at = at + sign.length;
  return true;
}

/** The word that comes next, in lower case; empty where there is none or a longer name goes on. */
export function nextWord(parsing: Parsing): string {
  const from = nextAt(parsing);
  let to = from;
  while (isAsciiLetter(parsing.text.charCodeAt(to))) to += 1;
  return to > from && endsName(parsing.text, to) ? parsing.text.slice(from, to).toLowerCase() : '';
}

/** Takes words if they come next, all of them or none. */
export function takeWords(parsing: Parsing, ...words: readonly string[]): boolean {
  const before = parsing.at;
  for (const word of words) {
    if (nextWord(parsing) !== word) {
      parsing.at = before;
      return false;
    }
    parsing.at = nextAt(parsing) + word.length;
  }
  return true;
}

/** The place from an offset to where the parser is. */
export function placeFrom(parsing: Parsing, from: number): Place {
  const { text, offset, at } = parsing;
  return { span: { from: from + offset, to: at + offset }, text: text.slice(from, at) };
}

/** Notes why the text cannot be parsed; the first reason stays. */
export function fail(
  parsing: Parsing,
  message: string,
  options: { span?: Span; values?: Readonly<Record<string, string>> } = {},
): undefined {
  const at = nextAt(parsing);
  const span = options.span ?? { from: at, to: Math.min(at + 1, parsing.text.length) };
  parsing.failure ??= { from: span.from, to: span.to, message, values: options.values ?? {} };
  return undefined;
}

/** Reads something, or leaves everything as it was where it is not there. */
export function attempt<Result>(parsing: Parsing, read: () => Result | undefined): Result | undefined {
  const { at, depth, commaSeparates, doubtful, failure } = parsing;
  const result = read();
  if (result === undefined) Object.assign(parsing, { at, depth, commaSeparates, doubtful, failure });
  return result;
}

/** Reads what stands inside a bracket or branch, one level deeper. */
export function nested<Result>(parsing: Parsing, read: () => Result | undefined): Result | undefined {
  if (parsing.depth >= deepest) {
    return fail(parsing, `Brackets and “if” are nested more than ${deepest} deep here. Split the condition.`);
  }
  parsing.depth += 1;
  const result = read();
  parsing.depth -= 1;
  return result;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
