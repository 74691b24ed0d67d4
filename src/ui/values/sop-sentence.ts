import type { Span } from '../../domain/facts/problem.ts';
import { revealHidden } from './reveal-hidden.ts';

/** The words of the SOP at a place, without the marks of its list and its citations: what a person would read aloud. */
export function sopSentence(source: string, { from, to }: Span): string {
  const written = source.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  return revealHidden(
    written
      .replace(/^(?:[-*]|\d+[.)])\s+/, '')
      .replaceAll('**', '')
      .replaceAll(/\s*\[[A-Z]\w*\]/gi, '')
      .trim(),
  );
}
