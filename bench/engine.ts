import { readFileSync } from 'node:fs';
import { createVocabulary } from '../src/domain/facts/vocabulary.ts';
import { parseCondition } from '../src/domain/facts/parse-condition.ts';
import { readValue } from '../src/domain/facts/read-value.ts';
import type { FactType, Value } from '../src/domain/facts/value.ts';
import { parseSop } from '../src/domain/sop/parse-sop.ts';
import { simulate } from '../src/domain/run/simulate.ts';
import { perSecond } from './measure.ts';
import type { Measured } from './run.ts';

/** The engine alone, in this process: runs through `advance`, and compiled conditions. */
export function benchEngine(): readonly Measured[] {
  return [
    { what: 'runs per second, late-parcel to its first proposal', value: perSecond(lateParcelRun()), unit: '/s', atLeast: 5000 },
    { what: 'conditions per second, compiled', value: perSecond(compiledCondition()), unit: '/s', atLeast: 1_000_000 },
  ];
}

/** One run: every round of `advance` from the start of the log, with its facts answered, until the refund is proposed. */
function lateParcelRun(): () => void {
  const { sop } = parseSop(readFileSync('sops/late-parcel.sop.md', 'utf8'));
  if (!sop) throw new Error('Cannot measure: sops/late-parcel.sop.md could not be parsed.');
  const facts = new Map<string, string | number | boolean | readonly string[]>([
    ['legal threat', false],
    ['order number', '1001'],
    ['order value', '$142.10'],
    ['prior chargebacks', 0],
    ['orders in dispute', ['D1']],
    ['carrier status', 'lost'],
    ['promised date', '2026-11-11'],
    ['requester name', 'Sample Customer'],
  ]);
  return () => {
    const { advanced } = simulate(sop, {
      today: '2026-11-20',
      answer: (name) => {
        const value = facts.get(name);
        return value === undefined ? { is: 'unknown' } : { is: 'value', value };
      },
      fails: () => false,
      decide: () => undefined,
    });
    if (advanced.plan[0]?.action !== 'full refund') throw new Error('Cannot measure: the run did not propose the refund.');
  };
}

function compiledCondition(): () => void {
  const span = { from: 0, to: 0 };
  const money: FactType = { kind: 'money', currency: 'USD' };
  const { vocabulary } = createVocabulary([
    { name: 'order value', type: money, span },
    { name: 'prior chargebacks', type: { kind: 'count' }, span },
  ]);
  const { expression } = parseCondition('order value < $200 and prior chargebacks = 0', { vocabulary });
  if (!expression) throw new Error('Cannot measure: the condition could not be parsed.');
  const known = new Map<string, Value>();
  for (const [name, value] of [['order value', readValue(money, '$142.10')], ['prior chargebacks', readValue({ kind: 'count' }, 0)]] as const) if (value) known.set(name, value);
  return () => {
    if (expression.decide(known).is !== 'yes') throw new Error('Cannot measure: the condition must be yes.');
  };
}
