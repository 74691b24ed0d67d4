import type { FactName } from '../facts/value.ts';
import type { MissingFactsCommand } from './commands.ts';
import { settleFact, unsettleFact } from './settle-fact.ts';
import { ask, commandAt, countUp, numbered, traceLine, type Flow, type Place, type Walk } from './walk.ts';

type Missing = Omit<MissingFactsCommand, 'kind'>;

/**
 * The gate at which a run stops that cannot decide. A person gives the facts, has them read again, or stops.
 * Answers `again` where the instruction is to be decided anew.
 */
export function missingFacts(walk: Walk, place: Place, { missing, because, about }: Missing): Flow | 'again' {
  const name = `${place.id}/missing`;
  const id = numbered(walk, name);
  if (takeGiven(walk, id, missing)) return 'again';
  const answered = walk.log.find(id, 'gate-answered');
  if (answered?.event.answer === 'no') {
    traceLine(walk, place, 'refused', missing);
    return { to: 'end', outcome: { is: 'stopped', by: answered.event.by, reason: answered.event.reason } };
  }
  if (answered) {
    countUp(walk, name);
    for (const fact of missing) unsettleFact(walk, fact);
    return 'again';
  }
  traceLine(walk, place, 'waiting', missing);
  return ask(walk, { ...commandAt(walk, place, id), kind: 'missing', missing, because, about });
}

function takeGiven(walk: Walk, id: string, missing: readonly FactName[]): boolean {
  let isGiven = false;
  for (const fact of missing) {
    const given = walk.log.find(`${id}/read:${fact}`, 'fact-read');
    if (!given) continue;
    settleFact(walk, given);
    isGiven ||= walk.known.has(fact) || walk.fillers.has(fact);
  }
  return isGiven;
}
