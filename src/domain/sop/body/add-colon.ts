import { quoted } from '../../facts/found-problem.ts';
import type { Fix } from '../../facts/problem.ts';
import { startsInstruction } from '../instruction/keywords.ts';
import type { Phrase } from '../instruction/phrase.ts';
import type { Reading } from '../reading.ts';

/** How many words are looked at for the one that the instruction begins with. */
const mostWords = 60;

/** Puts the colon that is missing between a condition and what is to be done; undefined where no condition stands before an instruction. */
export function addColon(words: Phrase, reading: Reading): Fix | undefined {
  const spaces = [...words.outerMatches(/\s+(?=\S)/g)].slice(0, mostWords);
  for (const { index, text } of spaces) {
    if (!startsInstruction(words, index + text.length)) continue;
    const condition = words.placed.slice(words.from, index);
    if (!reading.check(condition, { mustBeCondition: true }).expression) continue;
    const at = words.spanOf(words.from, index).to;
    return {
      title: `Write a colon behind ${quoted(condition.text)}`,
      edits: [{ from: at, to: at, text: ':' }],
    };
  }
  return undefined;
}
