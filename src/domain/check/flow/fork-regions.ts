import type { Decided, Region, Space } from '../../regions/space.ts';
import type { Fork } from './fork.ts';

/** Where the ways of a fork are taken. Except for `yes`, the regions are disjoint and together everything. */
export type ForkRegions = {
  /** For each way: where its own condition is yes, whatever the others say. */
  readonly yes: readonly Region[];
  /** For each way: where it is taken. */
  readonly taken: readonly Region[];
  /** Where the run stops: a condition that is needed is unknown, or several rows of (exactly one) say yes. */
  readonly stopped: Region;
  /** What no way covers: a gap of a table, the `Else` of a chain. */
  readonly rest: Region;
};

/** Takes a fork apart. Source: SOP language, section 3, "Unknown is not no". */
export function forkRegions(space: Space, fork: Fork): ForkRegions {
  const ways = fork.ways.map((conditions) => space.decideAll(conditions));
  return fork.mode === 'first match' ? firstMatch(space, ways) : exactlyOne(space, ways);
}

/** A false condition goes on to the next way, an unknown one stops. */
function firstMatch(space: Space, ways: readonly Decided[]): ForkRegions {
  let rest = space.everything;
  let stopped = space.nothing;
  const taken = ways.map(({ yes, no, unknown }) => {
    const here = space.intersect(rest, yes);
    stopped = space.union(stopped, space.intersect(rest, unknown));
    rest = space.intersect(rest, no);
    return here;
  });
  return { yes: ways.map(({ yes }) => yes), taken, stopped, rest };
}

/** A row is taken where it is yes and all others are no. */
function exactlyOne(space: Space, ways: readonly Decided[]): ForkRegions {
  const noneBefore = [space.everything];
  for (const { no } of ways) noneBefore.push(space.intersect(noneBefore.at(-1) ?? space.everything, no));
  const rest = noneBefore.at(-1) ?? space.everything;
  const taken: Region[] = [];
  let noneBehind = space.everything;
  let stopped = space.subtract(space.everything, rest);
  for (const [index, { yes, no }] of [...ways.entries()].toReversed()) {
    const others = space.intersect(noneBefore[index] ?? space.everything, noneBehind);
    const here = space.intersect(yes, others);
    taken.push(here);
    stopped = space.subtract(stopped, here);
    noneBehind = space.intersect(noneBehind, no);
  }
  return { yes: ways.map(({ yes }) => yes), taken: taken.toReversed(), stopped, rest };
}
