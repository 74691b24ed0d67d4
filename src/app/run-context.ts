import { toFactJson } from '../domain/facts/canonical-text.ts';
import type { FactJson } from '../domain/facts/fact-json.ts';
import type { FactName } from '../domain/facts/value.ts';
import { eventVersion, type RunEvent } from '../domain/run/events.ts';
import type { Advanced, PlanItem } from '../domain/run/plan.ts';
import type { Input, Source } from '../domain/sop/document.ts';
import { builtInSources } from '../domain/run/built-in-source.ts';
import type { AppPorts } from './app-ports.ts';
import type { PublishedSop } from './ports/library.ts';
import type { ChosenRecord } from './ports/records.ts';
import type { Clock } from './ports/clock.ts';
import type { CurrentUser, Ticket } from './ports/ticket-desk.ts';
import type { Settings } from './read-settings.ts';

/** An event before it has its version and time. */
export type EventBody = RunEvent extends infer Event
  ? Event extends RunEvent
    ? Omit<Event, 'v' | 'at'>
    : never
  : never;

/** What the parts of a session know of the run. Reading it changes nothing. */
export type RunContext = {
  readonly ports: AppPorts;
  readonly sop: PublishedSop;
  readonly settings: Settings;
  readonly user: CurrentUser;
  readonly runId: string;
  readonly ticket: Ticket;
  readonly events: readonly RunEvent[];
  readonly advanced: Advanced;
  /** A fact in JSON as the run, its look-ups or the ticket know it; undefined where unknown. */
  readonly keyFact: (name: FactName) => FactJson | undefined;
  readonly chosen: ChosenRecord;
};

export function stampEvent(body: EventBody, clock: Clock): RunEvent {
  return { v: eventVersion, at: clock.now(), ...body };
}

/** A fact in JSON as the run knows it now; undefined where unknown. */
export function knownFactJson({ facts }: Advanced, name: FactName): FactJson | undefined {
  const state = facts.find((fact) => fact.name === name)?.state;
  return state?.is === 'known' ? toFactJson(state.value) : undefined;
}

/** Where a fact comes from: as the header declares it, or because it is always there. */
export function sourceOf({ sop }: PublishedSop, name: FactName): Source | undefined {
  return inputOf({ sop }, name)?.source ?? builtInSources.get(name);
}

export function inputOf({ sop }: Pick<PublishedSop, 'sop'>, name: FactName): Input | undefined {
  return sop.inputs.find((input) => input.name === name);
}

export function planItem({ advanced }: Pick<RunContext, 'advanced'>, command: string): PlanItem | undefined {
  return advanced.plan.find(({ id }) => id === command);
}

/** A proposal that the run waits for now, or one beside the SOP; undefined where it only follows, is over, or the run is. */
export function waitingProposal(
  context: Pick<RunContext, 'advanced'>,
  command: string,
): PlanItem | undefined {
  const item = planItem(context, command);
  const isWaiting = item?.added ?? context.advanced.waitingFor.some(({ id }) => id === command);
  return isWaiting ? item : undefined;
}

/** Whether the SOP takes anything from what the customer wrote. */
export function readsMessage({ sop }: PublishedSop): boolean {
  return sop.inputs.some(({ source }) => source.from === 'message');
}
