import { builtInFacts } from '../domain/facts/built-in-facts.ts';
import { toFactJson } from '../domain/facts/canonical-text.ts';
import type { FactJson } from '../domain/facts/fact-json.ts';
import { readValue } from '../domain/facts/read-value.ts';
import type { FactName, FactType } from '../domain/facts/value.ts';
import type { Command } from '../domain/run/commands.ts';
import type { Instant, Person } from '../domain/run/events.ts';
import { mayAct } from './action-permission.ts';
import { personOf } from './answer-people.ts';
import { catchUpAfterIdling } from './catch-up.ts';
import type { PublishedSop } from './ports/library.ts';
import { inputOf, type EventBody } from './run-context.ts';
import type { RunSession } from './run-session.ts';
import type { SidebarCommand } from './sidebar-command.ts';

type GivenFact = Extract<SidebarCommand, { type: 'give-facts' }>['facts'][number];

/** What a person gave, in canonical form, or why it cannot be taken. */
export type CheckedFact =
  | { readonly is: 'ok'; readonly value: FactJson }
  | { readonly is: 'refused'; readonly because: 'misfit' | 'not-asked' };

/**
 * Records facts that a person gives, from the message or from a system that did not answer. All of them or none: a value that does
 * not fit its type, or a fact that the run did not ask for, refuses the whole answer. Returns what was found of each.
 */
export async function giveFacts(
  session: RunSession,
  command: string,
  facts: readonly GivenFact[],
): Promise<ReadonlyMap<FactName, CheckedFact>> {
  await catchUpAfterIdling(session);
  const { context } = session;
  const asking = context.advanced.waitingFor.find(({ id }) => id === command);
  const checked = new Map(facts.map((given) => [given.fact, checkGivenFact(context.sop, asking, given)]));
  const isFine =
    asking && mayAct(context).is === 'yes' && [...checked.values()].every(({ is }) => is === 'ok');
  if (!isFine) return checked;
  const told = { asking, by: personOf(session), at: context.ports.clock.now() };
  session.journal.append(
    [...checked].flatMap(([fact, given]) => (given.is === 'ok' ? givenEvents(told, fact, given.value) : [])),
    'now',
  );
  return checked;
}

/** `null` says that the message does not say it, which only a message can. */
function checkGivenFact(
  sop: PublishedSop,
  asking: Command | undefined,
  { fact, value }: GivenFact,
): CheckedFact {
  const type = askedType(sop, asking, fact);
  if (!type) return { is: 'refused', because: 'not-asked' };
  if (value === null && asking?.kind === 'extract') return { is: 'ok', value };
  const read = readValue(type, value);
  return read ? { is: 'ok', value: toFactJson(read) } : { is: 'refused', because: 'misfit' };
}

function askedType(sop: PublishedSop, asking: Command | undefined, fact: FactName): FactType | undefined {
  const asked = asking?.kind === 'extract' ? asking.facts : asking?.kind === 'missing' ? asking.missing : [];
  return asked.includes(fact) ? typeOfFact(sop, fact) : undefined;
}

export function typeOfFact(sop: PublishedSop, fact: FactName): FactType | undefined {
  return inputOf(sop, fact)?.type ?? builtInFacts.find(({ name }) => name === fact)?.type;
}

type Told = { readonly asking: Command; readonly by: Person; readonly at: Instant };

function givenEvents({ asking, by, at }: Told, fact: FactName, value: FactJson): readonly EventBody[] {
  if (asking.kind === 'extract') return [{ type: 'fact-extracted', command: asking.id, fact, value, by }];
  const command = `${asking.id}/read:${fact}`;
  const source = { from: 'person', person: by } as const;
  return [{ type: 'fact-read', command, fact, reading: { is: 'value', value }, source, observedAt: at }];
}
