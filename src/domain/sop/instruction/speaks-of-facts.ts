import type { Problem } from '../../facts/problem.ts';
import type { Vocabulary } from '../../facts/vocabulary.ts';
import type { Reading } from '../reading.ts';
import type { Phrase } from './phrase.ts';

const signs = /[<>=]|\bis\s+(?:not\s+)?(?:known|unknown)\b/;

/**
 * Whether words that are no valid condition were meant as one, so that they are a mistake and not prose: they hold a
 * comparison sign, a fact, or something close to a fact. `If the customer is angry` speaks of none.
 */
export function speaksOfFacts(words: Phrase, problems: readonly Problem[], reading: Reading): boolean {
  const { vocabulary, hasHeader, isCodified } = reading.declared;
  if (!hasHeader) return false;
  const hasSign = signs.test(words.words);
  if (isCodified && hasSign) return true;
  // Where nothing is declared, “ticket status” alone can be the words of prose, and so can a “>” in a path of menus.
  if (!isCodified && !hasSign) return false;
  return problems.some(({ values }) => values['suggestion'] !== undefined) || namesFact(words, vocabulary);
}

function namesFact(words: Phrase, vocabulary: Vocabulary): boolean {
  for (const word of words.outerMatches(/[\p{L}\p{N}_]+/gu)) {
    const found = vocabulary.matchAt(words.whole, word.index);
    if (found && found.to <= words.to && found.fact.name !== 'today') return true;
  }
  return false;
}
