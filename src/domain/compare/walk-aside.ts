import type { Region } from '../regions/space.ts';
import type { Body } from '../sop/document.ts';
import { countUp } from './count-up.ts';
import type { Effect } from './effect.ts';
import type { Part } from './occurrence.ts';
import { handlerPart, refusalPart } from './part-names.ts';
import { inside, type RegionWalk, type WalkScope } from './region-walk.ts';
import { walkBody } from './walk-body.ts';

/** From now on what happens in these cases stands behind the gate. */
export function pass(walk: RegionWalk, scope: WalkScope, { effect, region, refused }: Passing): void {
  const { space, passed } = walk;
  const before = passed.get(effect.key)?.region ?? space.nothing;
  passed.set(effect.key, { effect, region: space.union(before, region) });
  if (refused) walkAside(walk, inside(scope, refused), refusalPart(effect, walk.aside ?? scope.part));
}

type Passing = { readonly effect: Effect; readonly region: Region; readonly refused: Body | undefined };

/** Further rounds do what these do: no fact changes on the way. */
const mostRounds = 3;

type Jump = { readonly path: string; readonly step: number; readonly atMost: number };

/** Goes on at the step, as often as it may; then the run goes on behind the jump. */
export function jump(
  { space, times, jumps, aside }: RegionWalk,
  { path, step, atMost }: Jump,
  region: Region,
): Region {
  if (aside) return space.nothing;
  const parts = countUp(space, times, {
    name: `go from ${path}`,
    most: Math.min(atMost, mostRounds),
    region,
  });
  for (const part of parts.counted) jumps.push({ step, region: part.region });
  return parts.beyond;
}

/** What answers for failures and rejections in a body, told apart from what happens without them. */
export function walkHandlers(walk: RegionWalk, scope: WalkScope): void {
  for (const handler of scope.body.handlers) {
    const part = handlerPart(handler, walk.aside ?? scope.part, walk.names.action);
    if (!walk.walkedAsides.has(handler.body)) walk.handlers.push({ part, handler });
    walkAside(walk, inside(scope, handler.body), part);
  }
}

/** In every case, because what leads there is not told by facts. */
function walkAside(walk: RegionWalk, scope: WalkScope, part: Part): void {
  const { space, walkedAsides, entries } = walk;
  if (walkedAsides.has(scope.body)) return;
  walkedAsides.add(scope.body);
  entries.set(part.key, space.everything);
  const apart = { passed: new Map(), times: new Map(), jumps: [], aside: part };
  walkBody({ ...walk, ...apart }, { ...scope, conditions: [] }, space.everything);
}
