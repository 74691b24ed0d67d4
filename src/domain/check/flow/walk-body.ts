import type { Body, Instruction } from '../../sop/document.ts';
import { isHold, joinedToHold, type HoldInstruction } from '../../run/joined-to-hold.ts';
import { along, wasDecided } from './path.ts';
import { afterChange, aroundSince, perhaps, type Here, type PathWalk, type Proposal } from './path-walk.ts';
import { walkChain, walkTable } from './walk-fork.ts';
import { walkHandler } from './walk-handler.ts';

/**
 * Goes through a body with every way at every fork, and answers where a run is behind it; undefined where none comes out of it.
 * Facts are taken to stay as they are and people to say yes. Source: SOP language, sections 2 and 4.
 */
export function walkBody(walk: PathWalk, body: Body, here: Here, isStep = false): Here | undefined {
  const proposals = walk.proposals.length;
  const changed = walk.changed.length;
  const behind = walkInstructions(walk, body.instructions, here, isStep);
  if (body.handlers.length === 0) return behind;
  const around = aroundSince(walk, here.around, changed);
  const inside = walk.proposals.slice(proposals);
  for (const handler of body.handlers) walkHandler(walk, handler, { around, proposals: inside });
  return behind;
}

function walkInstructions(
  walk: PathWalk,
  instructions: readonly Instruction[],
  start: Here,
  isStep: boolean,
): Here | undefined {
  let here = start;
  let isAlive = true;
  for (let at = 0; at < instructions.length; at += 1) {
    const instruction = instructions[at];
    if (!instruction) break;
    const joined = joinedToHold(walk.sop.source, instructions, at);
    at += joined.length;
    const comesBack = !isStep && at === instructions.length - 1;
    const next = joined.reduce<Here | undefined>(
      (before, one) => before && walkInstruction(walk, one, before),
      here,
    );
    const behind =
      next &&
      (isHold(instruction)
        ? walkHold(walk, instruction, next, comesBack)
        : walkInstruction(walk, instruction, next));
    here = behind ?? perhaps(here);
    if (behind || !isAlive) continue;
    isAlive = false;
    walk.dead += 1;
    const dead = instructions[at + 1];
    const ending = next ? instruction : (joined[0] ?? instruction);
    if (dead) walk.deadEnds.set(dead, { ending, dead });
  }
  if (!isAlive) walk.dead -= 1;
  return isAlive ? here : undefined;
}

/** A hold that is the last of a branch leads back to what led to it; `hold until` goes on where its condition is yes. */
function walkHold(walk: PathWalk, hold: HoldInstruction, here: Here, comesBack: boolean): Here | undefined {
  const after = afterChange(walk, here, walk.changedBy(hold));
  if (hold.kind === 'hold-for') return comesBack ? undefined : after;
  return { ...after, reach: along(after.reach, wasDecided(hold.condition, 'yes')) };
}

function walkInstruction(walk: PathWalk, instruction: Instruction, here: Here): Here | undefined {
  switch (instruction.kind) {
    case 'if':
      return walkChain(walk, instruction, here);
    case 'decide': {
      const decision = walk.sop.decisions.find(({ name }) => name === instruction.table);
      return decision && decision.rows.length > 0 ? walkTable(walk, decision, here) : here;
    }
    case 'propose':
      return walkProposal(walk, instruction, here);
    case 'gate':
    case 'judge':
      // Whatever is done when somebody says no, the run ends there.
      if (instruction.refused) walkBody(walk, instruction.refused, here);
      return here;
    case 'go-to-step':
      return walkJump(walk, instruction, here);
    case 'close':
    case 'stop':
    case 'escalate':
      return undefined;
    default:
      return afterChange(walk, here, walk.changedBy(instruction));
  }
}

/** Where the second lock is no, the action is not offered, and unless a line answers for its failure the run stops at a gate. */
function walkProposal(walk: PathWalk, instruction: Proposal, here: Here): Here {
  if (walk.dead === 0) walk.proposals.push({ instruction, reach: here.reach });
  const action = walk.actions.get(instruction.action);
  const isOpen = action?.onlyIf && !walk.handledActions.has(action.name);
  const proposed = isOpen ? { ...here, reach: along(here.reach, wasDecided(action.onlyIf, 'yes')) } : here;
  return afterChange(walk, proposed, walk.changedBy(instruction));
}

type Jump = Extract<Instruction, { kind: 'go-to-step' }>;

/**
 * A jump forward leads away; once its limit is used up, which takes a loop, it goes on. A jump back comes past here again and again,
 * until its limit is used up: with facts as they are that changes nothing, unless a jump forward had left out what it leads back to.
 */
function walkJump(walk: PathWalk, { step, atMost }: Jump, here: Here): Here | undefined {
  const from = walk.step;
  const to = walk.sop.steps.findIndex(({ number }) => number === step);
  if (to < 0 || atMost < 1) return here;
  const isLimited = atMost !== Number.MAX_SAFE_INTEGER;
  if (walk.dead === 0) {
    walk.jumps.set(to, [...(walk.jumps.get(to) ?? []), here.reach]);
    if (to > from) walk.leaps.push({ from, to, isLimited });
  }
  if (to > from) return isLimited ? perhaps(here) : undefined;
  const isOther = walk.leaps.some((leap) => leap.to > to && (leap.from < to || leap.isLimited));
  return isOther ? perhaps(here) : here;
}
