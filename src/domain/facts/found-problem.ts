import type { Problem, ProblemId, Span } from './problem.ts';

/** An error at a place. `values` without a suggestion where none can be offered. */
export function errorAt(
  span: Span,
  found: { id: ProblemId; message: string; values?: Readonly<Record<string, string | undefined>> },
): Problem {
  const values: Record<string, string> = {};
  for (const [key, value] of Object.entries(found.values ?? {})) if (value !== undefined) values[key] = value;
  return { id: found.id, level: 'error', message: found.message, from: span.from, to: span.to, values };
}

/** A piece of an SOP as it is quoted in a sentence: on one line, and not too long. */
export function quoted(text: string): string {
  const line = text.slice(0, 200).trim().replaceAll(/\s+/g, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 57)}…` : line}”`;
}

/** ` Did you mean “…”?` where there is something to offer, else nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${quoted(suggestion)}?`;
}
