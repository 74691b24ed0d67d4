import type { Region } from '../regions/space.ts';
import type { Collected } from './collect-happenings.ts';
import { changeKinds, type Change } from './difference.ts';
import type { Effect } from './effect.ts';
import { wordsOf } from './say-happens.ts';
import {
  difference,
  forCases,
  markTold,
  placesOf,
  regionIn,
  untold,
  type ForCases,
  type Telling,
  type Turn,
} from './telling.ts';

/** What goes on in one sentence beside its subject. */
const mostBeside = 4;

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

/**
 * Tells one difference together with all that changes in the same cases: what else happens there now, and what happened there until
 * now. All of that is told with it.
 */
export function tellGroup(telling: Telling, headline: Headline): Change {
  const { effect, turn, region } = headline;
  markTold(telling, turn, effect, region);
  const gained = takeBeside(telling, 'gained', headline);
  const lost = takeBeside(telling, 'lost', headline);
  return tellTogether(telling, headline, {
    gained,
    lost,
    tail: tailOf(turn, listed(gained), { lost: listed(lost), joint: jointOf(telling, lost, region) }),
  });
}

type Together = {
  readonly gained: readonly Effect[];
  readonly lost: readonly Effect[];
  readonly tail: string;
};

/** A headline and what is told with it, which was chosen before. */
export function tellTogether(telling: Telling, headline: Headline, { gained, lost, tail }: Together): Change {
  const { effect, turn, region, whole, among } = headline;
  const now = turn === 'gained' ? [effect, ...gained] : gained;
  const then = turn === 'lost' ? [effect, ...lost] : lost;
  const cases = forCases(telling, { effect, region, whole, among });
  const said = effect.aside && cases.cases.length === 0 ? { ...cases, text: '' } : cases;
  return {
    kind: effect.kind,
    sentence: `${prefix(effect)}${headline.say(said).trim()}.${tail}`,
    values: { ...effect.values, ...headline.values },
    cases: cases.cases,
    before: placesOf(telling, telling.before, { effects: then, region }),
    after: placesOf(telling, telling.after, { effects: now, region }),
  };
}

/** `If stripe fails: `. */
export const prefix = ({ aside }: Effect): string => (aside ? `${aside.words}: ` : '');

/** Reading is told where nothing else is. */
const listed = (effects: readonly Effect[]): readonly Effect[] =>
  effects.filter(({ kind }) => kind !== 'read');

/** “And” where all of that happened in all of these cases. */
function jointOf(telling: Telling, lost: readonly Effect[], region: Region): 'and' | 'or' {
  const { space, before } = telling;
  const isAll = lost.every(
    ({ key }) => space.subtract(region, regionIn(telling, before, key)) === space.nothing,
  );
  return isAll ? 'and' : 'or';
}

type Lost = { readonly lost: readonly Effect[]; readonly joint: 'and' | 'or' };

function tailOf(turn: Turn, gained: readonly Effect[], { lost, joint }: Lost): string {
  const [also, until] = turn === 'gained' ? ['With it', 'Until now'] : ['Now', 'Gone with it'];
  const now = gained.length > 0 ? ` ${also}: ${wordsOf(gained, 'and')}.` : '';
  const then = lost.length > 0 ? ` ${until}: ${wordsOf(lost, joint)}.` : '';
  return turn === 'gained' ? now + then : then + now;
}

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
