import type { FactName } from '../facts/value.ts';
import type { Instruction, Template } from '../sop/document.ts';
import { fillTemplate } from './fill-template.ts';
import type { HoldInstruction } from './joined-to-hold.ts';
import { needFacts, readAnew } from './need-facts.ts';
import { proposeAction, proposeChange } from './propose.ts';
import { runDecision } from './run-decision.ts';
import { runGate, runJudgement } from './run-gate.ts';
import { runIf } from './run-if.ts';
import { runManual } from './run-manual.ts';
import {
  ask,
  commandAt,
  next,
  placeOf,
  traceLine,
  type Flow,
  type Place,
  type Scope,
  type Walk,
} from './walk.ts';

type Runnable = Exclude<Instruction, HoldInstruction>;

/** Runs one instruction; after a hold inside it, or inside what answers for its failure, it reads again and decides anew. */
export function runInstruction(
  walk: Walk,
  scope: Scope,
  instruction: Instruction,
  following: Instruction | undefined,
): Flow {
  if (instruction.kind === 'hold-for' || instruction.kind === 'hold-until')
    throw new TypeError('A hold is run by its body.');
  const place = placeOf(walk, scope, instruction);
  for (;;) {
    const flow = run({ walk, scope, place, following }, instruction);
    if (flow.to !== 'again') return flow;
    if (flow.reread) readAnew(walk, factsOf(walk, instruction));
  }
}

type At = {
  readonly walk: Walk;
  readonly scope: Scope;
  readonly place: Place;
  readonly following: Instruction | undefined;
};

function run(at: At, instruction: Runnable): Flow {
  const { walk, place, scope } = at;
  switch (instruction.kind) {
    case 'if':
      return runIf(walk, place, scope, instruction);
    case 'get':
      readAnew(walk, instruction.facts);
      return readFacts(at, instruction);
    case 'extract':
      return readFacts(at, instruction);
    case 'decide':
      return runTable(at, instruction.table);
    case 'gate':
      return runGate(walk, place, scope, instruction);
    case 'judge':
      return runJudgement(walk, place, scope, instruction);
    case 'propose':
      return proposeAction(at, instruction.action);
    case 'manual':
      return runManual(walk, place, instruction.text);
    case 'go-to-step':
      return goToStep(walk, place, instruction);
    case 'write':
      return write(at, instruction.text);
    case 'close':
      traceLine(walk, place, 'closed');
      return { to: 'end', outcome: { is: 'closed', as: instruction.as } };
    case 'stop':
      traceLine(walk, place, 'stopped');
      return { to: 'end', outcome: { is: 'stopped', by: 'sop', reason: undefined } };
    default:
      return proposeChange(at, instruction);
  }
}

/** `get` reads now: what an action that nobody has approved may change is not read before it is done. */
function readFacts({ walk, place, scope }: At, { facts }: { readonly facts: readonly FactName[] }): Flow {
  const flow = needFacts({ walk, place, scope, neededBy: 'instruction' }, facts);
  if (flow.to === 'next') traceLine(walk, place, 'read', facts);
  return flow;
}

function runTable({ walk, place, scope }: At, table: string): Flow {
  const decision = walk.sop.decisions.find(({ name }) => name === table);
  if (!decision)
    throw new TypeError(
      `The SOP “${walk.sop.id}” has no decision table “${table}”; its problems were not looked at before it was run.`,
    );
  return runDecision(walk, place, scope, decision);
}

function goToStep(
  walk: Walk,
  place: Place,
  { step, atMost, path }: { readonly step: number; readonly atMost: number; readonly path: string },
): Flow {
  const jumps = walk.jumps.get(path) ?? 0;
  if (jumps >= atMost) return next;
  walk.jumps.set(path, jumps + 1);
  traceLine(walk, place, 'went-to-step');
  return { to: 'step', number: step };
}

function write(at: At, template: Template): Flow {
  const { walk, place } = at;
  const filled = fillTemplate(at, template);
  if (typeof filled !== 'string') return filled;
  if (walk.log.find(place.id, 'section-written')) {
    traceLine(walk, place, 'done');
    return next;
  }
  return ask(walk, { ...commandAt(walk, place, place.id), kind: 'write', text: filled });
}

function factsOf(walk: Walk, instruction: Runnable): readonly FactName[] {
  switch (instruction.kind) {
    case 'if':
      return instruction.branches.flatMap(({ condition }) => condition.facts);
    case 'get':
      return instruction.facts;
    case 'decide':
      return walk.sop.decisions
        .filter(({ name }) => name === instruction.table)
        .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ facts }) => facts)));
    default:
      return [];
  }
}
