import type { Region } from '../regions/space.ts';
import type { Change } from './difference.ts';
import type { Effect } from './effect.ts';
import { headlineOf } from './headline-of.ts';
import { wordsOf } from './say-happens.ts';
import { inOrder, takeBeside } from './take-beside.ts';
import { tellTogether } from './tell-group.ts';
import { difference, markTold, untold, type Telling, type Turn } from './telling.ts';

type Root = {
  readonly effect: Effect;
  readonly turn: Turn;
  readonly region: Region;
  /** What happens there instead, each in some of these cases only. */
  readonly instead: readonly Effect[];
};

/**
 * A way that is barred or opened early: `“escalate to Payments” no longer happens for two orders in dispute`, and whatever the later
 * steps do there instead is told with it.
 */
export function tellRoots(telling: Telling): readonly Change[] {
  const roots = (['lost', 'gained'] as const).flatMap((turn) => rootsOf(telling, turn));
  return roots
    .filter((root) => roots.every((other) => other === root || !isInside(telling, root.region, other.region)))
    .map((root) => tellRoot(telling, root));
}

function rootsOf(telling: Telling, turn: Turn): readonly Root[] {
  const { before, after, space } = telling;
  const [version, other] = turn === 'gained' ? [after, before] : [before, after];
  const opposite = turn === 'gained' ? 'lost' : 'gained';
  return inOrder(version).flatMap((effect): readonly Root[] => {
    const isOne = effect.kind === 'escalation' || effect.kind === 'outcome';
    if (!isOne || effect.detail || effect.aside || untold(telling, turn, effect) === space.nothing) return [];
    const region = difference(telling, turn, effect);
    const instead = inOrder(other).filter(
      (one) => !one.detail && !one.aside && isInside(telling, difference(telling, opposite, one), region),
    );
    return instead.length > 1 ? [{ effect, turn, region, instead }] : [];
  });
}

/** Part of it, and neither nothing nor all of it. */
function isInside({ space }: Telling, part: Region, region: Region): boolean {
  return part !== space.nothing && part !== region && space.subtract(part, region) === space.nothing;
}

function tellRoot(telling: Telling, { effect, turn, region, instead }: Root): Change {
  const opposite = turn === 'gained' ? 'lost' : 'gained';
  const headline = { ...headlineOf(telling, turn, effect), region };
  markTold(telling, turn, effect, region);
  for (const one of instead) markTold(telling, opposite, one, difference(telling, opposite, one));
  const along = takeBeside(telling, turn, headline);
  const [also, when] = turn === 'gained' ? ['With it', 'Until now'] : ['Gone with it', 'Now'];
  const beside = along.length > 0 ? ` ${also}: ${wordsOf(along, 'and')}.` : '';
  const tail = `${beside} ${when}, depending on the case: ${wordsOf(mainOnes(instead), 'or')}.`;
  const [gained, lost] = turn === 'gained' ? [along, instead] : [instead, along];
  return tellTogether(telling, headline, { gained, lost, tail });
}

/** Where a way leads to; what is done on it follows from that. */
function mainOnes(effects: readonly Effect[]): readonly Effect[] {
  const main = effects.filter(({ kind }) => ['action', 'gate', 'escalation', 'outcome'].includes(kind));
  return main.length > 0 ? main : effects;
}
