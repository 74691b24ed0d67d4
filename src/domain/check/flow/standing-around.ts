import type { FactName } from '../../facts/value.ts';
import { isAsking } from './bearing-turns.ts';
import { along, shareFacts, type Path, type Turn } from './path.ts';

/** The branches that are nearest; who nests deeper is judged by these. */
const mostTurns = 30;

/** What still holds of a path whatever has changed on it: a test of a fact that may have another value by now is forgotten. */
export function standing(path: Path): Path {
  const turns: Turn[] = [];
  const changed = new Set<FactName>();
  for (let at = path; at && turns.length < mostTurns; at = at.before) {
    const { turn } = at;
    if (turn.is === 'changed') {
      if (turn.facts === 'everything') break;
      for (const fact of turn.facts) changed.add(fact);
    } else if (isAsking(turn) && !shareFacts(changed, turn.facts)) turns.push(turn);
  }
  let kept: Path;
  for (const turn of turns.toReversed()) kept = along(kept, turn);
  return kept;
}
