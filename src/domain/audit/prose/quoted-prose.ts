import { quoted } from '../../facts/found-problem.ts';
import type { Span } from '../../facts/problem.ts';

/** The words at a place as a sentence quotes them: without stars, brackets and link targets. */
export function quotedProse(text: string, { from, to }: Span): string {
  const words = text.slice(from, Math.min(to, from + 1000));
  return quoted(words.replaceAll(/\]\([^()\s]*\)?/g, '').replaceAll(/[*`[\]]/g, ''));
}
