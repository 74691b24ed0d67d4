import type { Span } from '../../domain/facts/problem.ts';
import { revealHidden } from './reveal-hidden.ts';

/** The words of the SOP at a place, without the marks of its list and its citations: what a person would read aloud. */
export function sopSentence(source: string, { from, to }: Span): string {
  const written = source
    .slice(from, to)
    .replace(bulletMark, '')
    .replaceAll(innerMark, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('**', '')
    .replaceAll(/\s*\[[A-Z]\w*\]/gi, '');
  return revealHidden(written.trim());
}

const bulletMark = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?/i;
/** The mark of a bullet on a line of its own, below another one. */
const innerMark = /\n\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?/gi;
