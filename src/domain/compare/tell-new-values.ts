import type { Span } from '../facts/problem.ts';
import type { Region, Space } from '../regions/space.ts';
import { casesText } from './cases.ts';
import { collectHappenings } from './collect-happenings.ts';
import type { Change } from './difference.ts';
import type { Happenings, Occurrence } from './occurrence.ts';
import type { Versions } from './same-parts.ts';
import { wordsOf } from './say-happens.ts';
import { inOrder } from './take-beside.ts';

const mostNamed = 5;

/** What the new version does where a choice has a value that the old one does not know: there is nothing to compare it with. */
export function tellNewValues(space: Space, { facts }: Versions, after: Happenings): readonly Change[] {
  return facts.onlyInAfter.flatMap((condition): readonly Change[] => {
    const region = space.decide(condition).yes;
    const collected = collectHappenings(space, after, region);
    const effects = inOrder(collected).filter(
      ({ detail, aside, kind }) => !detail && !aside && kind !== 'read',
    );
    if (effects.length === 0) return [];
    const named = effects.slice(0, mostNamed);
    const more = effects.length > mostNamed ? ', among others' : '';
    const cases = space.words(region);
    const places = effects.flatMap(({ key }) => collected.happenings.get(key)?.places ?? []);
    return [
      {
        kind: named[0]?.kind === 'action' ? 'action' : 'input',
        sentence: `For ${casesText(cases)}, which is new, this can happen: ${wordsOf(named, 'or')}${more}.`,
        values: { fact: condition.facts.join(', ') },
        cases,
        before: [],
        after: places.flatMap((place) => [place.span, ...askedAbout(space, place, region)]),
      },
    ];
  });
}

/** The conditions on the way that are yes for nothing but the new value. */
function askedAbout(space: Space, { conditions }: Occurrence, region: Region): readonly Span[] {
  return conditions.flatMap(({ span, decided: { yes } }) =>
    yes !== space.nothing && space.subtract(yes, region) === space.nothing ? [span] : [],
  );
}
