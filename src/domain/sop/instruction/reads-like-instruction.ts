import type { Reading } from '../reading.ts';
import { splitCondition } from './condition-end.ts';
import type { Phrase } from './phrase.ts';
import { readInstructions } from './read-instructions.ts';
import { splitClauses } from './split-clauses.ts';

/** Whether words that are not read as an instruction would be one if they stood in a bullet of their own. */
export function readsLikeInstruction(phrase: Phrase, reading: Reading): boolean {
  const [first] = splitClauses(phrase);
  switch (first?.kind) {
    case 'plain':
      return isReadable(first.whole, reading);
    case 'if':
    case 'else-if':
    case 'when': {
      const { body } = splitCondition(first.rest);
      return body !== undefined && isReadable(body, reading);
    }
    case 'on-failure':
    case 'on-rejection':
      return first.rest.words.includes(':');
    case 'else':
    case 'if-unknown':
    case 'if-refused':
      return isReadable(first.rest, reading);
    case undefined:
      return false;
  }
}

function isReadable(words: Phrase, reading: Reading): boolean {
  return !words.isEmpty && readInstructions(words, { reading, step: undefined }).is === 'read';
}
