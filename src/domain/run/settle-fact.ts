import type { FactJson } from '../facts/fact-json.ts';
import { emptyValue, readValue } from '../facts/read-value.ts';
import type { FactName, FactType, Value } from '../facts/value.ts';
import type { FactExtracted, FactFailed, FactRead, Instant, RunEvent } from './events.ts';
import type { Logged } from './log-index.ts';
import type { FactOrigin, KnownFact, UnknownBecause } from './plan.ts';
import type { Walk } from './walk.ts';

type Answer = FactRead | FactFailed | FactExtracted;

/** Takes an answer over into what is known, unless something newer is known already. */
export function settleFact(walk: Walk, answer: Logged<RunEvent & Answer>): void {
  const refreshed = walk.refreshed.get(answer.event.fact);
  const { event, at } = refreshed && refreshed.at > answer.at ? refreshed : answer;
  const present = walk.facts.get(event.fact);
  if (present && present.at > at) return;
  const type = walk.inputs.get(event.fact)?.type ?? builtInType(event.fact);
  const { value, state } = stateOf(type, event);
  const filler = event.type !== 'fact-failed' && event.onlyForFilling === true;
  walk.facts.set(event.fact, {
    fact: { name: event.fact, type, state },
    at,
    mayBeAskedAgain: event.type === 'fact-extracted' && event.by === 'nobody',
  });
  (filler ? walk.known : walk.fillers).delete(event.fact);
  const values = filler ? walk.fillers : walk.known;
  if (value) values.set(event.fact, value);
  else values.delete(event.fact);
}

/** The fact is asked for again the next time it is needed. */
export function unsettleFact(walk: Walk, name: FactName): void {
  walk.facts.delete(name);
  walk.known.delete(name);
  walk.fillers.delete(name);
}

/** Readings that were made anew count as soon as nothing that was already decided rests on the older ones. */
export function applyRefreshes(walk: Walk): void {
  const { refreshes, horizon } = walk.log;
  for (;;) {
    const refresh = refreshes[walk.refreshesApplied];
    if (!refresh || refresh.at > horizon) return;
    walk.refreshed.set(refresh.event.fact, refresh);
    settleFact(walk, refresh);
    walk.refreshesApplied++;
  }
}

/** The always-there facts are text, `ticket tags` is a list of texts, `today` a date. Source: SOP language, section 1. */
function builtInType(name: FactName): FactType {
  if (name === 'ticket tags') return { kind: 'list' };
  return name === 'today' ? { kind: 'date' } : { kind: 'text' };
}

type Settled = { readonly value: Value | undefined; readonly state: KnownFact['state'] };

function stateOf(type: FactType, event: RunEvent & Answer): Settled {
  switch (event.type) {
    case 'fact-failed':
      return unknown({ is: 'failed', system: event.system, failure: event.failure }, event.at);
    case 'fact-extracted':
      return extracted(type, event);
    case 'fact-read':
      return read(type, event);
  }
}

function read(type: FactType, event: FactRead): Settled {
  const { reading, source, observedAt } = event;
  if (reading.is === 'none') return unknown({ is: 'read', reading, source }, observedAt);
  if (reading.is === 'value') return fitted(type, reading.value, source, observedAt);
  const value = emptyValue(type);
  return value ? known(value, source, observedAt) : unknown({ is: 'read', reading, source }, observedAt);
}

function extracted(type: FactType, event: RunEvent & FactExtracted): Settled {
  const value = event.value === null ? undefined : readValue(type, event.value);
  if (value === undefined || event.by === 'nobody')
    return unknown({ is: 'not-in-message', by: event.by }, event.at);
  return known(value, { from: 'message', quote: event.quote, by: event.by }, event.at);
}

function fitted(type: FactType, json: FactJson, source: FactRead['source'], observedAt: Instant): Settled {
  const value = readValue(type, json);
  if (value) return known(value, source, observedAt);
  return unknown(
    { is: 'misfit', value: typeof json === 'string' ? json : JSON.stringify(json), source },
    observedAt,
  );
}

const known = (value: Value, from: FactOrigin, observedAt: Instant): Settled => ({
  value,
  state: { is: 'known', value, from, observedAt },
});

const unknown = (because: UnknownBecause, observedAt: Instant): Settled => ({
  value: undefined,
  state: { is: 'unknown', because, observedAt },
});
