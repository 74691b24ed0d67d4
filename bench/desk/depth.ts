import type { AnsweredRequest } from './desk-client.ts';

type Interval = Pick<AnsweredRequest, 'began' | 'ended'>;

/** The log rounds to milliseconds: a request may seem to have begun a little before the answer that it waited for. */
const ROUNDING = 2;

/**
 * How many answers deep some requests go: the length of the longest chain in which each began after the one before it was answered.
 * An upper bound, because a request may begin late for another reason. Answers must take much longer than the work between them.
 */
export function depthOf(requests: readonly Interval[]): number {
  const chains: { readonly ended: number; readonly depth: number }[] = [];
  for (const { began, ended } of requests.toSorted((a, b) => a.ended - b.ended)) {
    const before = chains.filter((other) => other.ended <= began + ROUNDING);
    chains.push({ ended, depth: 1 + Math.max(0, ...before.map(({ depth }) => depth)) });
  }
  return Math.max(0, ...chains.map(({ depth }) => depth));
}
