import { foldName } from '../facts/fact-name.ts';
import type { Problem, Span } from '../facts/problem.ts';
import { walkDocument } from './walk-document.ts';
import type { Checking } from './rule.ts';

/** What the mistakes of a document may hide from the rules. */
export type SpoiltText = {
  /** Whether a line with a mistake speaks of a name, so that nobody can say that nothing does. */
  readonly mentions: (name: string) => boolean;
  /** Whether one of the mistakes lies in a part of the text. */
  readonly touches: (span: Span) => boolean;
};

/**
 * The lines in which reading has found errors: what they say is not in the tree, so a rule that misses something looks here before it
 * says so. A heading with an error may take a whole section away, and then everything may be mentioned.
 */
export function findSpoiltText({ sop, found }: Pick<Checking, 'sop' | 'found'>): SpoiltText {
  // What is missing stands at no line: its place is only where it is told.
  const errors = found.filter(({ level, id }) => level === 'error' && id !== 'header-missing');
  if (errors.length === 0) return { mentions: () => false, touches: () => false };
  const touches = ({ from, to }: Span): boolean =>
    errors.some((error) => error.from <= to && error.to >= from);
  const lines = errors.map((error) => linesAround(sop.source, error));
  const meant = errors.flatMap(({ values }) => values['suggestion'] ?? []);
  const losesSection = errors.some(({ id }, index) => id === 'syntax' && lines[index]?.startsWith('#'));
  const bullets = walkDocument(sop).flatMap(({ instruction: { kind, span } }) =>
    kind === 'manual' && touches(span) ? [sop.source.slice(span.from, span.to)] : [],
  );
  const text = foldName([...new Set([...lines, ...bullets, ...meant])].join('\n'));
  return { mentions: (name) => losesSection || text.includes(foldName(name)), touches };
}

/** The whole lines that a mistake stands in. */
function linesAround(source: string, { from, to }: Problem): string {
  const lineEnd = source.includes('\n') ? '\n' : '\r';
  const end = source.indexOf(lineEnd, to);
  const start = from === 0 ? 0 : source.lastIndexOf(lineEnd, from - 1) + 1;
  return source.slice(start, end < 0 ? source.length : end);
}
