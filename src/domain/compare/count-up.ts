import type { Region, Space } from '../regions/space.ts';

/** Where something has happened at least once, twice …: a case goes one way, so that a region tells how often. */
export type Times = Map<string, readonly Region[]>;

/** The cases by how often it had happened in them before, from 0. */
type Counted = { readonly time: number; readonly region: Region };

/** Counts that it happens in a region once more; `beyond` are the cases in which it had happened as often as it may. */
export function countUp(
  space: Space,
  times: Times,
  { name, most, region }: { readonly name: string; readonly most: number; readonly region: Region },
): { readonly counted: readonly Counted[]; readonly beyond: Region } {
  const before = times.get(name) ?? [];
  const beyond = space.intersect(region, before[most - 1] ?? space.nothing);
  const after = [...before];
  const counted: Counted[] = [];
  let rest = space.subtract(region, beyond);
  for (let time = Math.min(before.length, most - 1); time >= 0; time--) {
    const cases = time === 0 ? rest : space.intersect(rest, before[time - 1] ?? space.nothing);
    rest = space.subtract(rest, cases);
    if (cases === space.nothing) continue;
    after[time] = space.union(before[time] ?? space.nothing, cases);
    counted.push({ time, region: cases });
  }
  times.set(name, after);
  return { counted: counted.toReversed(), beyond };
}
