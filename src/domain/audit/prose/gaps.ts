import { quoted } from '../../facts/found-problem.ts';
import type { WeighedFinding } from './density.ts';
import type { Sentence } from './sentence.ts';

/** The weight of a place where a name or a number was and is no more. Source: docs/audit.md. */
const gapWeight = 0.8;

/**
 * “Check the order in .”, “Reply within , then”, “open the and search”: something was cut out, or a placeholder was lost. With a space
 * before the comma, because nobody writes one there, and “log in.” is whole.
 */
const gap =
  /(?<![\p{L}\p{N}_-])(?:(?:in|within|via|using|into|from|on|at|under|over|below|above|than|with|by|for|to|of|through|after|before)[ \t]+(?=[.,;:)](?:\s|$))|(?:within|than)(?=[.,;:)](?:\s|$))|(?:the|our|your|their)(?=[ \t]*[.,;:)](?:\s|$)|[ \t]+(?:and|or|to|is|are|has|if|when|for|with|by|from|at|will|can|should|must)[ \t,]))/giu;

/** The places of a sentence where a word leads to nothing. */
export function findGaps({ from, to }: Sentence, text: string): readonly WeighedFinding[] {
  return Array.from(text.slice(from, to).matchAll(gap), ({ 0: found, index }) => {
    const word = found.trimEnd();
    const at = from + index;
    return {
      from: at,
      to: at + word.length,
      weight: gapWeight,
      message: `Something is missing behind ${quoted(word)}. Write the name or the number that belongs there.`,
    };
  });
}
