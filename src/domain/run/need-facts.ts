import type { FactName } from '../facts/value.ts';
import type { Source } from '../sop/document.ts';
import { builtInSources } from './built-in-source.ts';
import { findFailureHandler, runHandler } from './handlers.ts';
import { missingFacts } from './missing-facts.ts';
import type { Failure } from './events.ts';
import type { PlanItem } from './plan.ts';
import { applyRefreshes, settleFact, unsettleFact } from './settle-fact.ts';
import {
  commandAt,
  countUp,
  next,
  numbered,
  traceLine,
  wait,
  type Flow,
  type Place,
  type Scope,
  type Walk,
} from './walk.ts';
import { waitForTime } from './wait-for-time.ts';

type SystemSource = Extract<Source, { from: 'system' }>;

type Needed = {
  readonly walk: Walk;
  readonly place: Place;
  readonly scope: Scope;
  readonly neededBy: 'edge-case' | 'instruction';
};

/**
 * Makes sure that the run has asked for these facts: all that are open are asked for at once. A system that does not answer is
 * retried as written, then its handler runs; the fact then stays unknown, never `no`. Source: SOP language, section 4.
 */
export function needFacts(needed: Needed, names: readonly FactName[]): Flow {
  const attempts = new Map<string, number>();
  for (;;) {
    applyRefreshes(needed.walk);
    const open = names.filter((name) => isOpen(needed, name));
    if (open.length === 0) return next;
    const asked = askForOpenFacts(needed, open);
    if (asked.waiting) return wait;
    for (const failed of asked.failed.values()) {
      const flow = readingFailed(needed, failed, attempts);
      if (flow !== 'retry' && flow.to !== 'next') return flow;
    }
  }
}

/** Has these facts asked for anew the next time. */
export function readAnew(walk: Walk, names: readonly FactName[]): void {
  for (const name of names) if (sourceOf(walk, name)?.from === 'system') unsettleFact(walk, name);
}

function sourceOf(walk: Walk, name: FactName): Source | undefined {
  return walk.inputs.get(name)?.source ?? builtInSources.get(name);
}

function isOpen({ walk, neededBy }: Needed, name: FactName): boolean {
  if (!sourceOf(walk, name)) return false;
  const settled = walk.facts.get(name);
  return settled === undefined || (settled.mayBeAskedAgain && neededBy === 'instruction');
}

type Failed = { readonly system: string; readonly failure: Failure; readonly facts: readonly FactName[] };

type Asked = { readonly waiting: boolean; readonly failed: ReadonlyMap<string, Failed> };

function askForOpenFacts(needed: Needed, open: readonly FactName[]): Asked {
  let waiting = false;
  const failed = new Map<string, Failed>();
  const fromMessage: FactName[] = [];
  for (const name of open) {
    const source = sourceOf(needed.walk, name);
    if (source?.from === 'message') fromMessage.push(name);
    else if (source) waiting = !readFromSystem(needed, name, source, failed) || waiting;
  }
  if (fromMessage.length > 0) waiting = !extractFromMessage(needed, fromMessage) || waiting;
  return { waiting, failed };
}

/** True when the log holds the answer. */
function readFromSystem(
  { walk, place }: Needed,
  fact: FactName,
  source: SystemSource,
  failed: Map<string, Failed>,
): boolean {
  const name = `${place.id}/read:${fact}`;
  const id = numbered(walk, name);
  const read = walk.log.find(id, 'fact-read');
  if (read) {
    settleFact(walk, read);
    countUp(walk, name);
    return true;
  }
  const failure = walk.log.find(id, 'fact-failed');
  if (failure) {
    settleFact(walk, failure);
    countUp(walk, name);
    const { system } = failure.event;
    const present = failed.get(system);
    failed.set(system, { system, failure: failure.event.failure, facts: [...(present?.facts ?? []), fact] });
    return true;
  }
  const command = { ...commandAt(walk, place, id), kind: 'read', fact, source } as const;
  (mayBeReadNow(walk, source) ? walk.waitingFor : walk.beyond).push(command);
  return false;
}

/** What an action that the plan only takes for done may change is not read before it is done. */
function mayBeReadNow(walk: Walk, source: SystemSource): boolean {
  return walk.assumed.every((item) => {
    const [system] = item.operation.split('.');
    return system !== source.system || (system === 'zendesk' && !changesField(item, source));
  });
}

function changesField(
  { operation, parameters }: PlanItem,
  { record, field, customField }: SystemSource,
): boolean {
  if (operation === 'zendesk.set_field')
    return (
      parameters['record'] === record &&
      (parameters['custom_field'] ?? parameters['field']) === (customField ?? field)
    );
  return field === 'tags' && operation.endsWith('_tag');
}

/** All facts of the SOP that only the message can give are asked for in one go. */
function extractFromMessage({ walk, place, neededBy }: Needed, open: readonly FactName[]): boolean {
  const name = `${place.id}/extract`;
  const id = numbered(walk, name);
  const extracted = walk.log.all(id, 'fact-extracted');
  const answered = new Set(extracted.map(({ event }) => event.fact));
  for (const answer of extracted) settleFact(walk, answer);
  if (open.every((fact) => answered.has(fact))) {
    countUp(walk, name);
    return true;
  }
  const facts = [...walk.inputs.values()]
    .filter(
      ({ name: fact, source }) =>
        source.from === 'message' && !answered.has(fact) && (open.includes(fact) || !walk.facts.has(fact)),
    )
    .map((input) => input.name);
  walk.waitingFor.push({ ...commandAt(walk, place, id), kind: 'extract', facts, neededBy });
  return false;
}

function readingFailed(
  needed: Needed,
  { system, failure, facts }: Failed,
  attempts: Map<string, number>,
): Flow | 'retry' {
  const { walk, place, scope } = needed;
  const handler = findFailureHandler(walk, scope, { system });
  const attempt = attempts.get(system) ?? 0;
  if (handler?.retry && attempt < handler.retry.times) {
    attempts.set(system, attempt + 1);
    const waited = waitForTime(walk, place, {
      name: `${place.id}/retry:${system}`,
      seconds: handler.retry.after,
      because: 'retry',
    });
    if (waited.to !== 'next') return waited;
    readAnew(walk, facts);
    return 'retry';
  }
  traceLine(walk, place, 'failed', facts);
  if (handler) return runHandler(walk, scope, handler);
  const gate = missingFacts(walk, place, {
    missing: facts,
    because: 'failure',
    about: `${system}: ${failure.reason}`,
  });
  return gate === 'again' ? 'retry' : gate;
}
