import * as fc from 'fast-check';
import { dateOfDay, dayNumber } from '../../../src/domain/facts/calendar.ts';
import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import type { FactName, FactType } from '../../../src/domain/facts/value.ts';
import { builtInSources } from '../../../src/domain/run/built-in-source.ts';
import type { Command } from '../../../src/domain/run/commands.ts';
import type { SimulatedWorld } from '../../../src/domain/run/simulate.ts';
import type { Sop } from '../../../src/domain/sop/document.ts';

export const TODAY = '2026-11-20';

/** A world as data, so that a failing test prints it: `null` is a fact that nobody knows. */
export type SampleWorld = {
  readonly facts: Readonly<Record<FactName, FactJson>>;
  /** Systems and actions that fail however often they are tried. */
  readonly failing: readonly string[];
  /** What people say, by command: the same command gets the same answer. */
  readonly answers: readonly Answer[];
};

type Answer = 'yes' | 'no' | 'nothing';

const mostly: readonly Answer[] = Array.from({ length: 8 }, () => 'yes');

/**
 * Worlds for an SOP: values at and around its borders, some unknown, some systems down, people who say yes, no, or nothing. What is
 * `usual` leads deep into the document, so it is the case more often than not.
 */
export function sampleWorlds(sop: Sop, usual: SampleWorld['facts']): fc.Arbitrary<SampleWorld> {
  const types = new Map<FactName, FactType>([
    ...[...builtInSources.keys()].map((name) => [name, { kind: 'text' }] as const),
    ...sop.inputs.map(({ name, type }) => [name, type] as const),
  ]);
  const facts = Object.fromEntries([...types].map(([name, type]) => [name, factOf(type, usual[name])]));
  const systems = sop.inputs.flatMap(({ source }) => (source.from === 'system' ? [source.system] : []));
  return fc.record({
    facts: fc.record(facts),
    failing: someOf([...new Set(systems), ...sop.actions.map(({ name }) => name)]),
    answers: fc.array(fc.constantFrom<Answer>(...mostly, 'no', 'nothing'), {
      minLength: 1,
      maxLength: 7,
    }),
  });
}

/** The same world with every unknown fact known. */
export function completed(sop: Sop, world: SampleWorld): fc.Arbitrary<SampleWorld> {
  const known = Object.entries(world.facts).map(([name, json]) => {
    const type = sop.inputs.find((input) => input.name === name)?.type ?? ({ kind: 'text' } as const);
    return [name, json === null ? valuesOf(type) : fc.constant(json)] as const;
  });
  return fc.record(Object.fromEntries(known)).map((facts) => ({ ...world, facts }));
}

/** A run that goes round and round asks more often than any of these SOPs can. */
const MOST_QUESTIONS = 300;

/** The world as `simulate` asks it. A `When` that is asked is answered by the truth, where there is one. */
export function simulated(
  { facts, failing, answers }: SampleWorld,
  truth?: (condition: string) => 'yes' | 'no' | undefined,
): SimulatedWorld {
  let questions = 0;
  return {
    today: TODAY,
    answer: (name) => {
      const json = facts[name];
      return json === undefined || json === null ? { is: 'unknown' } : { is: 'value', value: json };
    },
    fails: (name) => failing.includes(name),
    decide: (command) => {
      questions++;
      if (questions > MOST_QUESTIONS) throw new Error(`The run does not end: it asks ${command.id} again.`);
      const said = command.kind === 'question' ? truth?.(command.condition) : undefined;
      return said ?? decided(command, answers);
    },
  };
}

/** People wait for a hold twice and then look at it no more; a condition that nobody reads again never becomes true. */
function decided(command: Command, answers: readonly Answer[]): 'yes' | 'no' | undefined {
  if (command.kind === 'wait') {
    const round = Number(/#(\d+)$/.exec(command.id)?.[1] ?? 0);
    return command.until.is === 'condition' || round > 1 ? undefined : 'yes';
  }
  const answer = answers[hash(command.id) % answers.length];
  return answer === 'nothing' ? undefined : answer;
}

function hash(text: string): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
}

const factOf = (type: FactType, usual: FactJson | undefined): fc.Arbitrary<FactJson> =>
  fc.oneof(
    { weight: usual === undefined ? 0 : 8, arbitrary: fc.constant(usual ?? null) },
    { weight: 5, arbitrary: valuesOf(type) },
    { weight: 1, arbitrary: fc.constant(null) },
  );

/** None, most of the time. */
const someOf = (names: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...names]) });

function valuesOf(type: FactType): fc.Arbitrary<FactJson> {
  switch (type.kind) {
    case 'text':
      return fc.constantFrom('1001', 'Sample Customer');
    case 'number':
    case 'count':
      return fc.nat({ max: 2 });
    case 'money':
      return fc.constantFrom('$49.99', '$50', '$142.10', '$199.99', '$200', '$999.99', '$1000');
    case 'yes-no':
      return fc.boolean();
    case 'date':
      return fc.integer({ min: -1, max: 40 }).map((days) => dateOfDay(dayNumber(TODAY) - days) ?? TODAY);
    case 'duration':
      return fc.constantFrom('PT5M', 'PT90M');
    case 'list':
      return fc.array(fc.constantFrom('D1', 'D2', 'late_parcel'), { maxLength: 3 });
    case 'choice':
      return fc.constantFrom(...type.options);
  }
}
