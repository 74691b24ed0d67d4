import type { Region } from '../regions/space.ts';
import type { Collected } from './collect-happenings.ts';
import { changeKinds } from './difference.ts';
import type { Effect } from './effect.ts';
import { difference, markTold, regionIn, untold, type ForCases, type Telling, type Turn } from './telling.ts';

/** What a sentence is about. */
export type Headline = {
  readonly effect: Effect;
  readonly turn: Turn;
  readonly region: Region;
  /** All the cases in which what is said holds, told or not: where that is everything, no cases are named. */
  readonly whole: Region;
  /** The cases of which the sentence speaks anyway. */
  readonly among?: Region;
  /** The sentence without its end: `“propose full refund” now happens for order value under $200`. */
  readonly say: (cases: ForCases) => string;
  readonly values?: Readonly<Record<string, string>>;
};

/** What goes on in one sentence beside its subject. */
const mostBeside = 4;

/** The effects that change in the same cases, the most important first: they are told with the headline. */
export function takeBeside(telling: Telling, turn: Turn, headline: Headline): readonly Effect[] {
  const { space, before, after } = telling;
  const { effect, region } = headline;
  const version: Collected = turn === 'gained' ? after : before;
  const taken: Effect[] = [];
  for (const other of inOrder(version)) {
    if (listed(taken).length >= mostBeside) break;
    if (other.key === effect.key || other.detail || other.aside?.key !== effect.aside?.key) continue;
    // A new proposal has a sentence of its own: it says what stands before it.
    if (turn === 'gained' && isProposal(version, other)) continue;
    const shared = space.intersect(untold(telling, turn, other), region);
    if (shared === space.nothing || !isTrueBeside(telling, turn, { other, headline })) continue;
    markTold(telling, turn, other, shared);
    taken.push(other);
  }
  return taken;
}

const isProposal = ({ happenings }: Collected, { key }: Effect): boolean =>
  (happenings.get(key)?.ways.length ?? 0) > 0;

/**
 * It holds in all the cases of the headline; or, for what happened there until now, in some of them and nowhere else. An action is
 * never told by the way unless that is exact.
 */
function isTrueBeside(
  telling: Telling,
  turn: Turn,
  { other, headline }: { other: Effect; headline: Headline },
): boolean {
  const { space, before, after } = telling;
  const version = turn === 'gained' ? after : before;
  if (space.subtract(headline.region, regionIn(telling, version, other.key)) === space.nothing) return true;
  if (turn === 'gained' || other.kind === 'action' || headline.turn === 'lost') return false;
  return space.subtract(difference(telling, turn, other), headline.region) === space.nothing;
}

/** By importance, then in the order of the document. */
export function inOrder({ happenings }: Collected): readonly Effect[] {
  const effects = [...happenings.values()].map(({ effect }) => effect);
  return effects.toSorted((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind));
}

/** Reading is told where nothing else is. */
export const listed = (effects: readonly Effect[]): readonly Effect[] =>
  effects.filter(({ kind }) => kind !== 'read');
