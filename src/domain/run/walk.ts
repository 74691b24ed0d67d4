import type { Span } from '../facts/problem.ts';
import type { Evaluation, FactName, KnownFacts, Value } from '../facts/value.ts';
import type { Body, Handler, Input, Sop } from '../sop/document.ts';
import type { Command, ManualCommand, CommandPlace } from './commands.ts';
import type { FactFailed, FactRead, RunEvent, RunStarted } from './events.ts';
import type { LogIndex, Logged } from './log-index.ts';
import type { Outcome } from './outcome.ts';
import type { KnownFact, PlanItem, TraceEntry, TraceResult } from './plan.ts';

/** How far ahead of the world the walk is: at it, behind manual steps that nobody has ticked, behind a proposal that nobody has decided. */
type Ahead = 'no' | 'of-manual-step' | 'of-proposal';

/**
 * One replay of a run: where it is and what it has found. It lives as long as one call of `advance`, which makes it anew
 * from the log each time, so nothing in it is ever stored.
 */
export type Walk = {
  readonly sop: Sop;
  readonly started: RunStarted;
  readonly log: LogIndex;
  readonly inputs: ReadonlyMap<FactName, Input>;

  /** Values for conditions, by canonical name; `today` among them. */
  readonly known: Map<FactName, Value>;
  /** Values that only fill in texts and parameters: examples use them. */
  readonly fillers: Map<FactName, Value>;
  readonly facts: Map<FactName, SettledFact>;
  /** How often a command of this name was asked for: the number behind its `#`. */
  readonly counts: Map<string, number>;
  refreshesApplied: number;
  /** The newest reading of each fact that replaced an older one. */
  readonly refreshed: Map<FactName, Logged<RunEvent & (FactRead | FactFailed)>>;

  readonly waitingFor: Command[];
  readonly plan: PlanItem[];
  readonly beyond: Command[];
  readonly trace: TraceEntry[];
  ahead: Ahead;
  /** Operations that the plan takes for done, in this look-ahead. */
  readonly assumed: PlanItem[];
  /** Of these, what is joined to a hold: the hold does not wait for it. */
  readonly joined: Set<string>;

  step: number;
  /** Raised by every `go to step`: what happens again is another command. */
  pass: number;
  readonly jumps: Map<string, number>;
  /** Holds that have been waited out and not yet walked past. */
  readonly servedHolds: Set<string>;
  /** Edge cases whose body has run, or whose question was answered no. */
  readonly doneEdgeCases: Set<string>;
  readonly runningHandlers: Set<Handler>;
};

/** What is known of a fact, and the place in the log that says so. */
type SettledFact = {
  readonly fact: KnownFact;
  readonly at: number;
  readonly mayBeAskedAgain: boolean;
};

/** What a part of the document did to the walk. */
export type Flow =
  | { readonly to: 'next' }
  /** Nobody can go on here before the world has answered. */
  | { readonly to: 'wait' }
  | { readonly to: 'end'; readonly outcome: Outcome }
  | { readonly to: 'step'; readonly number: number }
  /** A hold is over: the instruction around it decides anew. `reread` where its facts are to be read again. */
  | { readonly to: 'again'; readonly reread: boolean };

export const next: Flow = { to: 'next' };
export const wait: Flow = { to: 'wait' };

/**
 * The bodies around an instruction, nearest first: their handlers answer for what goes wrong in it. `prefix` is the path of the
 * `decide` that a table's row stands behind. A step's own body has nothing around it.
 */
export type Scope = { readonly body: Body; readonly around: Scope | undefined; readonly prefix: string };

/** In a step's own body a hold that is over goes on; anywhere else what led to it decides anew. */
export const isStepBody = (walk: Walk, scope: Scope): boolean =>
  walk.sop.steps.some(({ body }) => body === scope.body);

/** Where an instruction stands. `id` is its path with what makes it unique in this run. */
export type Place = Span & { readonly id: string; readonly cites: readonly string[] };

/** The place of a part of the document in this pass of the run. */
export function placeOf(
  walk: Walk,
  scope: Scope,
  part: { readonly path: string; readonly span: Span; readonly cites: readonly string[] },
): Place {
  const path = scope.prefix + part.path;
  return {
    from: part.span.from,
    to: part.span.to,
    cites: part.cites,
    id: walk.pass === 0 ? path : `${path}@${walk.pass}`,
  };
}

/** Numbers the times that something of this name is asked for: `2.1/read:carrier status#0`. */
export function numbered(walk: Walk, name: string): string {
  return `${name}#${walk.counts.get(name) ?? 0}`;
}

export function countUp(walk: Walk, name: string): void {
  walk.counts.set(name, (walk.counts.get(name) ?? 0) + 1);
}

/** Everything that a command carries besides what it asks for. */
export function commandAt(walk: Walk, place: Place, id: string): CommandPlace {
  const stepCites = walk.sop.steps[walk.step - 1]?.cites ?? [];
  const cites = [...new Set([...place.cites, ...stepCites])];
  return { id, span: { from: place.from, to: place.to }, cites, step: walk.step };
}

/**
 * Asks the world, or, further on than the world has come, only says what will be asked.
 * Returns the flow of an instruction that has to wait for the answer.
 */
export function ask(walk: Walk, command: Command): Flow {
  (walk.ahead === 'no' ? walk.waitingFor : walk.beyond).push(command);
  return wait;
}

/** A manual step waits for its tick, and lets the rep see and tick the ones after it. */
export function askForTick(walk: Walk, command: CommandPlace & ManualCommand): void {
  (walk.ahead === 'of-proposal' ? walk.beyond : walk.waitingFor).push(command);
  if (walk.ahead === 'no') walk.ahead = 'of-manual-step';
}

export function traceLine(
  walk: Walk,
  place: Place,
  result: TraceResult,
  facts: readonly FactName[] = [],
): void {
  walk.trace.push({
    id: place.id,
    step: walk.step,
    from: place.from,
    to: place.to,
    text: walk.sop.source.slice(place.from, place.to),
    result,
    facts: facts.map((name) => ({ name, value: evaluationOf(walk.known, name) })),
  });
}

function evaluationOf(known: KnownFacts, name: FactName): Evaluation {
  const value = known.get(name);
  return value ? { is: 'value', value } : { is: 'unknown', missing: [name] };
}
