import type { Space } from '../regions/space.ts';
import { casesText } from './cases.ts';
import { collectHappenings } from './collect-happenings.ts';
import type { Change } from './difference.ts';
import type { Happenings } from './occurrence.ts';
import type { Versions } from './same-parts.ts';
import { wordsOf } from './say-happens.ts';
import { inOrder } from './tell-group.ts';

const mostNamed = 5;

/** What the new version does where a choice has a value that the old one does not know: there is nothing to compare it with. */
export function tellNewValues(space: Space, { facts }: Versions, after: Happenings): readonly Change[] {
  return facts.onlyInAfter.flatMap((condition): readonly Change[] => {
    const region = space.decide(condition).yes;
    const effects = inOrder(collectHappenings(space, after, region)).filter(
      ({ detail, aside, kind }) => !detail && !aside && kind !== 'read',
    );
    if (effects.length === 0) return [];
    const named = effects.slice(0, mostNamed);
    const more = effects.length > mostNamed ? ', among others' : '';
    const cases = space.words(region);
    return [
      {
        kind: named[0]?.kind === 'action' ? 'action' : 'input',
        sentence: `For ${casesText(cases)}, which is new, this can happen: ${wordsOf(named, 'or')}${more}.`,
        values: { fact: condition.facts.join(', ') },
        cases,
        before: [],
        after: effects
          .flatMap(({ key }) => collectHappenings(space, after, region).happenings.get(key)?.places ?? [])
          .map(({ span }) => span),
      },
    ];
  });
}
