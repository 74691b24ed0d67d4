import type { IsoDate } from '../facts/value.ts';
import { inSpace } from '../regions/in-space.ts';
import type { Region, Space } from '../regions/space.ts';
import { collectHappenings } from './collect-happenings.ts';
import { conditionsOf } from './conditions-of.ts';
import type { Change } from './difference.ts';
import type { Versions } from './same-parts.ts';
import { tellHandlers } from './tell-handlers.ts';
import { tellNewValues } from './tell-new-values.ts';
import { tellHappenings } from './tell-happenings.ts';
import { walkDocument } from './walk-document.ts';
import { TooManyWays } from './work-limit.ts';

/** What happens otherwise in two versions, in which cases; undefined where there are too many combinations to say. */
export function compareHappenings(versions: Versions, today: IsoDate): readonly Change[] | undefined {
  const { namesBefore, namesAfter, facts } = versions;
  const conditions = [
    ...conditionsOf(namesBefore.sop).map(facts.ofBefore),
    ...conditionsOf(namesAfter.sop).map(facts.ofAfter),
    ...facts.onlyInOne,
  ];
  try {
    const analysed = inSpace(conditions, { today, unknowns: 'everywhere' }, (space) =>
      compareIn(space, versions),
    );
    return analysed.is === 'done' ? analysed.result : undefined;
  } catch (error) {
    if (error instanceof TooManyWays) return undefined;
    throw error;
  }
}

function compareIn(space: Space, versions: Versions): readonly Change[] {
  const everything = comparable(space, versions);
  const walkedBefore = walkDocument(space, versions.namesBefore);
  const walkedAfter = walkDocument(space, versions.namesAfter);
  const before = collectHappenings(space, walkedBefore, everything);
  const after = collectHappenings(space, walkedAfter, everything);
  const telling = { space, before, after, everything, told: new Map<string, Region>() };
  const handlers = tellHandlers(telling, walkedBefore.handlers, walkedAfter.handlers);
  const newValues = tellNewValues(space, versions, walkedAfter);
  return [...tellHappenings(telling), ...handlers, ...newValues];
}

/** Without the values of choices that only one version knows: what they lead to is told with the fact. */
function comparable(space: Space, { facts }: Versions): Region {
  return facts.onlyInOne.reduce(
    (rest, condition) => space.subtract(rest, space.decide(condition).yes),
    space.everything,
  );
}
