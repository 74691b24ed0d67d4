import { laterBy, millisecondsBetween } from '../domain/decisions/instant.ts';
import type { Change } from '../domain/decisions/approval.ts';
import { canonicalText } from '../domain/facts/canonical-text.ts';
import { decimalText } from '../domain/facts/decimal.ts';
import { emptyValue, readValue } from '../domain/facts/read-value.ts';
import type { FactName, Value } from '../domain/facts/value.ts';
import type { FactRead, Instant } from '../domain/run/events.ts';
import type { KnownFact, PlanItem } from '../domain/run/plan.ts';
import { readAsEvent } from './automatic-answers.ts';
import type { RunSession } from './run-session.ts';
import { inputOf, sourceOf, type EventBody, type RunContext } from './run-context.ts';

/** Facts of the run as the systems say them now. */
export type Reread = {
  /** To be appended, so that the run decides anew: only what is different, and what was too old. */
  readonly events: readonly EventBody[];
  readonly changes: readonly Change[];
  /** What is known now of every fact that was read; undefined where it is unknown. */
  readonly values: ReadonlyMap<FactName, Value | undefined>;
  /** What the systems did not say; unknown is never the same as unchanged. */
  readonly unread: readonly Change[];
};

/** Reads these facts again; those that no system gives are left out. */
export async function rereadFacts(session: RunSession, names: readonly FactName[]): Promise<Reread> {
  const { context } = session;
  const known = context.advanced.facts.filter(
    ({ name, state }) => names.includes(name) && state.is !== 'reading',
  );
  const reread = await Promise.all(known.map((fact) => rereadFact(session, fact)));
  return {
    events: reread.flatMap(({ events }) => events),
    changes: reread.flatMap(({ changes }) => changes),
    unread: reread.flatMap(({ unread }) => unread),
    values: new Map(reread.flatMap(({ values }) => [...values])),
  };
}

/** The facts on which the run decided something so far, and which may have changed with the ticket. */
export function decidingTicketFacts(context: RunContext): readonly FactName[] {
  const decided = new Set(context.advanced.trace.flatMap(({ facts }) => facts.map(({ name }) => name)));
  return context.advanced.facts.flatMap(({ name }) => {
    const source = sourceOf(context.sop, name);
    return decided.has(name) && source?.from === 'system' && source.system === 'zendesk' ? [name] : [];
  });
}

/** Everything from a system that led to this proposal, or stands in its values or its lock. */
export function decidingFacts(context: RunContext, { action: name }: PlanItem): readonly FactName[] {
  const action = context.sop.sop.actions.find((declared) => declared.name === name);
  const expressions = action
    ? [...action.parameters.map(({ value }) => value), ...(action.onlyIf ? [action.onlyIf] : [])]
    : [];
  const used = new Set([
    ...context.advanced.trace.flatMap(({ facts }) => facts.map((fact) => fact.name)),
    ...expressions.flatMap(({ facts }) => [...facts]),
  ]);
  return [...used].filter((fact) => sourceOf(context.sop, fact)?.from === 'system');
}

/** Those of them that were observed longer ago than so many milliseconds. */
export function olderThan(
  names: readonly FactName[],
  { advanced }: Pick<RunContext, 'advanced'>,
  { now, milliseconds }: { readonly now: Instant; readonly milliseconds: number },
): readonly FactName[] {
  return advanced.facts.flatMap(({ name, state }) => {
    if (!names.includes(name) || state.is === 'reading') return [];
    const age = state.observedAt === undefined ? undefined : millisecondsBetween(state.observedAt, now);
    return age !== undefined && age <= milliseconds ? [] : [name];
  });
}

/** Facts that are older than the SOP allows. */
export function tooOldFacts(context: RunContext, now: Instant): readonly FactName[] {
  return context.advanced.facts.filter((fact) => isTooOld(fact, context, now)).map(({ name }) => name);
}

export function isTooOld(
  { name, state }: KnownFact,
  { sop }: Pick<RunContext, 'sop'>,
  now: Instant,
): boolean {
  const maxAge = inputOf(sop, name)?.maxAge;
  if (!maxAge || state.is !== 'known') return false;
  const left = millisecondsBetween(now, laterBy(state.observedAt, decimalText(maxAge)));
  return left === undefined || left < 0;
}

async function rereadFact(session: RunSession, fact: KnownFact): Promise<Reread> {
  const source = sourceOf(session.context.sop, fact.name);
  if (source?.from !== 'system') return nothing;
  const command = refreshId(session.context, fact.name);
  const event = await readAsEvent(session.reader, { command, fact: fact.name, source, freshness: 'newest' });
  const before = fact.state.is === 'known' ? canonicalText(fact.state.value) : '';
  if (event.type !== 'fact-read')
    return { ...nothing, unread: [{ what: `fact:${fact.name}`, before, after: '' }] };
  const value = valueOf(fact, event);
  const after = value ? canonicalText(value) : '';
  const wasTooOld = isTooOld(fact, session.context, session.context.ports.clock.now());
  const isDifferent = before !== after;
  return {
    events: isDifferent || wasTooOld ? [event] : [],
    changes: isDifferent ? [{ what: `fact:${fact.name}`, before, after }] : [],
    unread: [],
    values: new Map([[fact.name, value]]),
  };
}

const nothing: Reread = { events: [], changes: [], unread: [], values: new Map() };

/** Readings under this name replace what was read before; see `log-index.ts`. */
function refreshId({ events }: RunContext, fact: FactName): string {
  const prefix = `refresh/${fact}#`;
  return `${prefix}${events.filter((event) => 'command' in event && event.command.startsWith(prefix)).length}`;
}

/** What the engine will make of a reading; undefined where that is unknown. */
function valueOf({ type }: KnownFact, { reading }: FactRead): Value | undefined {
  if (reading.is === 'none') return undefined;
  return reading.is === 'value' ? readValue(type, reading.value) : emptyValue(type);
}
