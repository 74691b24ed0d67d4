import { canonicalText } from '../domain/facts/canonical-text.ts';
import type { FactName, Value } from '../domain/facts/value.ts';
import { readValue } from '../domain/facts/read-value.ts';
import type { CommandId, Failure } from '../domain/run/events.ts';
import { rereadFacts } from './reread-facts.ts';
import type { RunSession } from './run-session.ts';
import { planItem, type EventBody, type RunContext } from './run-context.ts';

/** `failure` where the lock is not open; the readings are for the run, after the execution has ended. */
export type Lock = { readonly failure: Failure | undefined; readonly readings: readonly EventBody[] };

/**
 * The second lock of an action, `only if`, with facts that are read again right before the execution. No and unknown are the same
 * here: the action is not carried out. Source: SOP language, section 4.
 */
export async function evaluateLock(session: RunSession, command: CommandId): Promise<Lock> {
  const { context } = session;
  const action = planItem(context, command)?.action;
  const onlyIf = context.sop.sop.actions.find(({ name }) => name === action)?.onlyIf;
  if (!onlyIf) return { failure: undefined, readings: [] };
  const { events, values, unread } = await rereadFacts(session, onlyIf.facts);
  const known = knownFacts(context);
  for (const [name, value] of values) setOrDelete(known, name, value);
  for (const { what } of unread) known.delete(what.replace(/^fact:/, ''));
  const isOpen = onlyIf.decide(known).is === 'yes';
  return { failure: isOpen ? undefined : notAllowed(onlyIf.text, onlyIf.facts, known), readings: events };
}

function notAllowed(
  condition: string,
  facts: readonly FactName[],
  known: ReadonlyMap<FactName, Value>,
): Failure {
  const values = facts.map((name) => `${name}: ${textOf(known.get(name))}`);
  return { code: 'not-allowed', reason: `only if ${condition} (${values.join('; ')})` };
}

const textOf = (value: Value | undefined): string => (value ? canonicalText(value) : 'unknown');

function knownFacts({ advanced, events }: RunContext): Map<FactName, Value> {
  const known = new Map<FactName, Value>();
  for (const { name, state } of advanced.facts) if (state.is === 'known') known.set(name, state.value);
  const [started] = events;
  if (started?.type === 'run-started')
    setOrDelete(known, 'today', readValue({ kind: 'date' }, started.today));
  return known;
}

function setOrDelete(known: Map<FactName, Value>, name: FactName, value: Value | undefined): void {
  if (value) known.set(name, value);
  else known.delete(name);
}
