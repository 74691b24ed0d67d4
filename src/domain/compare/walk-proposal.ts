import type { Region } from '../regions/space.ts';
import type { ActionDeclaration, Handler, Instruction } from '../sop/document.ts';
import { ownEffect, proposeEffect, type Effect } from './effect.ts';
import { countUp } from './count-up.ts';
import {
  beside,
  decide,
  inside,
  note,
  type Condition,
  type RegionWalk,
  type WalkScope,
} from './region-walk.ts';
import { walkBody } from './walk-body.ts';

type Propose = Extract<Instruction, { kind: 'propose' }>;

/** Proposes an action where its lock is open; elsewhere its own handler runs, or a gate waits. As in src/domain/run/propose.ts. */
export function walkProposal(
  walk: RegionWalk,
  scope: WalkScope,
  instruction: Propose,
  region: Region,
): Region {
  const { space, names } = walk;
  const action = names.sop.actions.find(({ name }) => name === instruction.action);
  if (!action) return space.nothing;
  const lock = action.onlyIf && decide(walk, action.onlyIf);
  const asked: readonly Condition[] =
    lock && action.onlyIf ? [{ span: action.onlyIf.span, decided: lock }] : [];
  const where = { ...scope, conditions: [...scope.conditions, ...asked] };
  const open = lock ? space.intersect(region, lock.yes) : region;
  const name = names.action(action.name);
  notePropose(walk, where, { instruction, name, region: open });
  const locked = walkLocked(walk, where, { action, instruction, name, region: space.subtract(region, open) });
  return space.union(open, locked);
}

type Proposing = { readonly instruction: Propose; readonly name: string; readonly region: Region };

/** What is proposed more often than this on one way is told as once more. */
const mostTimes = 8;

function notePropose(walk: RegionWalk, scope: WalkScope, { instruction, name, region }: Proposing): void {
  const place = { span: instruction.span, part: walk.aside ?? scope.part, conditions: scope.conditions };
  const parts = countUp(walk.space, walk.times, { name: `propose ${name}`, most: mostTimes, region });
  for (const { time, region: cases } of [...parts.counted, { time: mostTimes, region: parts.beyond }]) {
    const effect = beside(proposeEffect(name, time), walk.aside);
    for (const split of splitByPassed(walk, cases)) walk.proposals.push({ ...place, ...split, effect });
  }
}

type Split = { readonly behind: readonly Effect[]; readonly region: Region };

/** The cases by the gates and judgements that they have passed. */
function splitByPassed({ space, passed, limit }: RegionWalk, region: Region): readonly Split[] {
  let splits: readonly Split[] = [{ behind: [], region }];
  for (const { effect, region: through } of passed.values())
    splits = splits.flatMap((split) => {
      limit.spend();
      return [
        { behind: [...split.behind, effect], region: space.intersect(split.region, through) },
        { behind: split.behind, region: space.subtract(split.region, through) },
      ].filter((part) => part.region !== space.nothing);
    });
  return splits.filter((split) => split.region !== space.nothing);
}

type Locked = Proposing & { readonly action: ActionDeclaration };

function walkLocked(
  walk: RegionWalk,
  scope: WalkScope,
  { action, instruction, name, region }: Locked,
): Region {
  const { space, running } = walk;
  if (region === space.nothing) return region;
  const effects = [ownEffect('action', `a stop at the lock of “${name}”`, { action: name })];
  note(walk, scope, { effects, region, span: instruction.span });
  const handler = findHandler(walk, scope, action);
  if (!handler) return space.nothing;
  running.add(handler);
  const after = walkBody(walk, inside(scope, handler.body), region);
  running.delete(handler);
  return after;
}

/** The nearest line that answers for a failure; where that is the system's and not the action's own, nothing answers for the lock. */
function findHandler(
  { names, running }: RegionWalk,
  scope: WalkScope,
  { name, system }: ActionDeclaration,
): Handler | undefined {
  for (const handlers of handlersAround(scope, names.sop.edgeHandlers)) {
    const open = handlers.filter((handler) => handler.kind === 'on-failure' && !running.has(handler));
    const own = open.find(
      (handler) => handler.kind === 'on-failure' && 'action' in handler.of && handler.of.action === name,
    );
    if (own) return own;
    if (
      open.some(
        (handler) => handler.kind === 'on-failure' && 'system' in handler.of && handler.of.system === system,
      )
    )
      return undefined;
  }
  return undefined;
}

function* handlersAround(scope: WalkScope, last: readonly Handler[]): Generator<readonly Handler[]> {
  for (let at: WalkScope | undefined = scope; at; at = at.around) yield at.body.handlers;
  yield last;
}
