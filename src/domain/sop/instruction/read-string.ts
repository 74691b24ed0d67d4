import type { PlacedText } from '../placed-text.ts';
import type { Template } from '../document.ts';
import { readTemplate } from '../template.ts';
import type { Phrase } from './phrase.ts';
import { unread, type Operand, type SimpleResult } from './simple-result.ts';

/** The text between the quotation marks at an index, and the index behind them. */
export function stringAt(
  phrase: Phrase,
  index: number,
): { readonly content: PlacedText; readonly to: number } | undefined {
  const start = skipSpace(phrase, index);
  const end = phrase.closingQuote(start);
  return end === undefined ? undefined : { content: phrase.placed.slice(start + 1, end), to: end + 1 };
}

/** Where the first quoted text between two indices begins. */
export function firstQuote(phrase: Phrase, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) if (phrase.closingQuote(at) !== undefined) return at;
  return undefined;
}

/** An instruction that needs a text in quotes, such as `add tag "x"`. */
export function withString(
  operand: Operand,
  read: (content: PlacedText, to: number) => SimpleResult,
): SimpleResult {
  const found = stringAt(operand.phrase, operand.from);
  if (!found) return unread('the text behind it must stand in quotes');
  if (found.content.text.trim() === '') return unread('the text in its quotes is empty');
  return read(found.content, found.to);
}

/** The same with a text that may hold `{fact name}` placeholders. */
export function withTemplate(
  operand: Operand,
  read: (text: Template, to: number) => SimpleResult,
): SimpleResult {
  return withString(operand, (content, to) => read(readTemplate(content, operand.reading), to));
}

export function skipSpace(phrase: Phrase, index: number): number {
  let at = index;
  while (at < phrase.to && /\s/.test(phrase.whole[at] ?? '')) at += 1;
  return at;
}
