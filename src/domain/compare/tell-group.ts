import type { Region } from '../regions/space.ts';
import type { Change } from './difference.ts';
import type { Effect } from './effect.ts';
import { wordsOf } from './say-happens.ts';
import { listed, takeBeside, type Headline } from './take-beside.ts';
import { forCases, markTold, placesOf, regionIn, type Telling, type Turn } from './telling.ts';

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
  const { effect, region, whole, among } = headline;
  const cases = forCases(telling, { effect, region, whole, among });
  const said = effect.aside && cases.cases.length === 0 ? { ...cases, text: '' } : cases;
  return {
    kind: effect.kind,
    sentence: `${prefix(effect)}${headline.say(said).trim()}.${tail}`,
    values: { ...effect.values, ...headline.values },
    cases: cases.cases,
    before: placesOf(telling, telling.before, { effects: [effect, ...lost], region }),
    after: placesOf(telling, telling.after, { effects: [effect, ...gained], region }),
  };
}

/** `If stripe fails: `. */
export const prefix = ({ aside }: Effect): string => (aside ? `${aside.words}: ` : '');

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
