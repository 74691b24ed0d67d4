import type { FactJson } from '../../../src/domain/facts/fact-json.ts';
import type { Command } from '../../../src/domain/run/commands.ts';
import { simulate } from '../../../src/domain/run/simulate.ts';
import type { Sop } from '../../../src/domain/sop/document.ts';

export type World = Readonly<Record<string, FactJson | null>>;

/** Something to fill texts and parameters with where a fact is unknown. */
const fillers: Readonly<Record<string, FactJson>> = {
  'order value': 'USD 1',
  chargebacks: 1,
  'carrier status': 'lost',
  'legal threat': false,
};

/**
 * What a run does in a world if everything is approved, in a form that does not depend on the order of what happens: each thing
 * once, and each proposal with the gates before it and how often it came before.
 */
export function simulatedEffects(sop: Sop, world: World): readonly string[] {
  const held = new Set<string>();
  const { advanced, happened } = simulate(sop, {
    today: '2026-11-20',
    answer: (fact) => {
      const value = world[fact] ?? null;
      return value === null ? { is: 'filler', value: fillers[fact] ?? 'x' } : { is: 'value', value };
    },
    fails: () => false,
    decide: (command) => {
      if (command.kind === 'missing' || isHeldAgain(command, held)) return undefined;
      return command.kind === 'question' ? 'no' : 'yes';
    },
  });
  const effects = new Set<string>();
  const gates = new Set<string>();
  const counts = new Map<string, number>();
  for (const command of happened) for (const text of describe(command, gates, counts)) effects.add(text);
  const { outcome, trace } = advanced;
  for (const { result, text } of trace) if (result === 'went-to-step') effects.add(text);
  if (outcome?.is === 'closed') effects.add(`close ${outcome.as}`);
  if (outcome?.is === 'stopped') effects.add('stop');
  return [...effects].toSorted();
}

/** What holds last in a branch decides anew and holds again: in a world where nothing changes it ends there. */
function isHeldAgain({ kind, id }: Command, held: Set<string>): boolean {
  if (kind !== 'wait') return false;
  const place = id.replace(/#\d+$/, '');
  const isAgain = held.has(place);
  held.add(place);
  return isAgain;
}

function describe(command: Command, gates: Set<string>, counts: Map<string, number>): readonly string[] {
  switch (command.kind) {
    case 'gate':
      gates.add(`gate ${command.role}`);
      return [`gate ${command.role}`];
    case 'judge':
      gates.add('judge');
      return ['judge'];
    case 'propose': {
      if (command.action === undefined) return [`${command.operation} ${JSON.stringify(command.parameters)}`];
      const count = (counts.get(command.action) ?? 0) + 1;
      counts.set(command.action, count);
      return [`propose ${command.action} ${String(count)} behind ${[...gates].toSorted().join(', ')}`];
    }
    case 'missing':
      return [command.because === 'undecided-table' ? 'no row' : `wait ${command.because}`];
    case 'wait':
      return [`${command.because} ${JSON.stringify(command.until)}`];
    case 'question':
      return ['question'];
    case 'ask':
    case 'draft':
      return [command.kind];
    default:
      return [];
  }
}
