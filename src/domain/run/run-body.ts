import type { Instruction } from '../sop/document.ts';
import { runHold, type HoldInstruction } from './run-hold.ts';
import { runInstruction } from './run-instruction.ts';
import { isStepBody, next, placeOf, type Flow, type Scope, type Walk } from './walk.ts';

/** Runs the instructions of a body in order, as far as they go. */
export function runBody(walk: Walk, scope: Scope): Flow {
  const { instructions } = scope.body;
  for (let at = 0; at < instructions.length; at++) {
    const instruction = instructions[at];
    if (!instruction) break;
    if (isHold(instruction)) {
      const bullet = restOfBullet(walk, instructions, at);
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

function isHold(instruction: Instruction): instruction is HoldInstruction {
  return instruction.kind === 'hold-for' || instruction.kind === 'hold-until';
}

const bulletStart = /\n\s*(?:[-*+]|\d+[.)])\s/;

function restOfBullet(
  { sop }: Walk,
  instructions: readonly Instruction[],
  at: number,
): readonly Instruction[] {
  let end = at + 1;
  for (; end < instructions.length; end++) {
    const between = sop.source.slice(instructions[end - 1]?.span.to, instructions[end]?.span.from);
    if (bulletStart.test(between) || !between.trim()) break;
  }
  return instructions.slice(at + 1, end);
}
