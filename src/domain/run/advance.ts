import type { FactName, Value } from '../facts/value.ts';
import { readValue } from '../facts/read-value.ts';
import type { Sop } from '../sop/document.ts';
import { eventVersion, type RunEvent, type RunStarted } from './events.ts';
import { LogDoesNotFit } from './log-does-not-fit.ts';
import { LogIndex } from './log-index.ts';
import type { Outcome } from './outcome.ts';
import type { Advanced, KnownFact } from './plan.ts';
import { planOtherAdditions } from './plan-beside.ts';
import { runBody } from './run-body.ts';
import { runEdgeCases } from './run-edge-cases.ts';
import type { Flow, Walk } from './walk.ts';

/**
 * Replays the log of a run and says what comes next, and does none of it. Pure: no clock, network or randomness.
 * The SOP must be the version that the run started with, and without errors. Throws `LogDoesNotFit` where the log answers what
 * this SOP never asks. Source: SOP language, section 4.
 */
export function advance(sop: Sop, log: readonly RunEvent[]): Advanced {
  const walk = startWalk(sop, log);
  const ended = log.find((event) => event.type === 'run-ended');
  const flow = walkSteps(walk);
  if (!ended) refuseForeignAnswers(walk);
  planOtherAdditions(walk);
  const reached = flow.to === 'end' ? flow.outcome : undefined;
  const outcome = ended?.outcome ?? (walk.ahead === 'no' ? reached : undefined);
  return {
    waitingFor: outcome ? [] : walk.waitingFor,
    plan: walk.plan,
    ahead: outcome ? [] : walk.beyond,
    trace: walk.trace,
    facts: knownFacts(walk),
    outcome,
    plannedOutcome: reached,
  };
}

const noOutcome: Outcome = { is: 'closed', as: 'done' };

/** A document that ends without saying how is done. */
function walkSteps(walk: Walk): Flow {
  const { steps } = walk.sop;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at];
    if (!step) break;
    walk.step = at + 1;
    const edge = runEdgeCases(walk);
    const flow =
      edge.to === 'next' ? runBody(walk, { body: step.body, around: undefined, prefix: '' }) : edge;
    if (flow.to === 'step') {
      at = steps.findIndex(({ number }) => number === flow.number) - 1;
      walk.pass++;
    } else if (flow.to !== 'next') return flow;
  }
  return { to: 'end', outcome: noOutcome };
}

function startWalk(sop: Sop, log: readonly RunEvent[]): Walk {
  const started = log[0];
  if (started?.type !== 'run-started')
    throw new LogDoesNotFit('run-started', 'and a log begins with the start of its run');
  const unreadable = log.find(({ v }) => v !== eventVersion);
  if (unreadable)
    throw new LogDoesNotFit(
      unreadable.type,
      `in version ${String(unreadable.v)} of the events; this app knows version ${eventVersion}`,
    );
  return {
    sop,
    started,
    log: new LogIndex(log),
    inputs: inputsOf(sop),
    known: startingFacts(started),
    fillers: new Map(),
    facts: new Map(),
    counts: new Map(),
    refreshesApplied: 0,
    refreshed: new Map(),
    waitingFor: [],
    plan: [],
    beyond: [],
    trace: [],
    ahead: 'no',
    assumed: [],
    joined: new Set(),
    step: 0,
    pass: 0,
    jumps: new Map(),
    servedHolds: new Set(),
    doneEdgeCases: new Set(),
    runningHandlers: new Set(),
  };
}

const inputsBySop = new WeakMap<Sop, Walk['inputs']>();

function inputsOf(sop: Sop): Walk['inputs'] {
  const present = inputsBySop.get(sop);
  if (present) return present;
  const inputs = new Map(sop.inputs.map((input) => [input.name, input]));
  inputsBySop.set(sop, inputs);
  return inputs;
}

function startingFacts({ today }: RunStarted): Map<FactName, Value> {
  const value = readValue({ kind: 'date' }, today);
  return new Map(value ? [['today', value]] : []);
}

function refuseForeignAnswers(walk: Walk): void {
  const unused = walk.log.firstUnused();
  if (unused !== undefined) throw new LogDoesNotFit(unused, 'which this SOP does not ask for here');
}

/** In the order of the header, then what is always there. */
function knownFacts({ facts, sop, waitingFor }: Walk): readonly KnownFact[] {
  const order = new Map(sop.inputs.map(({ name }, at) => [name, at]));
  const place = (name: FactName): number => order.get(name) ?? order.size;
  const reading = waitingFor.flatMap((command) =>
    command.kind === 'read' ? [command.fact] : command.kind === 'extract' ? command.facts : [],
  );
  const pending = sop.inputs
    .filter(({ name }) => reading.includes(name) && !facts.has(name))
    .map(({ name, type }): KnownFact => ({ name, type, state: { is: 'reading' } }));
  return [...[...facts.values()].map(({ fact }) => fact), ...pending].toSorted(
    (a, b) => place(a.name) - place(b.name),
  );
}
