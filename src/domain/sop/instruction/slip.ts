import { spellingDistance } from '../../facts/closest-spelling.ts';
import { didYouMean, errorAt, quoted } from '../../facts/found-problem.ts';
import type { Problem } from '../../facts/problem.ts';
import { PlacedText } from '../placed-text.ts';
import type { Reading } from '../reading.ts';
import { Phrase } from './phrase.ts';
import { readInstructions } from './read-instructions.ts';
import { readsLikeInstruction } from './reads-like-instruction.ts';

/**
 * A slip in a line that would otherwise be understood: `hen legal threat: escalate to Legal`, `ropose full refund`. In a document
 * that declares facts that is an error, because a person who ticks the line off would be doing what the app was meant to do.
 */
export function findSlip(phrase: Phrase, reading: Reading): Problem | undefined {
  if (!reading.declared.isCodified) return undefined;
  return (
    findGluedBullet(phrase, reading) ??
    findLostHead(phrase, reading) ??
    findMisspelledKeyword(phrase, reading)
  );
}

/** A bullet that lost its line and stands behind another one. */
function findGluedBullet(phrase: Phrase, reading: Reading): Problem | undefined {
  for (const { index, text } of phrase.outerMatches(/[-*+]\s+/g)) {
    if (!/[\s.!?:;,)\]"”]/.test(phrase.whole[index - 1] ?? '')) continue;
    const piece = phrase.part(index + text.length, phrase.to);
    if (!readsLikeInstruction(piece, reading)) continue;
    const message = `Two bullets stand on one line. Put this one on a line of its own: ${quoted(piece.words)}.`;
    return errorAt(piece.span, { id: 'syntax', message });
  }
  return undefined;
}

function findLostHead(phrase: Phrase, reading: Reading): Problem | undefined {
  for (const { index } of phrase.outerMatches(/:/g)) {
    const head = phrase.part(phrase.from, index);
    const tail = phrase.part(index + 1, phrase.to);
    if (head.isEmpty || !isForTheApp(tail, reading)) return undefined;
    const message = `The app cannot tell when this is to be done: ${quoted(head.words)}. Before a colon stands “If <condition>”, “Else”, “On failure of …” or, under “Edge cases”, “When <condition>”.`;
    return errorAt(head.span, { id: 'syntax', message });
  }
  return undefined;
}

function isForTheApp(tail: Phrase, reading: Reading): boolean {
  if (tail.match(/retry\s+(?:once|twice|\d)/iy, tail.from)) return true;
  return readInstructions(tail, { reading, step: undefined }).is !== 'unread';
}

/** How many instructions of a line are looked at for a slip. */
const mostJoined = 10;

function findMisspelledKeyword(phrase: Phrase, reading: Reading): Problem | undefined {
  const joins = [...phrase.outerMatches(/;|\b(?:and|then)\b/gi)].slice(0, mostJoined);
  const starts = [phrase.from, ...joins.map(({ index, text }) => index + text.length)];
  for (const from of starts) {
    const found = findMisspelledStart(phrase.part(from, phrase.to), reading);
    if (found) return found;
  }
  return undefined;
}

const firstWords: readonly string[] =
  'get extract ask propose set add remove apply draft gate judge decide escalate hold notify go write close stop'.split(
    ' ',
  );

function findMisspelledStart(phrase: Phrase, reading: Reading): Problem | undefined {
  const written = /^[\p{L}]+/u.exec(phrase.words)?.[0] ?? '';
  for (const word of firstWords) {
    if (!isNear(written.toLowerCase(), word)) continue;
    const rest = phrase.words.slice(written.length);
    const mended = PlacedText.decoded(word + rest, new Uint32Array(word.length + rest.length), 0);
    const result = readInstructions(Phrase.of(mended, reading.declared.vocabulary), {
      reading,
      step: undefined,
    });
    if (result.is === 'unread') continue;
    const message = `${quoted(written)} is no word that an instruction begins with.${didYouMean(word)}`;
    const span = phrase.spanOf(phrase.from, phrase.from + written.length);
    return errorAt(span, { id: 'syntax', message, values: { name: written, suggestion: word } });
  }
  return undefined;
}

function isNear(written: string, word: string): boolean {
  const allowed = word.length > 5 ? 2 : word.length > 3 ? 1 : 0;
  if (written === word || Math.abs(written.length - word.length) > allowed) return false;
  return spellingDistance(written, word) <= allowed;
}
