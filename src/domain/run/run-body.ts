import type { Instruction } from '../sop/document.ts';
import { isHold, joinedToHold, type HoldInstruction } from './joined-to-hold.ts';
import { runHold } from './run-hold.ts';
import { runInstruction } from './run-instruction.ts';
import { isStepBody, next, placeOf, type Flow, type Scope, type Walk } from './walk.ts';

/** Runs the instructions of a body in order, as far as they go. */
export function runBody(walk: Walk, scope: Scope): Flow {
  const { instructions } = scope.body;
  for (let at = 0; at < instructions.length; at++) {
    const instruction = instructions[at];
    if (!instruction) break;
    if (isHold(instruction)) {
      const bullet = joinedToHold(walk.sop.source, instructions, at);
      const flow = runHoldingBullet(walk, scope, {
        hold: instruction,
        rest: bullet,
        isLast: at + bullet.length === instructions.length - 1,
      });
      if (flow.to !== 'next') return flow;
      at += bullet.length;
      continue;
    }
    const flow = runInstruction(walk, scope, instruction, instructions[at + 1]);
    if (flow.to !== 'next') return flow;
  }
  return next;
}

type HoldingBullet = {
  readonly hold: HoldInstruction;
  readonly rest: readonly Instruction[];
  readonly isLast: boolean;
};

/**
 * `hold for 4 hours and notify Logistics`: what is joined to the hold happens when it begins. When it is over, what led to it
 * decides anew; if that leads here again, the run goes on behind the hold, or holds again where nothing is behind it.
 */
function runHoldingBullet(walk: Walk, scope: Scope, { hold, rest, isLast }: HoldingBullet): Flow {
  const place = placeOf(walk, scope, hold);
  if (walk.servedHolds.has(place.id) && (!isLast || hold.kind === 'hold-until')) {
    walk.servedHolds.delete(place.id);
    return next;
  }
  const ahead =
    walk.assumed.every(({ id }) => walk.joined.has(id)) && walk.ahead === 'of-proposal' ? 'no' : walk.ahead;
  const before = walk.assumed.length;
  for (const instruction of rest) {
    const flow = runInstruction(walk, scope, instruction, undefined);
    if (flow.to !== 'next') return flow;
  }
  for (const { id } of walk.assumed.slice(before)) walk.joined.add(id);
  const aheadAfter = walk.ahead;
  walk.ahead = ahead;
  const flow = runHold(walk, place, scope, hold);
  walk.ahead = aheadAfter;
  return flow.to === 'again' && isStepBody(walk, scope) ? next : flow;
}
