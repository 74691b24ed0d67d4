import type { FactJson } from '../facts/fact-json.ts';
import type { FactName, IsoDate } from '../facts/value.ts';
import type { Sop } from '../sop/document.ts';
import { advance } from './advance.ts';
import type { Command } from './commands.ts';
import { eventVersion, type Failure, type Person, type Reading, type RunEvent } from './events.ts';
import type { Advanced } from './plan.ts';

/** A world that answers a run without the world: for the command line, for examples, and for past tickets. */
export type SimulatedWorld = {
  readonly today: IsoDate;
  /** What a system or the message would say. */
  answer(fact: FactName): SimulatedAnswer;
  /** True for a system, or an action, that fails however often it is tried. */
  fails(systemOrAction: string): boolean;
  /** What a person says; undefined leaves the command waiting. */
  decide(command: Command): 'yes' | 'no' | undefined;
  /** Rounds of answers after which the run is left waiting: each one replays the run. */
  readonly mostRounds?: number;
};

export type SimulatedAnswer =
  | { readonly is: 'value'; readonly value: FactJson }
  | { readonly is: 'unknown' }
  | { readonly is: 'filler'; readonly value: FactJson };

/** `happened` holds what people and the world were asked for, in order. */
export type Simulation = {
  readonly advanced: Advanced;
  readonly log: readonly RunEvent[];
  readonly happened: readonly Command[];
};

const at = '2000-01-01T00:00:00Z';
const person: Person = { id: '0', name: 'Sample Agent' };
/** Answers where the SOP wants somebody else than whoever began the run. */
const another: Person = { id: '1', name: 'Another Sample Agent' };

/** Runs an SOP in a simulated world, as far as the world decides. Ends because every round of a run consumes an answer and loops have limits. */
export function simulate(sop: Sop, world: SimulatedWorld): Simulation {
  const log: RunEvent[] = [
    {
      v: eventVersion,
      at,
      type: 'run-started',
      sop: { id: sop.id, version: sop.version, hash: '' },
      today: world.today,
      by: person,
    },
  ];
  const happened: Command[] = [];
  for (let round = 1; ; round++) {
    const advanced = advance(sop, log);
    if (round > (world.mostRounds ?? Number.POSITIVE_INFINITY)) return { advanced, log, happened };
    const [first] = advanced.waitingFor.filter(({ kind }) => kind !== 'read' && kind !== 'extract');
    const reads = advanced.waitingFor.flatMap((command) => readingsOf(world, command));
    if (advanced.outcome || (reads.length === 0 && !first)) return { advanced, log, happened };
    if (reads.length > 0) {
      log.push(...reads);
      continue;
    }
    if (!first) return { advanced, log, happened };
    happened.push(first);
    const answers = answersOf(world, first);
    if (answers.length === 0) return { advanced, log, happened };
    log.push(...answers);
  }
}

function readingsOf(world: SimulatedWorld, command: Command): readonly RunEvent[] {
  if (command.kind === 'extract') return command.facts.map((fact) => extraction(world, command.id, fact));
  if (command.kind !== 'read') return [];
  const { id, fact, source } = command;
  const event = { v: eventVersion, at, command: id, fact } as const;
  if (source.from === 'system' && world.fails(source.system))
    return [
      { ...event, type: 'fact-failed', system: source.system, failure: simulatedFailure(source.system) },
    ];
  const answer = world.answer(fact);
  const origin =
    source.from === 'system'
      ? {
          from: 'system' as const,
          system: source.system,
          record: source.record,
          field: source.customField ?? source.field,
        }
      : { from: 'person' as const, person };
  const reading: Reading =
    answer.is === 'unknown' ? { is: 'none', because: 'not-found' } : { is: 'value', value: answer.value };
  return [
    {
      ...event,
      type: 'fact-read',
      reading,
      source: origin,
      observedAt: at,
      ...(answer.is === 'filler' ? { onlyForFilling: true } : {}),
    },
  ];
}

function extraction(world: SimulatedWorld, command: string, fact: FactName): RunEvent {
  const answer = world.answer(fact);
  const value = answer.is === 'unknown' ? null : answer.value;
  return {
    v: eventVersion,
    at,
    type: 'fact-extracted',
    command,
    fact,
    value,
    by: 'assistant',
    ...(answer.is === 'filler' ? { onlyForFilling: true } : {}),
  };
}

function answersOf(world: SimulatedWorld, command: Command): readonly RunEvent[] {
  const decided = world.decide(command);
  if (decided === undefined) return [];
  const event = { v: eventVersion, at, command: command.id } as const;
  switch (command.kind) {
    case 'question':
      return [{ ...event, type: 'question-answered', answer: decided, by: person }];
    case 'gate':
      return [{ ...event, type: 'gate-answered', answer: decided, by: command.notBy ? another : person }];
    case 'missing':
      return [{ ...event, type: 'gate-answered', answer: 'no', by: person }];
    case 'judge':
      return [{ ...event, type: 'judgement-answered', answer: decided, by: person }];
    case 'deviation':
      return [
        { ...event, type: 'deviation-chosen', choice: decided === 'yes' ? 'go-on' : 'stop', by: person },
      ];
    case 'wait':
      // Only a reading ends it, and the simulated world says the same each time.
      if (command.until.is === 'condition') return [];
      return [
        command.until.is === 'answer'
          ? { ...event, type: 'customer-answered' }
          : { ...event, type: 'hold-ended' },
      ];
    case 'manual':
      return [{ ...event, type: 'manual-step-done', by: person }];
    case 'write':
      return [{ ...event, type: 'section-written' }];
    case 'read':
    case 'extract':
      return [];
    default:
      return decided === 'yes'
        ? execution(world, command)
        : [{ ...event, type: 'proposal-decided', decision: 'rejected', by: person, reason: 'rejected' }];
  }
}

function execution(
  world: SimulatedWorld,
  command: Extract<Command, { operation: string }>,
): readonly RunEvent[] {
  const event = { v: eventVersion, at, command: command.id } as const;
  const [system = ''] = command.operation.split('.');
  const failing = [command.action, system].find((name) => name !== undefined && world.fails(name));
  return [
    {
      ...event,
      type: 'proposal-decided',
      decision: 'approved',
      by: person,
      parameters: command.parameters,
      edited: false,
      digest: '',
    },
    { ...event, type: 'execution-intended', key: command.id, by: person },
    {
      ...event,
      type: 'execution-ended',
      result:
        failing === undefined ? { is: 'succeeded' } : { is: 'failed', failure: simulatedFailure(failing) },
    },
  ];
}

const simulatedFailure = (name: string): Failure => ({
  code: 'unavailable',
  reason: `${name} fails in this example`,
});
