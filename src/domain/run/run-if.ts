import type { Body, IfInstruction } from '../sop/document.ts';
import { decideCondition, isFlow, stopForMissing, traceCondition } from './decide-condition.ts';
import { runBody } from './run-body.ts';
import { next, type Flow, type Place, type Scope, type Walk } from './walk.ts';

/**
 * A false condition goes on to the next branch; an unknown one stops the chain: its `If unknown` runs, or the run waits at a
 * gate that names the missing facts. Source: SOP language, section 3, "Unknown is not no".
 */
export function runIf(walk: Walk, place: Place, scope: Scope, chain: IfInstruction): Flow {
  const inside = (body: Body): Flow => runBody(walk, { body, around: scope, prefix: scope.prefix });
  for (let at = 0; at < chain.branches.length; at++) {
    const branch = chain.branches[at];
    if (!branch) break;
    const { condition } = branch;
    const branchPlace = { ...place, id: `${place.id}>${at + 1}` };
    const decided = decideCondition({ walk, place, scope, neededBy: 'instruction' }, condition);
    if (isFlow(decided)) return decided;
    if (decided.is === 'unknown' && !chain.unknown) {
      const gate = stopForMissing(walk, place, { unknown: decided, condition });
      if (gate !== 'again') return gate;
      at--;
      continue;
    }
    traceCondition(walk, branchPlace, { truth: decided, condition });
    if (decided.is === 'yes') return inside(branch.body);
    if (decided.is === 'unknown') return chain.unknown ? inside(chain.unknown.body) : next;
  }
  return chain.otherwise ? inside(chain.otherwise.body) : next;
}
