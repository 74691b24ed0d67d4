import type { FactName } from '../facts/value.ts';
import type { Instruction } from '../sop/document.ts';
import type { HoldInstruction } from './joined-to-hold.ts';
import { needFacts } from './need-facts.ts';
import { settleFact } from './settle-fact.ts';
import {
  ask,
  commandAt,
  countUp,
  next,
  numbered,
  traceLine,
  type Flow,
  type Place,
  type Scope,
  type Walk,
} from './walk.ts';
import { waitForTime } from './wait-for-time.ts';

type HoldUntil = Extract<Instruction, { kind: 'hold-until' }>;

/** Waits until the time is over or the condition has become true. */
export function runHold(walk: Walk, place: Place, scope: Scope, hold: HoldInstruction): Flow {
  const flow = hold.kind === 'hold-for' ? holdFor(walk, place, hold) : holdUntil(walk, place, scope, hold);
  if (flow.to === 'wait') traceLine(walk, place, 'held');
  if (flow.to !== 'next') return flow;
  walk.servedHolds.add(place.id);
  return { to: 'again', reread: hold.kind === 'hold-for' };
}

function holdFor(walk: Walk, place: Place, hold: Extract<Instruction, { kind: 'hold-for' }>): Flow {
  return waitForTime(walk, place, { name: `${place.id}/hold`, seconds: hold.duration, because: 'hold' });
}

/** The shell reads the facts again while it waits; the condition is decided here. */
function holdUntil(walk: Walk, place: Place, scope: Scope, { condition }: HoldUntil): Flow {
  const flow = needFacts({ walk, place, scope, neededBy: 'instruction' }, condition.facts);
  if (flow.to !== 'next') return flow;
  const name = `${place.id}/hold`;
  const id = numbered(walk, name);
  walk.log.find(id, 'held');
  for (let reading = 0; condition.decide(walk.known).is !== 'yes'; reading++) {
    if (takeReadings(walk, id, condition.facts, reading)) continue;
    return ask(walk, {
      ...commandAt(walk, place, id),
      kind: 'wait',
      until: { is: 'condition', condition: condition.text, facts: condition.facts },
      because: 'hold',
    });
  }
  countUp(walk, name);
  return next;
}

/** True when the log holds at least one reading of this round. */
function takeReadings(walk: Walk, id: string, facts: readonly FactName[], reading: number): boolean {
  let isTaken = false;
  for (const fact of facts) {
    const command = `${id}/read:${fact}#${reading}`;
    const answer =
      walk.log.find(command, 'fact-read') ??
      walk.log.find(command, 'fact-failed') ??
      walk.log.find(command, 'fact-extracted');
    if (!answer) continue;
    settleFact(walk, answer);
    isTaken = true;
  }
  return isTaken;
}
