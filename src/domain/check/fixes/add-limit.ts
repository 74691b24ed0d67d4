import type { Fix, Problem } from '../../facts/problem.ts';

const retryWithoutLimit =
  /^retry(?=(?:\s+after\s+\d[\d.,]*\s*(?:minute|hour|day|week)s?)?\s*[,;.]?\s*(?:and\s+)?then\b[,:]?\s*\S)/i;

/** Three times at most, for a jump back and for a retry without a limit. */
export function addLimit(source: string, { id, from, to }: Problem): Fix | undefined {
  if (id === 'loop-without-limit' && !/^\s*,?\s*at\b/i.test(source.slice(to, to + 20)))
    return { title: 'Add “at most 3 times”', edits: [{ from: to, to, text: ' at most 3 times' }] };
  const retry = id === 'syntax' ? retryWithoutLimit.exec(source.slice(from, to)) : null;
  if (!retry) return undefined;
  const at = from + retry[0].length;
  return { title: 'Write “retry 3 times”', edits: [{ from: at, to: at, text: ' 3 times' }] };
}
