import type { CheckedExpression } from '../facts/checked-expression.ts';
import type { Truth } from '../facts/value.ts';
import { missingFacts } from './missing-facts.ts';
import { needFacts } from './need-facts.ts';
import { traceLine, type Flow, type Place, type Scope, type Walk } from './walk.ts';

type Asked = {
  readonly walk: Walk;
  readonly place: Place;
  readonly scope: Scope;
  readonly neededBy: 'edge-case' | 'instruction';
};

/** Asks for the facts of a condition and decides it; the flow where the run has to stop before it can. */
export function decideCondition(asked: Asked, condition: CheckedExpression): Truth | Flow {
  const flow = needFacts(asked, condition.facts);
  return flow.to === 'next' ? condition.decide(asked.walk.known) : flow;
}

export const isFlow = (decided: Truth | Flow): decided is Flow => 'to' in decided;

type Unknown = Extract<Truth, { is: 'unknown' }>;

/** Stops at a gate that names what is missing. `again` where somebody has given it. */
export function stopForMissing(
  walk: Walk,
  place: Place,
  { unknown, condition }: { unknown: Unknown; condition: CheckedExpression },
): Flow | 'again' {
  return missingFacts(walk, place, {
    missing: unknown.missing,
    because: 'unknown-condition',
    about: condition.text,
  });
}

export function traceCondition(
  walk: Walk,
  place: Place,
  { truth, condition }: { truth: Truth; condition: CheckedExpression },
): void {
  const { from, to } = condition.span;
  traceLine(walk, { ...place, from, to }, truth.is, condition.facts);
}
