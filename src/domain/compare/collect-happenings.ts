import type { Region, Space } from '../regions/space.ts';
import type { Effect } from './effect.ts';
import type { Happenings, Occurrence } from './occurrence.ts';
import type { Condition } from './region-walk.ts';

/** An effect with all the cases in which it happens, wherever that stands. */
export type Happening = {
  readonly effect: Effect;
  readonly region: Region;
  readonly places: readonly Occurrence[];
  /** For proposals: the cases by what stands before them. */
  readonly ways: readonly Way[];
};

/** The cases in which something is proposed behind exactly these gates and judgements. */
export type Way = { readonly key: string; readonly behind: readonly Effect[]; readonly region: Region };

/** What happens in a version, by effect, in the cases that count. */
export type Collected = {
  readonly happenings: ReadonlyMap<string, Happening>;
  readonly entries: ReadonlyMap<string, Region>;
  /** How the conditions on the way are decided: one that the other version decides the same is no cause of a difference. */
  readonly decided: ReadonlySet<string>;
};

/** Brings together what stands at several places. `among` are the cases that both versions can speak of. */
export function collectHappenings(space: Space, found: Happenings, among: Region): Collected {
  const happenings = new Map<string, Happening>();
  const add = (place: Occurrence, behind: readonly Effect[] | undefined): void => {
    const region = space.intersect(place.region, among);
    if (region === space.nothing) return;
    const present = happenings.get(place.effect.key) ?? {
      effect: place.effect,
      region: space.nothing,
      places: [],
      ways: [],
    };
    happenings.set(place.effect.key, {
      ...present,
      region: space.union(present.region, region),
      places: [...present.places, place],
      ways: behind ? addWay(space, present.ways, { behind, region }) : present.ways,
    });
  };
  for (const proposal of found.proposals) add(proposal, proposal.behind);
  for (const occurrence of found.occurrences) add(occurrence, undefined);
  const entries = new Map(
    [...found.entries].map(([key, region]) => [key, space.intersect(region, among)] as const),
  );
  const places = [...found.occurrences, ...found.proposals];
  const decided = new Set(places.flatMap(({ conditions }) => conditions.map(decidedKey)));
  return { happenings, entries, decided };
}

export const decidedKey = ({ decided: { yes, no } }: Condition): string => `${String(yes)} ${String(no)}`;

function addWay(space: Space, ways: readonly Way[], { behind, region }: Omit<Way, 'key'>): readonly Way[] {
  const key = behind
    .map((effect) => effect.key)
    .toSorted()
    .join('\n');
  const present = ways.find((way) => way.key === key);
  const way = { key, behind, region: space.union(present?.region ?? space.nothing, region) };
  return [...ways.filter((other) => other.key !== key), way];
}
