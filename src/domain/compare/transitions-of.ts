import type { Region, Space } from '../regions/space.ts';
import type { Way } from './collect-happenings.ts';
import type { Effect } from './effect.ts';

/** How something is proposed now in cases where it was not, or was behind other gates and judgements. */
export type Transition = {
  readonly region: Region;
  readonly isNew: boolean;
  /** Nothing stands before it now. */
  readonly isFree: boolean;
  readonly gone: readonly Effect[];
  readonly added: readonly Effect[];
  /** All the cases in which it is proposed in this way now. */
  readonly whole: Region;
};

/** What became of each way of proposing: those through nothing first, and what changes alike is one. */
export function transitionsOf(
  space: Space,
  before: readonly Way[],
  after: readonly Way[],
): readonly Transition[] {
  const found = new Map<string, Transition>();
  const add = (key: string, transition: Transition): void => {
    if (transition.region === space.nothing) return;
    const present = found.get(key);
    const region = space.union(present?.region ?? space.nothing, transition.region);
    found.set(key, { ...transition, region });
  };
  const proposed = before.reduce<Region>((all, { region }) => space.union(all, region), space.nothing);
  for (const to of after.toSorted((a, b) => a.behind.length - b.behind.length)) {
    const isFree = to.behind.length === 0;
    const fresh = space.subtract(to.region, proposed);
    add(`new ${to.key}`, {
      region: fresh,
      isNew: true,
      isFree,
      gone: [],
      added: to.behind,
      whole: to.region,
    });
    for (const from of before) {
      if (from.key === to.key) continue;
      const gone = without(from.behind, to.behind);
      const added = without(to.behind, from.behind);
      const region = space.intersect(from.region, to.region);
      add(`${keysOf(gone)}|${keysOf(added)}`, {
        region,
        isNew: false,
        isFree,
        gone,
        added,
        whole: to.region,
      });
    }
  }
  return [...found.values()].toSorted((a, b) => Number(b.isFree) - Number(a.isFree));
}

const without = (gates: readonly Effect[], others: readonly Effect[]): readonly Effect[] =>
  gates.filter(({ key }) => others.every((other) => other.key !== key));

const keysOf = (gates: readonly Effect[]): string => gates.map(({ key }) => key).join(', ');
