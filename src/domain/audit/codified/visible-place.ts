import type { Span } from '../../facts/problem.ts';

/**
 * A place that can be shown and clicked. Where something is missing, the checker points between two characters: then it is the
 * character before, or the first one.
 */
export function visiblePlace({ from, to }: Span, source: string): Span {
  if (from < to) return { from, to };
  const before = Math.max(0, from - 1);
  return { from: before, to: Math.min(source.length, before + 1) };
}
