import type { CheckedExpression } from '../../facts/checked-expression.ts';
import type { FactName } from '../../facts/value.ts';
import { shareFacts, type Path, type Turn } from './path.ts';

/** The turns of paths that bear on something, and the conditions that decide them. */
export type Bearing = {
  readonly turns: ReadonlySet<Turn>;
  readonly conditions: ReadonlySet<CheckedExpression>;
};

/** Turns that ask something. */
export type Asking = Extract<Turn, { readonly facts: ReadonlySet<FactName> }> & {
  is: 'way' | 'decided' | 'any';
};

export const isAsking = (turn: Turn): turn is Asking =>
  turn.is === 'way' || turn.is === 'decided' || turn.is === 'any';

/**
 * The turns that speak of these facts, and those that speak of the same facts as they do. What else stands on the way
 * is independent of them: it would only multiply the combinations.
 */
export function bearingTurns(paths: readonly Path[], facts: ReadonlySet<FactName>): Bearing {
  const open = new Set(askingTurns(paths));
  const reached = new Set(facts);
  const turns = new Set<Turn>();
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    for (const turn of open) {
      if (!shareFacts(turn.facts, reached)) continue;
      open.delete(turn);
      turns.add(turn);
      for (const fact of turn.facts) reached.add(fact);
      hasGrown = true;
    }
  }
  return { turns, conditions: conditionsOf(turns) };
}

/** What the paths ask, each turn once, the oldest first. */
export function askingTurns(paths: readonly Path[]): readonly Asking[] {
  const seen = new Set<Path>();
  return paths.flatMap((path) => {
    const turns: Asking[] = [];
    for (let at = path; at && !seen.has(at); at = at.before) {
      seen.add(at);
      if (isAsking(at.turn)) turns.push(at.turn);
    }
    return turns.toReversed();
  });
}

/** What decides these turns. */
export function conditionsOf(turns: Iterable<Turn>): ReadonlySet<CheckedExpression> {
  const conditions = new Set<CheckedExpression>();
  for (const turn of turns) addConditions(turn, conditions);
  return conditions;
}

function addConditions(turn: Turn, conditions: Set<CheckedExpression>): void {
  if (turn.is === 'decided') conditions.add(turn.condition);
  else if (turn.is === 'way') for (const condition of turn.fork.conditions) conditions.add(condition);
  else if (turn.is === 'any') for (const inner of turn.of.flat()) addConditions(inner, conditions);
}
