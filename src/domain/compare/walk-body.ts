import type { Region } from '../regions/space.ts';
import type { Instruction } from '../sop/document.ts';
import { effectsOf, manualEffects } from './effects-of.ts';
import { isHold, joinedToHold, type HoldInstruction } from '../run/joined-to-hold.ts';
import { decide, note, type RegionWalk, type WalkScope } from './region-walk.ts';
import { jump, pass, walkHandlers } from './walk-aside.ts';
import { walkChain, walkTable } from './walk-choice.ts';
import { walkProposal } from './walk-proposal.ts';

/** Walks the instructions of a body in order; gives the cases that come out at its end. */
export function walkBody(walk: RegionWalk, scope: WalkScope, region: Region): Region {
  const { space, names, running } = walk;
  const { instructions } = scope.body;
  if (region === space.nothing || running.has(scope.body)) return space.nothing;
  running.add(scope.body);
  walkHandlers(walk, scope);
  let rest = region;
  for (let at = 0; at < instructions.length && rest !== space.nothing; at++) {
    const instruction = instructions[at];
    if (!instruction) break;
    if (!isHold(instruction)) {
      rest = walkInstruction(walk, scope, instruction, rest);
      continue;
    }
    const joined = joinedToHold(names.sop.source, instructions, at);
    for (const beside of joined) rest = isHold(beside) ? rest : walkInstruction(walk, scope, beside, rest);
    at += joined.length;
    const isLast = at === instructions.length - 1;
    rest = walkHold(walk, scope, { hold: instruction, isLast, region: rest });
  }
  running.delete(scope.body);
  return rest;
}

type Hold = { readonly hold: HoldInstruction; readonly isLast: boolean; readonly region: Region };

/** What holds last in a branch decides anew when it is over, and comes back here where nothing has changed. */
function walkHold(walk: RegionWalk, scope: WalkScope, { hold, isLast, region }: Hold): Region {
  const { space, names } = walk;
  if (hold.kind === 'hold-for') {
    note(walk, scope, { effects: effectsOf(hold, names), region, span: hold.span });
    return isLast && scope.around ? space.nothing : region;
  }
  const { yes } = decide(walk, hold.condition);
  const held = space.subtract(region, yes);
  note(walk, scope, { effects: effectsOf(hold, names), region: held, span: hold.span });
  return space.intersect(region, yes);
}

type Runnable = Exclude<Instruction, HoldInstruction>;

function walkInstruction(walk: RegionWalk, scope: WalkScope, instruction: Runnable, region: Region): Region {
  const { space, limit } = walk;
  limit.spend();
  if (region === space.nothing) return region;
  switch (instruction.kind) {
    case 'if':
      return walkChain(walk, scope, instruction, region);
    case 'decide':
      return walkTable(walk, scope, instruction, region);
    case 'propose':
      return walkProposal(walk, scope, instruction, region);
    case 'manual':
      note(walk, scope, { effects: manualEffects(instruction.text), region, span: instruction.span });
      return region;
    default:
      return walkEffect(walk, scope, instruction, region);
  }
}

type WithEffects = Exclude<Runnable, { kind: 'if' | 'decide' | 'propose' | 'manual' }>;

function walkEffect(walk: RegionWalk, scope: WalkScope, instruction: WithEffects, region: Region): Region {
  const { space, names } = walk;
  const effects = effectsOf(instruction, names);
  note(walk, scope, { effects, region, span: instruction.span });
  switch (instruction.kind) {
    case 'gate':
    case 'judge': {
      const [effect] = effects;
      if (effect) pass(walk, scope, { effect, region, refused: instruction.refused });
      return region;
    }
    case 'escalate':
    case 'close':
    case 'stop':
      return space.nothing;
    case 'go-to-step':
      return jump(walk, instruction, region);
    default:
      return region;
  }
}
