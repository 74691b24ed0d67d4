import { spellingDistance } from './closest-spelling.ts';
import type { Expression } from './expression.ts';
import { endOfWord, endsName, languageWords, nameCharacterAt, operatorWords } from './fact-name.ts';
import { endOfSpace } from './fold-text.ts';
import { quoted } from './found-problem.ts';
import { fail, nextAt, nextWord, placeFrom, type Parsing } from './parsing.ts';

const truths: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

/** Spelling is compared with every declared name, so that a text full of unknown names would take long. */
const mostLookUps = 100;

const codeBeforeAmount = /^([A-Z]{3}) ?(\d+)$/;
const functionBeforeName = /^(days since|days until|count|sum|lower case) (.+)$/i;

/** Reads the declared fact with the longest name that stands here; undefined, without a failure, where there is none. */
export function parseFact(parsing: Parsing): Expression | undefined {
  const from = nextAt(parsing);
  const match = parsing.vocabulary.matchAt(parsing.text, from);
  if (match === undefined) return undefined;
  parsing.at = match.to;
  return { kind: 'fact', fact: match.fact, ...placeFrom(parsing, from) };
}

/**
 * Reads what starts with a letter and is no declared fact: `yes`, `no`, `true`, `false`, or a name that nothing declares, as far as
 * it reaches. Any other word of the language cannot stand here.
 */
export function parseWord(parsing: Parsing): Expression | undefined {
  const word = nextWord(parsing);
  const from = nextAt(parsing);
  const joined = endOfWord(parsing.text, from) > from + word.length;
  if (joined || !languageWords.has(word)) return parseUndeclared(parsing, from);
  const yes = truths.get(word);
  if (yes === undefined) return fail(parsing, misplaced(word), { span: { from, to: from + word.length } });
  parsing.at = from + word.length;
  return { kind: 'literal', value: { kind: 'yes-no', yes }, ...placeFrom(parsing, from) };
}

function parseUndeclared(parsing: Parsing, from: number): Expression | undefined {
  parsing.lookUps += 1;
  const isLookedUp = parsing.lookUps <= mostLookUps;
  const near = isLookedUp ? parsing.vocabulary.nearAt(parsing.text, from) : undefined;
  parsing.at = near?.to ?? endOfName(parsing.text, from);
  const place = placeFrom(parsing, from);
  const name = place.text.replaceAll(/\s+/g, ' ');
  if (parsing.text[nextAt(parsing)] === '(') {
    return fail(parsing, `There is no function ${quoted(name)}.`, { span: { from, to: parsing.at } });
  }
  const suggestion = near?.suggestion ?? (isLookedUp ? suggestionFor(parsing, name) : undefined);
  return { kind: 'undeclared', name, suggestion, ...place };
}

/** `USD 200` is meant to be `200 USD`, `days since promised date` needs brackets; anything else is the closest name. */
function suggestionFor({ vocabulary }: Parsing, name: string): string | undefined {
  const amount = codeBeforeAmount.exec(name);
  if (amount !== null) return `${amount[2]} ${amount[1]}`;
  const called = functionBeforeName.exec(name);
  const argument = vocabulary.find(called?.[2] ?? '');
  return argument === undefined
    ? (vocabulary.suggest(name) ?? nearUnknown(name))
    : `${called?.[1]?.toLowerCase()}(${argument.name})`;
}

/** The one word of the language that also stands alone: `If unkown:`. */
function nearUnknown(name: string): string | undefined {
  const isNear = name.length < 12 && spellingDistance(name.toLowerCase(), 'unknown') <= 2;
  return isNear ? 'unknown' : undefined;
}

/** A name that nothing declares reaches to the next sign or operator word. */
function endOfName(text: string, from: number): number {
  let to = endOfWord(text, from);
  for (;;) {
    const next = endOfSpace(text, to);
    if (next === to || nameCharacterAt(text, next) === 0) return to;
    const end = endOfWord(text, next);
    if (endsName(text, end) && operatorWords.has(text.slice(next, end).toLowerCase())) return to;
    to = end;
  }
}

function misplaced(word: string): string {
  if (word === 'known' || word === 'unknown') {
    return `${quoted(word)} is not a value. Say ${quoted(`is ${word}`)} after a fact.`;
  }
  return `A fact or a value is missing before ${quoted(word)}.`;
}
