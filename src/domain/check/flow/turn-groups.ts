import type { FactName } from '../../facts/value.ts';
import { inSpace } from '../../regions/in-space.ts';
import type { RegionWords } from '../../regions/space.ts';
import { askingTurns, conditionsOf, type Asking } from './bearing-turns.ts';
import type { Flow } from './flow.ts';
import { shareFacts, type Path, type Turn } from './path.ts';
import { PathRegions } from './path-regions.ts';

/** Turns that share no fact with those of any other group: each group narrows down by itself. */
export type TurnGroup = { readonly turns: readonly Asking[]; readonly facts: ReadonlySet<FactName> };

/** The turns of a path in groups, so that each has a small space of its own. */
export function turnGroups(path: Path): readonly TurnGroup[] {
  let groups: readonly TurnGroup[] = [];
  for (const turn of askingTurns([path])) {
    const own = { turns: [turn], facts: turn.facts };
    const linked = groups.filter(({ facts }) => shareFacts(facts, turn.facts));
    groups = [...groups.filter((group) => !linked.includes(group)), joinGroups([...linked, own])];
  }
  return groups;
}

export function joinGroups(groups: readonly TurnGroup[]): TurnGroup {
  return {
    turns: groups.flatMap(({ turns }) => turns),
    facts: new Set(groups.flatMap(({ facts }) => [...facts])),
  };
}

/**
 * For what a run surely comes along a path, as far as one of its groups decides it. None also where there are too many combinations:
 * then nothing is sure. `stopped` stands for `If unknown`, which no known fact leads to.
 */
export function regionsAlong(
  flow: Flow,
  path: Path,
  { turns }: TurnGroup,
  stopped: 'everything' | 'nothing' = 'nothing',
): readonly RegionWords[] {
  const counted = new Set<Turn>(turns);
  const analysed = inSpace([...conditionsOf(turns)], flow.options, (space) => {
    const reader = new PathRegions(space, { turns: counted, perhaps: 'nothing', stopped });
    return space.words(space.stillToCome(reader.regionOf(path)));
  });
  return analysed.is === 'done' ? analysed.result : [];
}
