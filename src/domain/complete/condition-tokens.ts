import { endOfWord, languageWords, letterAt } from '../facts/fact-name.ts';
import { isFunctionName, argumentCounts, type FunctionName } from '../facts/function-names.ts';
import type { Span } from '../facts/problem.ts';
import type { FactType } from '../facts/value.ts';
import type { Vocabulary } from '../facts/vocabulary.ts';

/** A piece of a condition that is still being typed. */
export type Token = Span &
  (
    | { readonly is: 'fact'; readonly type: FactType | undefined }
    | { readonly is: 'value'; readonly type: FactType }
    | { readonly is: 'function'; readonly name: FunctionName }
    | { readonly is: 'word'; readonly word: string }
    /** A quotation mark that is not closed yet. */
    | { readonly is: 'quote' }
    | { readonly is: 'sign'; readonly sign: string }
    /** Not, or not yet, the name of anything. */
    | { readonly is: 'undeclared' }
  );

/** Takes a condition apart from left to right. Never fails: what it does not know is undeclared. */
export function readTokens(text: string, vocabulary: Vocabulary): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = tokens.at(-1)?.to ?? text.length) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (at >= text.length) break;
    tokens.push(tokenAt(text, at, vocabulary));
  }
  return tokens;
}

function tokenAt(text: string, from: number, vocabulary: Vocabulary): Token {
  if (letterAt(text, from)) return nameAt(text, from, vocabulary);
  return (
    quoteAt(text, from) ??
    valueAt(text, from, /\d{4}-\d{2}-\d{2}(?!\d)/y, { kind: 'date' }) ??
    valueAt(text, from, /[$€£]\s?\d[\d,]*(?:\.\d+)?/y, { kind: 'money', currency: undefined }) ??
    valueAt(text, from, /\d[\d,]*(?:\.\d+)?(?:\s?%)?/y, { kind: 'number' }) ??
    signAt(text, from)
  );
}

const functions = Object.keys(argumentCounts).filter(isFunctionName);

function nameAt(text: string, from: number, vocabulary: Vocabulary): Token {
  const called = functions.find((name) => isCalledAt(text, from, name));
  if (called) return { is: 'function', name: called, from, to: from + called.length };
  const fact = vocabulary.matchAt(text, from);
  if (fact) return { is: 'fact', type: fact.fact.type, from, to: fact.to };
  const to = endOfWord(text, from);
  const word = text.slice(from, to).toLowerCase();
  if (['yes', 'no', 'true', 'false'].includes(word))
    return { is: 'value', type: { kind: 'yes-no' }, from, to };
  return languageWords.has(word) ? { is: 'word', word, from, to } : { is: 'undeclared', from, to };
}

function isCalledAt(text: string, from: number, name: string): boolean {
  const written = text.slice(from, from + name.length).toLowerCase();
  return written === name && /^\s*\(/.test(text.slice(from + name.length, from + name.length + 10));
}

function quoteAt(text: string, from: number): Token | undefined {
  const opening = text[from] ?? '';
  if (opening !== '"' && opening !== '“') return undefined;
  const closing = text.indexOf(opening === '"' ? '"' : '”', from + 1);
  return closing < 0
    ? { is: 'quote', from, to: text.length }
    : { is: 'value', type: { kind: 'text' }, from, to: closing + 1 };
}

function valueAt(text: string, from: number, form: RegExp, type: FactType): Token | undefined {
  form.lastIndex = from;
  const found = form.exec(text)?.[0];
  return found === undefined ? undefined : { is: 'value', type, from, to: from + found.length };
}

function signAt(text: string, from: number): Token {
  const sign = /<=|>=|!=|\.\.|[^]/y;
  sign.lastIndex = from;
  const found = sign.exec(text)?.[0] ?? '';
  return { is: 'sign', sign: found, from, to: from + Math.max(found.length, 1) };
}
