import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedExpression } from '../src/domain/facts/checked-expression.ts';
import type { FactJson } from '../src/domain/facts/fact-json.ts';
import { readValue } from '../src/domain/facts/read-value.ts';
import type { FactName, FactType, KnownFacts, Value } from '../src/domain/facts/value.ts';
import { simulate } from '../src/domain/run/simulate.ts';
import type { Sop } from '../src/domain/sop/document.ts';
import { parseSop } from '../src/domain/sop/parse-sop.ts';
import { ratePerSecond } from './measure.ts';
import type { Measured } from './run.ts';

const SOPS = join(import.meta.dirname, '..', 'sops');
const TODAY = '2026-11-20';

/** The walk-through of the desk: a lost parcel of $142.10, nothing in dispute. */
const LOST_PARCEL = new Map<FactName, FactJson>([
  ['legal threat', false],
  ['order number', '1001'],
  ['order value', '$142.10'],
  ['prior chargebacks', 0],
  ['orders in dispute', ['D1']],
  ['carrier status', 'lost'],
  ['promised date', '2026-11-11'],
  ['requester name', 'Sample Customer'],
]);

/** The engine alone, in this process: runs through `advance`, and compiled conditions. */
export async function benchEngine(): Promise<readonly Measured[]> {
  const sop = readSop('late-parcel');
  const conditions = conditionsOf(sop);
  return [
    {
      what: 'runs per second, late-parcel to its first proposal',
      ...ratePerSecond(runToRefund(sop)),
      unit: '/s',
      atLeast: 5000,
      ran: 'A simulated run of sops/late-parcel.sop.md: each round of `advance` from the start of its log, until the refund is proposed. Per second of processor time; median of 9 rounds.',
    },
    {
      what: 'conditions per second, compiled',
      ...ratePerSecond(decideAll(conditions, knownFacts(sop)), conditions.length),
      unit: '/s',
      atLeast: 1_000_000,
      ran: `The ${conditions.length} conditions of sops/late-parcel.sop.md in turn, each decided with every fact known. Per second of processor time; median of 9 rounds.`,
    },
  ];
}

function readSop(id: string): Sop {
  const { sop } = parseSop(readFileSync(join(SOPS, `${id}.sop.md`), 'utf8'));
  if (!sop) throw new Error(`Cannot measure: sops/${id}.sop.md could not be parsed.`);
  return sop;
}

function runToRefund(sop: Sop): () => void {
  const world = {
    today: TODAY,
    answer: (name: FactName) => {
      const value = LOST_PARCEL.get(name);
      return value === undefined ? ({ is: 'unknown' } as const) : ({ is: 'value', value } as const);
    },
    fails: () => false,
    decide: () => undefined,
  };
  return () => {
    const { advanced } = simulate(sop, world);
    if (advanced.plan[0]?.action !== 'full refund')
      throw new Error('Cannot measure: the run did not propose the refund.');
  };
}

/** What its steps, its edge cases and its header ask. */
function conditionsOf({ matches, edgeCases, steps }: Sop): readonly CheckedExpression[] {
  const instructions = steps.flatMap(({ body }) => body.instructions);
  const branches = instructions.flatMap((instruction) =>
    instruction.kind === 'if' ? instruction.branches : [],
  );
  return [
    ...(matches ? [matches] : []),
    ...edgeCases.map(({ condition }) => condition),
    ...branches.map(({ condition }) => condition),
  ];
}

function knownFacts(sop: Sop): KnownFacts {
  const builtIn: readonly (readonly [FactName, FactType, FactJson])[] = [
    ['today', { kind: 'date' }, TODAY],
    ['ticket form', { kind: 'text' }, 'Shipping'],
    ['ticket tags', { kind: 'list' }, ['late_parcel']],
  ];
  const declared = sop.inputs.map(({ name, type }) => [name, type, LOST_PARCEL.get(name) ?? null] as const);
  const known = new Map<FactName, Value>();
  for (const [name, type, json] of [...builtIn, ...declared]) {
    const value = readValue(type, json);
    if (value === undefined) throw new Error(`Cannot measure: “${name}” has no value.`);
    known.set(name, value);
  }
  return known;
}

function decideAll(conditions: readonly CheckedExpression[], known: KnownFacts): () => void {
  return () => {
    for (const condition of conditions) {
      if (condition.decide(known).is === 'unknown')
        throw new Error(`Cannot measure: “${condition.text}” must be decided.`);
    }
  };
}
