import { foldSpace, isSpace } from './fold-text.ts';

/** The words of the language. No name is one of them or starts with one and a space. Source: SOP language, section 1. */
export const languageWords: ReadonlySet<string> = new Set(
  `and or not in is between contains known unknown one none of at least most less more than before after if then else otherwise
  yes no true false today`.split(/\s+/),
);

/** The words that can follow an operand, so that a name that nothing declares ends before them. */
export const operatorWords: ReadonlySet<string> = new Set(
  'and or not in is between contains then else otherwise'.split(' '),
);

const nameForm = /^\p{L}[\p{L}\p{M}\p{N}_ .\-'’]*$/u;
const letter = /[\p{L}\p{M}]/u;
const letterOrDigit = /[\p{L}\p{M}\p{N}_]/u;

/** Whether a text has the form of a fact's name: a letter of any script, then letters, digits, `_`, spaces, `.`, `-` and `'`. */
export function hasNameForm(name: string): boolean {
  return nameForm.test(foldSpace(name)) && !name.includes('..');
}

/** How many UTF-16 code units the letter, digit or underscore at an offset takes; 0 where there is none. */
export function nameCharacterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiNameCharacter(code) ? 1 : 0;
  return at < text.length && letterOrDigit.test(characterAt(text, at)) ? characterAt(text, at).length : 0;
}

/** Whether a letter of any script stands at an offset. */
export function letterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return at < text.length && letter.test(characterAt(text, at));
}

/**
 * Whether a name or a word may end at an offset: no letter, digit or underscore follows, and no dot or apostrophe with a letter
 * behind it. Source: SOP language, section 1, "Fact names".
 */
export function endsName(text: string, to: number): boolean {
  if (nameCharacterAt(text, to) > 0) return false;
  const joins = text[to] === '.' || isApostrophe(text[to]);
  return !(joins && letterAt(text, to + 1));
}

/**
 * Where the word that starts at an offset ends, with everything that is joined to it: `e-mail`, `order.total`, `customer's`.
 * The offset itself where no word starts.
 */
export function endOfWord(text: string, from: number): number {
  let at = endOfCharacters(text, from);
  while (at > from && joinsAt(text, at)) at = endOfCharacters(text, at + 1);
  return at;
}

/** Whether a dot, hyphen or apostrophe at an offset joins what stands before it to a letter or digit behind it. */
function joinsAt(text: string, at: number): boolean {
  const sign = text[at];
  return (sign === '.' || sign === '-' || isApostrophe(sign)) && nameCharacterAt(text, at + 1) > 0;
}

/** A name in the form in which names are compared: without case, white space folded, letters with marks taken apart. */
export function foldName(name: string): string {
  let folded = '';
  for (const character of foldSpace(name)) folded += foldCharacter(character);
  return folded;
}

/** One character of a name as `foldName` has it; can be several code units. */
export function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) return isSpace(code) ? ' ' : character.toLowerCase();
  if (isSpace(code)) return ' ';
  if (isApostrophe(character)) return "'";
  return character.normalize('NFD').toUpperCase().toLowerCase();
}

/** The character at an offset, whole even where it takes two code units. */
export function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function endOfCharacters(text: string, from: number): number {
  let at = from;
  for (let length = nameCharacterAt(text, at); length > 0; length = nameCharacterAt(text, at)) at += length;
  return at;
}

function isAsciiNameCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}

function isApostrophe(sign: string | undefined): boolean {
  return sign === "'" || sign === '’';
}
