import * as fc from 'fast-check';
import { advance } from '../../../src/domain/run/advance.ts';
import type { Command } from '../../../src/domain/run/commands.ts';
import { eventVersion, type Failure, type Person, type RunEvent } from '../../../src/domain/run/events.ts';
import type { Advanced, PlanItem } from '../../../src/domain/run/plan.ts';
import type { Source, Sop } from '../../../src/domain/sop/document.ts';
import { TODAY, type SampleWorld } from './sample-world.ts';

/** Which of the open commands is answered next, and how. */
export type Turn = { readonly which: number; readonly how: number };

export const turns = (): fc.Arbitrary<readonly Turn[]> =>
  fc.array(fc.record({ which: fc.nat({ max: 20 }), how: fc.nat({ max: 59 }) }), {
    minLength: 10,
    maxLength: 80,
  });

const at = '2026-11-20T10:00:00Z';
const by: Person = { id: '7', name: 'Sample Agent' };
const failure: Failure = { code: 'unavailable', reason: 'down' };

/**
 * A log as a real day writes it: answers come one by one and in any order, systems fail and come back, answers get lost and are found
 * out later, people give what is missing, and facts are read anew.
 */
export function wander(sop: Sop, world: SampleWorld, day: readonly Turn[]): readonly RunEvent[] {
  const log: RunEvent[] = [
    {
      v: eventVersion,
      at,
      type: 'run-started',
      sop: { id: sop.id, version: sop.version, hash: '' },
      today: TODAY,
      by,
    },
  ];
  for (const { which, how } of day) {
    const advanced = advance(sop, log);
    if (advanced.outcome) break;
    const possible = [
      ...advanced.waitingFor.map((command) => answersTo(command, advanced, world)),
      refreshes(sop, log, world, how),
    ];
    const answers = possible[which % possible.length] ?? [];
    const answer = answers[how % Math.max(answers.length, 1)];
    if (answer) log.push(answer);
  }
  return log;
}

/** Four times as likely as anything else: a day on which all goes wrong does not come far. */
const mostly = <T>(event: T): readonly T[] => Array.from({ length: 4 }, () => event);

/** Everything that may be written down next about a command. */
function answersTo(command: Command, { plan }: Advanced, world: SampleWorld): readonly RunEvent[] {
  const event = { v: eventVersion, at, command: command.id } as const;
  switch (command.kind) {
    case 'read':
      return [
        ...mostly(reading(command.id, command.fact, command.source, world)),
        readingFailed(command.id, command.fact, command.source),
      ];
    case 'extract':
      return command.facts.map(
        (fact) =>
          ({
            ...event,
            type: 'fact-extracted',
            fact,
            value: world.facts[fact] ?? null,
            by: world.facts[fact] == null ? 'nobody' : 'assistant',
          }) as const,
      );
    case 'missing':
      return [
        ...command.missing.map(
          (fact) =>
            ({
              ...event,
              command: `${command.id}/read:${fact}`,
              type: 'fact-read',
              fact,
              reading: { is: 'value', value: world.facts[fact] ?? '1' },
              source: { from: 'person', person: by },
              observedAt: at,
            }) as const,
        ),
        ...mostly({ ...event, type: 'gate-answered', answer: 'again', by } as const),
        { ...event, type: 'gate-answered', answer: 'no', by },
      ];
    case 'question':
      return (['no', 'no', 'no', 'no', 'yes'] as const).map(
        (answer) => ({ ...event, type: 'question-answered', answer, by }) as const,
      );
    case 'gate':
      return (['yes', 'yes', 'yes', 'yes', 'no'] as const).map(
        (answer) => ({ ...event, type: 'gate-answered', answer, by }) as const,
      );
    case 'judge':
      return (['yes', 'yes', 'yes', 'yes', 'no'] as const).map(
        (answer) => ({ ...event, type: 'judgement-answered', answer, by }) as const,
      );
    case 'deviation':
      return (['go-on', 'stop'] as const).map(
        (choice) => ({ ...event, type: 'deviation-chosen', choice, by }) as const,
      );
    case 'wait':
      return waitAnswers(command, world);
    case 'manual':
      return [{ ...event, type: 'manual-step-done', by }];
    case 'write':
      return [{ ...event, type: 'section-written' }];
    default:
      return decisionsOn(plan.find(({ id }) => id === command.id));
  }
}

function waitAnswers(command: Extract<Command, { kind: 'wait' }>, world: SampleWorld): readonly RunEvent[] {
  const event = { v: eventVersion, at, command: command.id } as const;
  const { until } = command;
  switch (until.is) {
    case 'time':
      return [
        { ...event, type: 'held', until: at },
        { ...event, type: 'hold-ended' },
      ];
    case 'answer':
      return [
        { ...event, type: 'held' },
        { ...event, type: 'customer-answered' },
      ];
    case 'condition':
      return until.facts.map(
        (fact) =>
          ({
            ...event,
            command: `${command.id}/read:${fact}#0`,
            type: 'fact-read',
            fact,
            reading: { is: 'value', value: world.facts[fact] ?? true },
            source: { from: 'person', person: by },
            observedAt: at,
          }) as const,
      );
  }
}

/** The life of a proposal: decided, intended, ended, and, where the answer was lost, settled later. */
function decisionsOn(item: PlanItem | undefined): readonly RunEvent[] {
  if (!item) return [];
  const event = { v: eventVersion, at, command: item.id } as const;
  const approval = {
    ...event,
    type: 'proposal-decided',
    decision: 'approved',
    by,
    parameters: item.parameters,
    edited: false,
    digest: '',
  } as const;
  switch (item.state.is) {
    case 'waiting':
      return [
        ...mostly(approval),
        { ...event, type: 'proposal-decided', decision: 'rejected', by, reason: 'no' },
      ];
    case 'approved':
      return [{ ...event, type: 'execution-intended', key: item.id, by }];
    case 'running':
    case 'ended':
      return [
        ...mostly({ ...event, type: 'execution-ended', result: { is: 'succeeded' } } as const),
        { ...event, type: 'execution-ended', result: { is: 'failed', failure } },
        { ...event, type: 'execution-ended', result: { is: 'unknown', failure } },
      ];
    case 'planned':
    case 'rejected':
      return [];
  }
}

type SystemSource = Extract<Source, { from: 'system' }>;

function reading(command: string, fact: string, source: Source, world: SampleWorld): RunEvent {
  const value = world.facts[fact] ?? null;
  const system = source.from === 'system' ? source : nowhere;
  return {
    v: eventVersion,
    at,
    type: 'fact-read',
    command,
    fact,
    reading: value === null ? { is: 'none', because: 'not-found' } : { is: 'value', value },
    source: { from: 'system', system: system.system, record: system.record, field: system.field },
    observedAt: at,
  };
}

function readingFailed(command: string, fact: string, source: Source): RunEvent {
  return {
    v: eventVersion,
    at,
    type: 'fact-failed',
    command,
    fact,
    system: source.from === 'system' ? source.system : 'zendesk',
    failure,
  };
}

const nowhere: Pick<SystemSource, 'system' | 'record' | 'field'> = {
  system: 'zendesk',
  record: 'ticket',
  field: 'form',
};

/** A fact that was read, read anew: with the value of the world, or without an answer. None where nothing was read. */
export function refreshes(
  sop: Sop,
  log: readonly RunEvent[],
  world: SampleWorld,
  how: number,
): readonly RunEvent[] {
  const known = log.flatMap((event) => (event.type === 'fact-read' ? [event.fact] : []));
  const input = sop.inputs.find(({ name }) => name === known[how % Math.max(known.length, 1)]);
  if (input?.source.from !== 'system') return [];
  const command = `refresh/read:${input.name}#${how}`;
  return [
    reading(command, input.name, input.source, world),
    readingFailed(command, input.name, input.source),
  ];
}
