import type { Change } from './difference.ts';
import type { Collected } from './collect-happenings.ts';
import type { Effect } from './effect.ts';
import { headlineOf } from './headline-of.ts';
import { inOrder } from './take-beside.ts';
import { tellGroup } from './tell-group.ts';
import { tellDetails } from './tell-details.ts';
import { tellProposals } from './tell-proposals.ts';
import { tellRoots } from './tell-roots.ts';
import { isExplained, untold, type Telling, type Turn } from './telling.ts';

/** Every difference of what happens, told once, money first. */
export function tellHappenings(telling: Telling): readonly Change[] {
  const changes: Change[] = [...tellProposals(telling)];
  for (const turn of ['gained', 'lost'] as const)
    for (const effect of inOrder(versionOf(telling, turn)))
      if (effect.kind === 'action') changes.push(...tellEffect(telling, turn, effect));
  changes.push(...tellRoots(telling));
  for (const turn of ['gained', 'lost'] as const)
    for (const effect of inOrder(versionOf(telling, turn)))
      changes.push(...tellEffect(telling, turn, effect));
  return [...changes, ...tellDetails(telling)];
}

const versionOf = ({ before, after }: Telling, turn: Turn): Collected => (turn === 'gained' ? after : before);

function tellEffect(telling: Telling, turn: Turn, effect: Effect): readonly Change[] {
  const { space } = telling;
  const region = untold(telling, turn, effect);
  if (effect.detail || region === space.nothing) return [];
  // A fact is read where its step is come to: that follows from what was told of the way there.
  if (effect.kind === 'read' && isExplained(telling, region)) return [];
  return [tellGroup(telling, headlineOf(telling, turn, effect))];
}
