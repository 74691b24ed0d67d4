import { didYouMean, errorAt, quoted } from '../../facts/found-problem.ts';
import type { FactName } from '../../facts/value.ts';
import { endOfText, joinAt } from './keywords.ts';
import type { Phrase } from './phrase.ts';
import { skipSpace } from './read-string.ts';
import { readAs, unread, type Operand, type SimpleResult } from './simple-result.ts';

/** `get order value, carrier status` */
export function readGet(operand: Operand): SimpleResult {
  const { facts, unknown, to } = readFactList(operand, endOfText(operand.phrase));
  if (unknown.length === 0) return readAs({ kind: 'get', facts }, to);
  return unknownFacts(operand, { facts, unknown, to });
}

/** `extract damage kind from the message` */
export function readExtract(operand: Operand): SimpleResult {
  const { phrase } = operand;
  for (const message of phrase.outerMatches(/\s+from\s+the\s+message\b/gi, operand.from)) {
    const { facts, unknown } = readFactList(operand, message.index);
    const to = message.index + message.text.length;
    if (unknown.length === 0) return readAs({ kind: 'extract', facts }, to);
    return unknownFacts(operand, { facts, unknown, to });
  }
  return unread('it must end with “from the message”');
}

type FactList = {
  readonly facts: readonly FactName[];
  readonly unknown: readonly Phrase[];
  readonly to: number;
};

/** Facts with commas or `and` between them, up to the next instruction. */
function readFactList(operand: Operand, end: number): FactList {
  const { phrase, reading } = operand;
  const facts: FactName[] = [];
  const unknown: Phrase[] = [];
  let at = skipSpace(phrase, operand.from);
  for (;;) {
    const name = reading.declared.vocabulary.matchAt(phrase.whole, at);
    const { to } = phrase.part(at, endOfItem(phrase, Math.min(name?.to ?? at, end), end));
    if (name?.to === to) facts.push(name.fact.name);
    else unknown.push(phrase.part(at, to));
    const separator =
      joinAt(phrase, to) === undefined ? phrase.match(/\s*,?\s+and\s+|\s*,\s*/iy, to) : undefined;
    if (!separator || to >= end) return { facts, unknown, to };
    at = to + separator[0].length;
  }
}

/** Where the item of a list ends: at the next comma or `and`. */
function endOfItem(phrase: Phrase, from: number, end: number): number {
  for (const separator of phrase.outerMatches(/[,;]|\band\b/gi, from)) return Math.min(separator.index, end);
  return end;
}

/**
 * A list in which a fact is known, or nearly, is meant for the app, so the rest of it is a mistake. `Get in touch with the
 * customer` is not.
 */
function unknownFacts(operand: Operand, { facts, unknown, to }: FactList): SimpleResult {
  const { reading } = operand;
  const { vocabulary, isCodified, hasHeader } = reading.declared;
  const suggestions = unknown.map((name) => vocabulary.suggest(name.words));
  const isMeant =
    facts.length > 0 || suggestions.some(Boolean) || unknown.every((name) => isNounOfAFact(name.words));
  if (!hasHeader || !isCodified || !isMeant) return unread('only facts that the header declares can be read');
  for (const [index, name] of unknown.entries()) {
    const suggestion = suggestions[index];
    const message = `${quoted(name.words)} is not a declared fact.${didYouMean(suggestion)}`;
    const values = { name: name.words, suggestion };
    reading.report(errorAt(name.span, { id: 'unknown-fact', message, values }));
  }
  return { is: 'wrong', to };
}

const saysMore =
  /^(?:in|on|to|back|up|out|over|off|ready|started)\b|\b(?:from|with|by|for|to|about|that|who|which|before|after|if|when|until|of)\b/i;

function isNounOfAFact(words: string): boolean {
  return words !== '' && !saysMore.test(words) && words.split(/\s+/).length <= 5;
}
