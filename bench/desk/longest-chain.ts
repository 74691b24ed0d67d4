import type { AnsweredRequest } from './desk-client.ts';

type Interval = Pick<AnsweredRequest, 'began' | 'ended'>;

/** The log rounds to milliseconds: a request may seem to have begun a little before the answer that it waited for. */
const ROUNDING = 2;

/**
 * The longest chain of requests in which each began after the one before it was answered; its length says how many answers deep they go.
 * An upper bound, because a request may begin late for another reason. Answers must take much longer than the work between them.
 */
export function longestChain<T extends Interval>(requests: readonly T[]): readonly T[] {
  const chains: (readonly T[])[] = [];
  for (const request of requests.toSorted((a, b) => a.ended - b.ended)) {
    const before = chains.filter((chain) => (chain.at(-1)?.ended ?? 0) <= request.began + ROUNDING);
    chains.push([...longest(before), request]);
  }
  return longest(chains);
}

function longest<T>(chains: readonly (readonly T[])[]): readonly T[] {
  return chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
}
